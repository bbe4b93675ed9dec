import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { Journal } from '../../platform/journal/journal.js';
import { Messages } from '../../platform/messages/messages.js';
import { UnitsQueries } from '../units/index.js';
import { type BulkPerson, BulkChangeRepository } from './bulk-change.repository.js';
import type { BulkChangeDto } from './dto/bulk-change.dto.js';
import type { BulkChangeView, BulkUndoView } from './dto/bulk-change.view.js';
import { AlreadyUndone } from './officials-list.errors.js';
import { OfficialsListQueries } from './officials-list.queries.js';
import { OfficialsListService } from './officials-list.service.js';
import { MOST_AT_ONCE } from './officials-list.types.js';
import { type BulkChange, type BulkVerdict, judgeBulkChange } from './rules/bulk-change.js';

/** Changes of many officials at once: all in one transaction, each with an answer, the whole to be taken back. */
@Injectable()
export class BulkChangeService {
  constructor(
    private readonly people: BulkChangeRepository,
    private readonly queries: OfficialsListQueries,
    private readonly lists: OfficialsListService,
    private readonly units: UnitsQueries,
    private readonly journal: Journal,
    private readonly audit: Audit,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  /** Makes the change, or only says what it would do. @throws NotFound, InvalidInput, SensitiveFilter */
  @Transactional()
  async change(actor: Actor, dto: BulkChangeDto): Promise<BulkChangeView> {
    const change = await this.readChange(actor, dto);
    const people = await this.hold(actor, dto);
    const verdicts = people.map((person) => ({ person, verdict: judgeBulkChange(person, change) }));
    const changed = verdicts.filter(({ verdict }) => verdict.outcome === 'changed').map(({ person }) => person);
    const operationId = dto.preview || changed.length === 0 ? null : newId();
    if (operationId) await this.make(actor, operationId, changed, change, dto.category ?? null);
    return { operationId, ...this.answer(verdicts) };
  }

  /** Makes everybody again what they were before an operation of the scope. @throws NotFound, AlreadyUndone, ChangedSince, DependedOn */
  @Transactional()
  async undo(actor: Actor, operationId: string): Promise<BulkUndoView> {
    const operation = await this.people.holdOperation(actor.unitId, operationId);
    if (!operation) throw new NotFound('operationId');
    if (operation.undoneAt) throw new AlreadyUndone();
    const officials = await this.people.officialsOf(operationId);
    await this.journal.undo(operationId);
    await this.people.markUndone(operationId, this.clock.now());
    await this.record(actor, 'official.bulkUndone', officials, { operationId });
    return { officials: officials.length };
  }

  private async make(
    actor: Actor,
    operationId: string,
    changed: readonly BulkPerson[],
    change: BulkChange,
    category: string | null,
  ): Promise<void> {
    await this.journal.begin(operationId);
    const ids = changed.map(({ id }) => id);
    await this.people.apply(ids, change, category, plainDateIn(this.clock.now()));
    const { action } = change;
    const { accountId, unitId } = actor;
    await this.people.remember({
      id: operationId,
      accountId,
      unitId,
      action,
      changed: ids.length,
      at: this.clock.now(),
    });
    await this.record(actor, 'official.bulkChanged', changed, { operationId, action });
  }

  /** What is asked, its units known to the caller. */
  private async readChange(actor: Actor, dto: BulkChangeDto): Promise<BulkChange> {
    const { action, cellId = null, status = 'working', unitId = '', post = '', from = '' } = dto;
    if (action === 'status') return { action, status };
    if (action === 'cell') {
      if (cellId !== null) await this.assertUnit(actor, 'cellId', cellId);
      return { action, cellId };
    }
    if (from > plainDateIn(this.clock.now())) throw new InvalidInput([{ path: 'from', rule: 'notInTheFuture' }]);
    await this.assertUnit(actor, 'unitId', unitId);
    return { action, unitId, post: toNfc(post).trim().replace(/\s+/g, ' '), from };
  }

  private async assertUnit(actor: Actor, path: string, id: string): Promise<void> {
    if (!(await this.units.known(actor.unitId, [id])).has(id)) throw new NotFound(path);
  }

  /** The people spoken of, by their ids or by a filter. */
  private async hold(actor: Actor, { officialIds, filter }: BulkChangeDto): Promise<BulkPerson[]> {
    if ((officialIds === undefined) === (filter === undefined))
      throw new InvalidInput([{ path: 'officialIds', rule: 'idsOrFilter' }]);
    if (officialIds) {
      const people = await this.people.hold(actor.unitId, officialIds);
      const known = new Set(people.map(({ id }) => id));
      const stranger = officialIds.findIndex((id) => !known.has(id.toLowerCase()));
      if (stranger >= 0) throw new NotFound('officialIds', stranger);
      return people;
    }
    this.lists.assertMayFilter(actor, filter ?? {});
    const ids = await this.queries.ids(actor.unitId, filter ?? {}, plainDateIn(this.clock.now()), MOST_AT_ONCE + 1);
    if (ids.length > MOST_AT_ONCE)
      throw new InvalidInput([{ path: 'filter', rule: 'arrayMaxSize', facts: { 0: MOST_AT_ONCE } }]);
    return this.people.hold(actor.unitId, ids);
  }

  private answer(
    verdicts: readonly { person: BulkPerson; verdict: BulkVerdict }[],
  ): Omit<BulkChangeView, 'operationId'> {
    const count = (outcome: string): number => verdicts.filter(({ verdict }) => verdict.outcome === outcome).length;
    return {
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      items: verdicts.map(({ person, verdict }) => ({
        officialId: person.id,
        fullName: person.fullName,
        outcome: verdict.outcome,
        reason: verdict.outcome === 'refused' ? this.messages.text(`bulk.${verdict.reason}`) : null,
      })),
    };
  }

  private record(
    actor: Actor,
    action: string,
    officials: readonly { id: string; unitId: string }[],
    data: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(
      ...officials.map(({ id, unitId }) => ({ actor, action, subjectType: 'official', subjectId: id, unitId, data })),
    );
  }
}
