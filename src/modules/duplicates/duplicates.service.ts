import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn, yearOf } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { pageRequest, toPage } from '../../platform/http/page.js';
import { UnitsQueries } from '../units/index.js';
import type { DuplicatesQuery, SimilarDto } from './dto/duplicates.dto.js';
import type { DuplicatePage, SimilarList, SimilarView } from './dto/duplicates.view.js';
import { DuplicatesQueries } from './duplicates.queries.js';
import { MergeRepository } from './merge.repository.js';
import { judgeSimilarity, type Similarity } from './rules/similarity.js';

const CERTAINTY = { certain: 0, likely: 1, possible: 2 } as const;

/** Finds records that are probably of one person. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly queries: DuplicatesQueries,
    private readonly merges: MergeRepository,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Pairs of the caller's subtree that may be one person, the surest first. @throws NotFound */
  async list(actor: Actor, query: DuplicatesQuery): Promise<DuplicatePage> {
    const request = pageRequest(query, 'integer', 'id', 'id');
    const { unitId = actor.unitId } = query;
    await this.assertUnit(actor, unitId);
    const found = (await this.queries.pairs(actor.unitId, unitId))
      .flatMap(([a, b]) => {
        const similarity = judgeSimilarity(a, b);
        return similarity ? [{ ...similarity, cursor: [CERTAINTY[similarity.certainty], a.id, b.id] as const }] : [];
      })
      .sort((a, b) => compare(a.cursor, b.cursor));
    const { after } = request;
    const rows = (after ? found.filter(({ cursor }) => compare(cursor, after) > 0) : found).slice(0, request.limit);
    const views = await this.queries.views(
      rows.flatMap(({ cursor: [, a, b] }) => [a, b]),
      plainDateIn(this.clock.now()),
    );
    const shown = rows.flatMap(({ cursor, certainty, reasons }) => {
      const [first, second] = [views.get(cursor[1]), views.get(cursor[2])];
      return first && second ? [{ first, second, certainty, reasons: [...reasons], cursor: [...cursor] }] : [];
    });
    return toPage(shown, request, found.length, ({ cursor: _, ...view }) => view);
  }

  /** Who of the caller's subtree somebody to be recorded may already be. @throws NotFound, InvalidInput */
  async similar(actor: Actor, dto: SimilarDto): Promise<SimilarList> {
    const { fullName, unitId, bornOn = null } = dto;
    const unit = await this.units.find(actor.unitId, unitId);
    if (!unit) throw new NotFound('unitId');
    const year = bornOn ? yearOf(bornOn) : dto.birthYear;
    if (year === undefined) return { items: [] };
    const person = {
      fullName,
      bornOn,
      birthYear: year,
      unitId,
      parentId: unit.parentId,
      gender: null,
      citizenIdKey: null,
    };
    const near = (await this.queries.near(actor.unitId, { fullName, year, unitId })).flatMap((other) => {
      const similarity = judgeSimilarity(person, other);
      return similarity ? [{ id: other.id, similarity }] : [];
    });
    const views = await this.queries.views(
      near.map(({ id }) => id),
      plainDateIn(this.clock.now()),
    );
    return { items: near.flatMap(({ id, similarity }) => this.similarView(views.get(id), similarity)) };
  }

  /** Remembers that two records are of two people. @throws NotFound, InvalidInput */
  @Transactional()
  async dismiss(actor: Actor, a: string, b: string): Promise<void> {
    if (a === b) throw new InvalidInput([{ path: 'b', rule: 'anotherOfficial' }]);
    const people = await this.merges.hold(actor.unitId, [a, b]);
    for (const [path, id] of Object.entries({ a, b }))
      if (!people.some((held) => held.id === id)) throw new NotFound(path);
    await this.merges.dismiss(a, b, actor.accountId, this.clock.now());
    await this.audit.record(
      ...people.map(({ id, unitId }) => ({
        actor,
        action: 'official.duplicateDismissed',
        subjectType: 'official',
        subjectId: id,
        unitId,
        data: { other: id === a ? b : a },
      })),
    );
  }

  private similarView(
    official: SimilarView['official'] | undefined,
    { certainty, reasons }: Similarity,
  ): SimilarView[] {
    return official ? [{ official, certainty, reasons: [...reasons] }] : [];
  }

  private async assertUnit(actor: Actor, unitId: string): Promise<void> {
    if (!(await this.units.known(actor.unitId, [unitId])).has(unitId)) throw new NotFound('unitId');
  }
}

/** Orders cursors: by certainty, then by ids. */
function compare(a: readonly unknown[], b: readonly unknown[]): number {
  const [left, right] = [a.join(' '), b.join(' ')];
  return left < right ? -1 : left > right ? 1 : 0;
}
