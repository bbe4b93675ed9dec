import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { Journal } from '../../platform/journal/journal.js';
import { Messages } from '../../platform/messages/messages.js';
import type { MergeDto, PreviewMergeDto } from './dto/duplicates.dto.js';
import type { MergeClashView, MergePage, MergePreviewView, MergeView } from './dto/duplicates.view.js';
import { MergeUndone, NominationsClash } from './duplicates.errors.js';
import { DuplicatesQueries } from './duplicates.queries.js';
import { type HeldRecord, MergeRepository } from './merge.repository.js';
import { MERGE_FIELDS, type MergeChoices, type MergeField, type Side } from './merge.types.js';

/** Makes one record of two, with everything that is known of both, and takes it back. */
@Injectable()
export class MergeService {
  constructor(
    private readonly merges: MergeRepository,
    private readonly queries: DuplicatesQueries,
    private readonly journal: Journal,
    private readonly audit: Audit,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  /** What a merger would take from where, bring along and run into. @throws NotFound, InvalidInput */
  @Transactional()
  async preview(actor: Actor, dto: PreviewMergeDto): Promise<MergePreviewView> {
    const { keepId, mergeId } = dto;
    await this.hold(actor, dto);
    const values = await this.merges.values(keepId, mergeId);
    const sides = sidesOf(values.get(keepId), values.get(mergeId), {});
    const fields = MERGE_FIELDS.map((field) => {
      const keep = values.get(keepId)?.[field] ?? null;
      const merge = values.get(mergeId)?.[field] ?? null;
      return { field, keep, merge, differs: keep !== merge, taken: sides[field] };
    });
    return { fields, follows: await this.merges.followers(mergeId), clashes: await this.clashes(keepId, mergeId) };
  }

  /** @throws NotFound when a record is gone or was merged meanwhile; NominationsClash, InvalidInput */
  @Transactional()
  async merge(actor: Actor, dto: MergeDto): Promise<MergeView> {
    const { keepId, mergeId, fields = {} } = dto;
    const held = await this.hold(actor, dto);
    if ((await this.merges.clashingNominations(keepId, mergeId)).length > 0) throw new NominationsClash();
    const values = await this.merges.values(keepId, mergeId);
    const id = newId();
    await this.journal.begin(id);
    await this.merges.merge(keepId, mergeId, sidesOf(values.get(keepId), values.get(mergeId), fields));
    const at = this.clock.now();
    await this.merges.remember({ id, keepId, mergeId, accountId: actor.accountId, at });
    await this.record(actor, 'official.merged', held, { operationId: id, keepId, mergeId });
    const [keptName, mergedName] = [keepId, mergeId].map((record) => values.get(record)?.fullName ?? '');
    return {
      id,
      keptId: keepId,
      mergedId: mergeId,
      keptName: keptName ?? '',
      mergedName: mergedName ?? '',
      mergedAt: at,
      undoneAt: null,
    };
  }

  /** Makes two records of one again, as they were. @throws NotFound, MergeUndone, ChangedSince, DependedOn */
  @Transactional()
  async undo(actor: Actor, id: string): Promise<void> {
    const merge = await this.merges.holdMerge(actor.unitId, id);
    if (!merge) throw new NotFound('id');
    if (merge.undoneAt) throw new MergeUndone();
    await this.journal.undo(id);
    await this.merges.markUndone(id, this.clock.now());
    const { keptId, mergedId, unitId } = merge;
    const both = [keptId, mergedId].map((record) => ({ id: record, unitId }));
    await this.record(actor, 'official.mergeUndone', both, { operationId: id });
  }

  /** The last mergers of the caller's subtree. */
  async list(actor: Actor): Promise<MergePage> {
    const items = await this.queries.merges(actor.unitId);
    return { items, total: items.length };
  }

  private async hold(actor: Actor, { keepId, mergeId }: PreviewMergeDto): Promise<HeldRecord[]> {
    if (keepId === mergeId) throw new InvalidInput([{ path: 'mergeId', rule: 'anotherOfficial' }]);
    const held = await this.merges.hold(actor.unitId, [keepId, mergeId]);
    for (const [path, id] of Object.entries({ keepId, mergeId }))
      if (!held.some((record) => record.id === id)) throw new NotFound(path);
    return held;
  }

  private async clashes(keepId: string, mergeId: string): Promise<MergeClashView[]> {
    const posts = await this.merges.clashingPosts(keepId, mergeId);
    const nominations = await this.merges.clashingNominations(keepId, mergeId);
    const clash = (kind: MergeClashView['kind'], names: { keep: string; merge: string }): MergeClashView => ({
      kind,
      blocking: kind === 'nomination',
      text: this.messages.text(`clash.${kind}`, names),
    });
    return [
      ...nominations.map((names) => clash('nomination', names)),
      ...posts.map(({ same, ...names }) => clash(same ? 'samePost' : 'mainPost', names)),
    ];
  }

  private record(
    actor: Actor,
    action: string,
    records: readonly HeldRecord[],
    data: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(
      ...records.map(({ id, unitId }) => ({ actor, action, subjectType: 'official', subjectId: id, unitId, data })),
    );
  }
}

type Values = Record<MergeField, string | null> | undefined;

/** From which record each field is taken: as chosen, else the kept one's, whose gaps the other fills. */
function sidesOf(keep: Values, merge: Values, chosen: MergeChoices): Record<MergeField, Side> {
  const side = (field: MergeField): Side =>
    chosen[field] ?? ((keep?.[field] ?? null) === null && (merge?.[field] ?? null) !== null ? 'merge' : 'keep');
  return Object.fromEntries(MERGE_FIELDS.map((field) => [field, side(field)])) as Record<MergeField, Side>;
}
