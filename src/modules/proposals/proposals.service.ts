import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { CourseNotOpen, CoursesService, type CourseView } from '../courses/index.js';
import { CandidatePage, CandidatesQuery, NominationsService } from '../nominations/index.js';
import type { CellAnswerDto, ProposalsQuery, ProposePeopleDto } from './dto/proposal.dto.js';
import type { CellAnswers, EndorsedView, ProposalCalls, CellProposalView } from './dto/proposal.view.js';
import { NothingToPropose, ProposalReasonMissing, ProposalStepNotPossible } from './proposals.errors.js';
import { ProposalsQueries } from './proposals.queries.js';
import { type By, ProposalsRepository } from './proposals.repository.js';
import { ProposalsTrail } from './proposals.trail.js';
import { judgeProposalStep, LIVE, type ProposalStep, type Side } from './rules/proposal-steps.js';

/** Steps that are taken for one proposal by itself. */
export type SingleStep = Exclude<ProposalStep, 'endorse'>;

/** What a cell proposes, and what its committee makes of it. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly courses: CoursesService,
    private readonly nominations: NominationsService,
    private readonly proposals: ProposalsRepository,
    private readonly queries: ProposalsQueries,
    private readonly trail: ProposalsTrail,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: ProposalsQuery): Promise<Page<CellProposalView>> {
    return this.queries.list(actor, query, this.today());
  }

  async calls(actor: Actor): Promise<ProposalCalls> {
    return { items: await this.queries.calls(actor, this.today()) };
  }

  /** @throws NotFound */
  async answers(actor: Actor, courseId: string): Promise<CellAnswers> {
    await this.courses.get(actor, courseId);
    return { items: await this.queries.answers(actor, courseId) };
  }

  /** The cell's people, judged as the committee would judge them. @throws NotFound, NothingToPropose, CourseNotOpen */
  async candidates(actor: Actor, courseId: string, query: CandidatesQuery): Promise<CandidatePage> {
    const { unitId } = await this.opened(actor, courseId, 'id');
    return this.nominations.candidates({ ...actor, unitId }, courseId, { ...query, unitId: actor.unitId });
  }

  /** @throws NotFound, NothingToPropose, CourseNotOpen, ProposedTwice */
  @Transactional()
  async propose(
    actor: Actor,
    { courseId, officialIds, interest = false, note }: ProposePeopleDto,
  ): Promise<Page<CellProposalView>> {
    const { course, unitId } = await this.opened(actor, courseId, 'courseId');
    const members = await this.queries.members(actor.unitId, officialIds);
    const stranger = officialIds.findIndex((id) => !members.has(id));
    if (stranger >= 0) throw new NotFound('officialIds', stranger);
    const kept = { state: interest ? ('interest' as const) : ('proposed' as const), note: note?.trim() ?? null };
    const ids = await this.proposals.add({ courseId, cellId: actor.unitId, unitId }, officialIds, kept, this.by(actor));
    if (!interest) await this.proposals.forgetAnswer(courseId, actor.unitId);
    await this.trail.made(actor, course, unitId, ids, interest);
    const items = await this.queries.find(actor, ids, this.today());
    return { items, next: null, total: items.length };
  }

  /** "No one", with the reason, or a request for more time. @throws NotFound, NothingToPropose, CourseNotOpen, InvalidInput */
  @Transactional()
  async answer(actor: Actor, courseId: string, { answer, reason, until }: CellAnswerDto): Promise<CellAnswers> {
    const { course, unitId } = await this.opened(actor, courseId, 'id');
    if (answer === 'more-time' && until !== undefined && until < this.today())
      throw new InvalidInput([{ path: 'until', rule: 'notBeforeToday' }]);
    const kept = { answer, reason: reason.trim(), until: answer === 'more-time' ? (until ?? null) : null };
    await this.proposals.answer(courseId, actor.unitId, kept, this.by(actor));
    await this.trail.answered(actor, course, unitId, { answer, reason: kept.reason, ...(until && { until }) });
    return this.answers(actor, courseId);
  }

  /** @throws NotFound, NotAllowed, ProposalStepNotPossible, ProposalReasonMissing, StaleVersion */
  @Transactional()
  async take(actor: Actor, step: SingleStep, id: string, reason: string | null): Promise<CellProposalView> {
    const [proposal] = await this.queries.find(actor, [id], this.today());
    if (!proposal) throw new NotFound('id');
    const to = judge(actor, step, proposal, reason);
    const kept = { reason: reason?.trim() ?? null };
    if (!(await this.proposals.move(id, proposal.state, to, kept, this.by(actor)))) throw new StaleVersion();
    await this.trail.stepped(actor, proposal, to, kept.reason);
    const [after] = await this.queries.find(actor, [id], this.today());
    return after ?? proposal;
  }

  /** Puts the committee's list in order; those not named follow. @throws NotFound, ProposalStepNotPossible */
  @Transactional()
  async order(actor: Actor, courseId: string, ids: readonly string[]): Promise<Page<CellProposalView>> {
    for (const { state } of await this.all(actor, courseId, ids))
      if (!LIVE.includes(state)) throw new ProposalStepNotPossible(state);
    await this.proposals.order(ids, this.by(actor));
    return this.queries.list(actor, { courseId, 'page[size]': 200 }, this.today());
  }

  /**
   * Nominates these people, in this order, by the ordinary claim: each is judged, and takes a quota place and a seat or
   * a place on the waitlist. Who is refused stays proposed.
   * @throws NotFound, NotAllowed, ProposalStepNotPossible, CourseNotOpen
   */
  @Transactional()
  async endorse(actor: Actor, courseId: string, ids: readonly string[]): Promise<EndorsedView> {
    const proposals = await this.all(actor, courseId, ids);
    for (const proposal of proposals) judge(actor, 'endorse', proposal, null);
    const officialIds = proposals.map(({ official }) => official.id);
    const { items } = await this.nominations.nominate(actor, { courseId, officialIds });
    const made: { proposal: CellProposalView; nominationId: string }[] = [];
    for (const [index, proposal] of proposals.entries()) {
      const nominationId = items[index]?.nominationId;
      if (nominationId === undefined) continue;
      if (!(await this.proposals.move(proposal.id, proposal.state, 'endorsed', { nominationId }, this.by(actor))))
        throw new StaleVersion();
      made.push({ proposal, nominationId });
    }
    await this.trail.endorsed(actor, made);
    return {
      items: items.map(({ outcome, checks }, index) => ({ proposalId: proposals[index]?.id ?? '', outcome, checks })),
    };
  }

  /** @throws NotFound naming the first that is not of this class and the reader's units. */
  private async all(actor: Actor, courseId: string, ids: readonly string[]): Promise<CellProposalView[]> {
    await this.courses.get(actor, courseId);
    const found = await this.queries.find(actor, ids, this.today());
    const own = new Map(
      found.filter(({ course }) => course.id === courseId).map((proposal) => [proposal.id, proposal]),
    );
    return ids.map((id, index) => {
      const proposal = own.get(id);
      if (!proposal) throw new NotFound('proposalIds', index);
      return proposal;
    });
  }

  /** The class as the cell sees it, and whom it proposes to. */
  private async opened(actor: Actor, courseId: string, path: string): Promise<{ course: CourseView; unitId: string }> {
    const course = await this.courses.get(actor, courseId, path);
    const unitId = await this.queries.calledUnit(courseId, actor.unitId);
    if (!course.program.version?.cellStep || unitId === null) throw new NothingToPropose();
    if (course.state !== 'open') throw new CourseNotOpen();
    return { course, unitId };
  }

  private by({ accountId }: Actor): By {
    return { accountId, at: this.clock.now() };
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

function judge(
  actor: Actor,
  step: ProposalStep,
  { state, course, can, bySelf }: CellProposalView,
  reason: string | null,
) {
  const sides: Side[] = actor.role === 'cell' ? ['cell'] : ['committee'];
  const verdict = judgeProposalStep(step, { state, classOpen: course.state === 'open', sides, bySelf }, reason);
  if ('to' in verdict) {
    if (!can[step]) throw new NotAllowed('proposals.endorse');
    return verdict.to;
  }
  if (verdict.refusal === 'reason-missing') throw new ProposalReasonMissing();
  if (verdict.refusal === 'not-allowed') throw new NotAllowed('proposals.endorse');
  throw new ProposalStepNotPossible(state);
}
