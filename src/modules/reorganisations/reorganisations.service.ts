import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { PageQuery } from '../../platform/http/page.dto.js';
import { Journal } from '../../platform/journal/journal.js';
import { hasMessage, Messages } from '../../platform/messages/messages.js';
import { CarryingOut } from './carrying-out.service.js';
import type { CreateReorganisationDto, UpdateReorganisationDto } from './dto/reorganisation.dto.js';
import type { ReorganisationPage, ReorganisationPreview, ReorganisationView } from './dto/reorganisation.view.js';
import { PlanningService } from './planning.service.js';
import { ReorganisationApplied, ReorganisationBlocked, ReorganisationNotApplied } from './reorganisations.errors.js';
import { ReorganisationsQueries } from './reorganisations.queries.js';
import { ReorganisationsRepository } from './reorganisations.repository.js';

/** Changing the tree as one act: written down, looked at in numbers, carried out, taken back. */
@Injectable()
export class ReorganisationsService {
  constructor(
    private readonly rows: ReorganisationsRepository,
    private readonly queries: ReorganisationsQueries,
    private readonly planning: PlanningService,
    private readonly carryingOut: CarryingOut,
    private readonly journal: Journal,
    private readonly audit: Audit,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: PageQuery): Promise<ReorganisationPage> {
    return this.queries.list(actor.unitId, query);
  }

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<ReorganisationView> {
    const found = await this.queries.find(actor.unitId, id);
    if (!found) throw new NotFound('id');
    return found;
  }

  /** Writes a draft down; what is wrong with it the preview says. */
  @Transactional()
  async create(actor: Actor, dto: CreateReorganisationDto): Promise<ReorganisationView> {
    const id = await this.rows.insert(actor.unitId, composed(dto), this.clock.now());
    await this.record(actor, 'reorganisation.created', id, { steps: dto.steps.length });
    return this.get(actor, id);
  }

  /** Changes a draft. @throws NotFound, ReorganisationApplied */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateReorganisationDto): Promise<ReorganisationView> {
    await this.get(actor, id);
    if (!(await this.rows.update(id, composed(dto)))) throw new ReorganisationApplied();
    await this.record(actor, 'reorganisation.changed', id, { fields: Object.keys(dto) });
    return this.get(actor, id);
  }

  /** What a draft would do, in numbers, and what stands in its way. @throws NotFound, ReorganisationApplied */
  async preview(actor: Actor, id: string): Promise<ReorganisationPreview> {
    const written = await this.get(actor, id);
    if (written.state === 'applied') throw new ReorganisationApplied();
    const plan = await this.planning.prepare(written.unit.id, written);
    const problems = plan.problems.map(({ path, rule, facts }) => ({
      path,
      rule,
      message: this.messages.text(hasMessage(`rule.${rule}`) ? `rule.${rule}` : 'rule.unknown', facts),
    }));
    return { ...(await this.planning.effects(plan)), problems };
  }

  /** Carries a draft out, all of it or nothing. @throws NotFound, ReorganisationApplied, ReorganisationBlocked, UnitCodeTaken */
  @Transactional()
  async apply(actor: Actor, id: string): Promise<ReorganisationView> {
    await this.get(actor, id);
    await this.rows.lock();
    const written = await this.get(actor, id);
    if (written.state === 'applied') throw new ReorganisationApplied();
    const plan = await this.planning.prepare(written.unit.id, written);
    if (plan.problems.length > 0) throw new ReorganisationBlocked(plan.problems);
    const { total } = await this.planning.effects(plan);
    await this.journal.begin(id);
    await this.carryingOut.carryOut(plan, actor.accountId, this.clock.now());
    await this.rows.mark(id, 'applied', this.clock.now());
    await this.record(actor, 'reorganisation.applied', id, { ...total });
    return this.get(actor, id);
  }

  /** Takes it back, to the last row. @throws NotFound, ReorganisationNotApplied, ChangedSince, DependedOn */
  @Transactional()
  async undo(actor: Actor, id: string): Promise<ReorganisationView> {
    await this.get(actor, id);
    await this.rows.lock();
    if ((await this.get(actor, id)).state !== 'applied') throw new ReorganisationNotApplied();
    const rows = await this.journal.undo(id);
    await this.rows.mark(id, 'draft', this.clock.now());
    await this.record(actor, 'reorganisation.undone', id, { rows });
    return this.get(actor, id);
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({
      actor,
      action,
      subjectType: 'reorganisation',
      subjectId: id,
      unitId: actor.unitId,
      data,
    });
  }
}

/** Text in the one form that is stored. */
const composed = <T extends object>(dto: T): T => JSON.parse(toNfc(JSON.stringify(dto))) as T;
