import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit, type HistoryStep } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { Journal } from '../../platform/journal/journal.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { ComparedLineView, PlanComparison, PlanLineView, PlanSummary, PlanView } from './dto/plan.view.js';
import type { ApprovePlanDto, CompareQuery, CreatePlanDto, PlansQuery } from './dto/plans.dto.js';
import { type KnownLine, PlanLinesQueries } from './plan-lines.queries.js';
import { PlanProgressService } from './plan-progress.service.js';
import { DraftExists, PlanApproved, PlanEmpty, PlanNotInForce } from './plans.errors.js';
import { planAbilities } from './plans.policy.js';
import { type KnownPlan, type KnownVersion, PlansQueries } from './plans.queries.js';
import { PlansRepository } from './plans.repository.js';
import { planApproved } from './plans.topics.js';
import { compareVersions, totalsOf } from './rules/compare-versions.js';

/** Training plans: drafts that are approved, and never changed but by a revision. */
@Injectable()
export class PlansService {
  constructor(
    private readonly queries: PlansQueries,
    private readonly lines: PlanLinesQueries,
    private readonly plans: PlansRepository,
    private readonly progress: PlanProgressService,
    private readonly journal: Journal,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: PlansQuery): Promise<Page<PlanSummary>> {
    return this.queries.list(actor, query);
  }

  /** One version with what became of it: that number, else the one in force, else the draft. @throws NotFound */
  async get(actor: Actor, id: string, number?: number): Promise<PlanView> {
    const { plan, versions, shown } = await this.shown(actor, id, number);
    const all = await this.lines.lines(plan.unit.id, shown.id);
    const seen = await this.lines.lines(actor.unitId, shown.id);
    const followed = await this.progress.follow(plan, all, seen, mayRole(actor.role, 'plans.readDrafts'));
    const hasDraft = versions.some(({ state }) => state === 'draft');
    const can = planAbilities(actor, { unitId: plan.unit.id, state: shown.state, hasDraft });
    const { formerUnitIds: _, ...told } = plan;
    return {
      ...told,
      shown: toVersionView(shown),
      versions: versions.map(toVersionView),
      ...followed,
      planned: totalsOf(seen),
      lastFill: can.write ? await this.queries.lastFill(shown.id) : null,
      can,
      version: shown.version,
    };
  }

  /** Everything that happened to a plan, oldest first. @throws NotFound */
  async history(actor: Actor, id: string): Promise<{ items: HistoryStep[] }> {
    await this.find(actor, id);
    return { items: await this.audit.historyOf(id) };
  }

  /** Begins a plan, as an empty draft. @throws InvalidInput, PlanExists */
  @Transactional()
  async create(actor: Actor, { firstYear, lastYear }: CreatePlanDto): Promise<PlanView> {
    const kind = firstYear === lastYear ? 'year' : 'period';
    if (lastYear < firstYear) throw new InvalidInput([{ path: 'lastYear', rule: 'tenYearsAtMost' }]);
    const { id } = await this.plans.create({ unitId: actor.unitId, kind, firstYear, lastYear });
    await this.record(actor, 'plan.created', id, { firstYear, lastYear });
    return this.get(actor, id);
  }

  /** Throws the draft away. @throws NotFound, NotAllowed, StaleVersion */
  @Transactional()
  async discard(actor: Actor, id: string, version?: number): Promise<void> {
    const { draft } = await this.claimDraft(actor, id, version);
    await this.settleFills(draft.id);
    await this.plans.discard(id, draft.id);
    await this.record(actor, 'plan.discarded', id, { number: draft.number });
  }

  /** Approves the draft by a document; from then on it never changes. @throws NotFound, NotAllowed, StaleVersion, PlanEmpty */
  @Transactional()
  async approve(actor: Actor, id: string, dto: ApprovePlanDto, version?: number): Promise<PlanView> {
    const now = this.clock.now();
    const { draft } = await this.claimDraft(actor, id, version);
    if (dto.documentDate > plainDateIn(now)) throw new InvalidInput([{ path: 'documentDate', rule: 'notInTheFuture' }]);
    const lines = await this.lines.lines(actor.unitId, draft.id);
    if (lines.length === 0) throw new PlanEmpty();
    const documentNumber = toNfc(dto.documentNumber).trim();
    const signer = toNfc(dto.signer).trim();
    const { documentDate } = dto;
    await this.settleFills(draft.id);
    await this.plans.approve(draft.id, { documentNumber, documentDate, signer, at: now, by: actor.accountId });
    await this.record(actor, 'plan.approved', id, {
      number: draft.number,
      documentNumber,
      documentDate,
      lines: lines.length,
      ...totalsOf(lines),
    });
    await this.outbox.announce(planApproved, { versionId: draft.id });
    return this.get(actor, id, draft.number);
  }

