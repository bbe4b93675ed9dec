import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import type { CorrectStandardDto, CreateStandardDto } from './dto/standards.dto.js';
import type { StandardHistory, StandardList, StandardView } from './dto/standards.view.js';
import { StandardInForce } from './standards.errors.js';
import { toStandardView } from './standards.presenter.js';
import { type KnownStandard, StandardsQueries } from './standards.queries.js';
import { type StandardContent, StandardsRepository } from './standards.repository.js';

/** Standards as the board keeps them. No change touches a day before the one it speaks of. */
@Injectable()
export class StandardsAdmin {
  constructor(
    private readonly queries: StandardsQueries,
    private readonly standards: StandardsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What is asked on a day, and what will be asked later. */
  async list(asOf: PlainDate = this.today()): Promise<StandardList> {
    const all = await this.queries.standards();
    const later = ({ from }: KnownStandard): boolean => from !== null && from > asOf;
    const holds = (standard: KnownStandard): boolean =>
      !later(standard) && (standard.to === null || standard.to >= asOf);
    return { asOf, items: all.filter(holds).map(toStandardView), upcoming: all.filter(later).map(toStandardView) };
  }

  /** What the same posts were asked for over time. @throws NotFound */
  async history(id: string): Promise<StandardHistory> {
    const items = await this.queries.ofSameKey(id);
    if (items.length === 0) throw new NotFound('id');
    return { items: items.map(toStandardView), steps: await this.queries.steps(items.map((item) => item.id)) };
  }

  /** Adds a standard from a day on; the one before ends the day before. @throws InvalidInput, NotAllowed, StandardOverlaps */
  @Transactional()
  async create(actor: Actor, dto: CreateStandardDto): Promise<StandardView> {
    await this.assertTop(actor);
    const content = contentOf(dto);
    assertAsksSomething(content);
    const { id, endedId } = await this.standards.add({
      ...content,
      category: dto.category,
      postTitle: dto.postTitle == null ? null : toNfc(dto.postTitle).trim(),
      area: dto.area ?? null,
      from: dto.from,
    });
    await this.record(actor, 'standard.created', id, { from: dto.from, ended: endedId });
    return this.view(id);
  }

  /** @throws NotFound, InvalidInput without a reason once in force, StaleVersion */
  @Transactional()
  async correct(actor: Actor, id: string, dto: CorrectStandardDto, version?: number): Promise<StandardView> {
    await this.assertTop(actor);
    const before = await this.find(id);
    if (this.inForce(before) && dto.reason === undefined) {
      throw new InvalidInput([{ path: 'reason', rule: 'reasonOnceInForce' }]);
    }
    const content = contentOf({ ...before, ...before.minimum, ...dto });
    assertAsksSomething(content);
    if (!(await this.standards.correct(id, content, version))) throw new StaleVersion();
    await this.record(actor, 'standard.corrected', id, {
      reason: dto.reason ?? null,
      before: before.minimum,
      after: content.minimum,
    });
    return this.view(id);
  }

  /** Makes a day the last one on which it is asked. @throws NotFound, InvalidInput */
  @Transactional()
  async end(actor: Actor, id: string, on: PlainDate): Promise<StandardView> {
    await this.assertTop(actor);
    const { from, to } = await this.find(id);
    if ((from !== null && on < from) || (to !== null && on > to)) {
      throw new InvalidInput([{ path: 'on', rule: 'withinStandard' }]);
    }
    await this.standards.end(id, on);
    await this.record(actor, 'standard.ended', id, { on });
    return this.view(id);
  }

  /** Takes away what is not in force yet; the one it would have followed goes on. @throws NotFound, StandardInForce */
  @Transactional()
  async remove(actor: Actor, id: string): Promise<void> {
    await this.assertTop(actor);
    const standard = await this.find(id);
    if (this.inForce(standard)) throw new StandardInForce();
    await this.standards.remove(standard);
    await this.record(actor, 'standard.deleted', id, { from: standard.from });
  }

  private inForce({ from }: KnownStandard): boolean {
    return from === null || from <= this.today();
  }

  /** What one board asks is asked of everyone, so it is for the board of the top unit to say. */
  private async assertTop(actor: Actor): Promise<void> {
    if (!(await this.queries.isTop(actor.unitId))) throw new NotAllowed('standards.manage');
  }

  private async find(id: string): Promise<KnownStandard> {
    const standard = await this.queries.find(id);
    if (!standard) throw new NotFound('id');
    return standard;
  }

  private async view(id: string): Promise<StandardView> {
    return toStandardView(await this.find(id));
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'standard', subjectId: id, unitId: actor.unitId, data });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

type Asked = Pick<
  CreateStandardDto,
  'professional' | 'llct' | 'management' | 'source' | 'sourceNumber' | 'sourceDate' | 'confirmed'
>;

const contentOf = (asked: Asked): StandardContent => ({
  minimum: {
    professional: asked.professional ?? null,
    llct: asked.llct ?? null,
    management: asked.management ?? null,
  },
  source: toNfc(asked.source).trim(),
  sourceNumber: asked.sourceNumber ?? null,
  sourceDate: asked.sourceDate ?? null,
  confirmed: asked.confirmed,
});

/** "Asks nothing" is a standard too (everyone is exempt), but one that somebody must have meant. */
function assertAsksSomething({ minimum, confirmed }: StandardContent): void {
  if (!confirmed && Object.values(minimum).every((level) => level === null)) {
    throw new InvalidInput([{ path: 'professional', rule: 'asksSomething' }]);
  }
}