  /** Begins a revision: a draft with the lines of the version in force. @throws NotFound, NotAllowed, PlanNotInForce, DraftExists */
  @Transactional()
  async revise(actor: Actor, id: string): Promise<PlanView> {
    const plan = await this.own(actor, id);
    const versions = await this.queries.versions(actor, plan.id);
    if (versions.some(({ state }) => state === 'draft')) throw new DraftExists();
    const present = versions.find(({ state }) => state === 'approved');
    if (!present) throw new PlanNotInForce();
    const number = present.number + 1;
    await this.plans.copy(plan.id, number, present.id);
    await this.record(actor, 'plan.revisionBegun', id, { number });
    return this.get(actor, id, number);
  }

  /** Two versions side by side. @throws NotFound */
  async compare(actor: Actor, id: string, { from, to }: CompareQuery): Promise<PlanComparison> {
    const { versions } = await this.shown(actor, id);
    const [earlier, later] = [from, to].map((number) => versions.find((version) => version.number === number));
    if (!earlier) throw new NotFound('from');
    if (!later) throw new NotFound('to');
    const before = await this.lines.lines(actor.unitId, earlier.id);
    const after = await this.lines.lines(actor.unitId, later.id);
    return {
      from: toVersionView(earlier),
      to: toVersionView(later),
      lines: compareVersions(before, after).flatMap(toComparedLine),
      before: totalsOf(before),
      after: totalsOf(after),
    };
  }

  /** A plan the reader may know of. @throws NotFound */
  async find(actor: Actor, id: string): Promise<KnownPlan> {
    const plan = await this.queries.find(actor, id);
    if (!plan) throw new NotFound('id');
    return plan;
  }

  /** A plan of the actor's own unit. @throws NotFound, NotAllowed */
  async own(actor: Actor, id: string): Promise<KnownPlan> {
    const plan = await this.find(actor, id);
    if (plan.unit.id !== actor.unitId) throw new NotAllowed('plans.write');
    return plan;
  }

  /** The version of an own plan that is in force. @throws NotFound, NotAllowed, PlanNotInForce */
  async inForce(actor: Actor, id: string): Promise<{ plan: KnownPlan; version: KnownVersion }> {
    const plan = await this.own(actor, id);
    const version = (await this.queries.versions(actor, id)).find(({ state }) => state === 'approved');
    if (!version) throw new PlanNotInForce();
    return { plan, version };
  }

  /**
   * Takes the draft of an own plan for a change: who changes it too waits for the end of this one.
   * @param version as it was read, or undefined. @throws NotFound, NotAllowed, PlanApproved, StaleVersion
   */
  async claimDraft(actor: Actor, id: string, version?: number): Promise<{ plan: KnownPlan; draft: KnownVersion }> {
    const { plan, draft } = await this.draftOf(actor, id);
    if (!(await this.plans.claim(draft.id, version))) throw new StaleVersion();
    return { plan, draft };
  }

  /** The draft of an own plan, without taking it. @throws NotFound, NotAllowed, PlanApproved */
  async draftOf(actor: Actor, id: string): Promise<{ plan: KnownPlan; draft: KnownVersion }> {
    const plan = await this.own(actor, id);
    const draft = (await this.queries.versions(actor, id)).find(({ state }) => state === 'draft');
    if (!draft) throw new PlanApproved();
    return { plan, draft };
  }

  /** From now on lines from needs can no longer be taken back in one. */
  private async settleFills(versionId: string): Promise<void> {
    await this.journal.forget(...(await this.plans.forgetFills(versionId)));
  }

  private async shown(actor: Actor, id: string, number?: number) {
    const plan = await this.find(actor, id);
    const versions = await this.queries.versions(actor, id);
    const shown =
      number === undefined
        ? (versions.find(({ state }) => state === 'approved') ?? versions.at(-1))
        : versions.find((version) => version.number === number);
    if (!shown) throw new NotFound(number === undefined ? 'id' : 'number');
    return { plan, versions, shown };
  }

  record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'plan', subjectId: id, unitId: actor.unitId, data });
  }
}

const toVersionView = ({ id: _, version: __, ...view }: KnownVersion) => view;

/** A line as it is shown. */
export const toLineView = ({ programId: _, unitId: __, standsFor: ___, ...view }: KnownLine): PlanLineView => view;

function toComparedLine({
  change,
  before,
  after,
}: ReturnType<typeof compareVersions<KnownLine>>[number]): ComparedLineView[] {
  const known = after ?? before;
  if (!known) return [];
  return [
    {
      change,
      program: known.program,
      unit: known.unit,
      before: before && toLineView(before),
      after: after && toLineView(after),
    },
  ];
}
