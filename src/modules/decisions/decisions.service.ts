import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { CoursesService } from '../courses/index.js';
import { WayService } from '../nominations/index.js';
import { DecisionStepNotPossible, NobodyToDecide, SeveralPrograms } from './decisions.errors.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { DecisionsQuery, DraftDecisionDto, IssueDecisionDto, LeaveOutDto } from './dto/decision.dto.js';
import type { DecisionDetail, DecisionView, UndecidedList } from './dto/decision.view.js';

/** Decisions that send people: drafted here, numbered and signed by the clerk's process, issued and revoked here. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly courses: CoursesService,
    private readonly way: WayService,
    private readonly queries: DecisionsQueries,
    private readonly decisions: DecisionsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: DecisionsQuery): Promise<Page<DecisionView>> {
    return this.queries.list(actor, query);
  }

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<DecisionDetail> {
    const decision = await this.queries.find(actor, id, this.today());
    if (!decision) throw new NotFound('id');
    return decision;
  }

  /** @throws NotFound, NotAllowed, SeveralPrograms, NobodyToDecide */
  @Transactional()
  async draft(actor: Actor, { courseIds }: DraftDecisionDto): Promise<DecisionDetail> {
    const programs = new Set<string>();
    for (const courseId of courseIds) {
      const course = await this.courses.get(actor, courseId, 'courseIds');
      if (!course.can.copy) throw new NotAllowed('decisions.manage');
      programs.add(course.programId);
    }
    const [programId, other] = [...programs];
    if (programId === undefined || other !== undefined) throw new SeveralPrograms();
    const { id, people } = await this.decisions.draft(actor.unitId, programId, courseIds, this.by(actor));
    if (people === 0) throw new NobodyToDecide();
    await this.record(actor, 'decision.drafted', id, { people });
    return this.get(actor, id);
  }

  /** What waits for a decision. */
  async undecided(actor: Actor): Promise<UndecidedList> {
    return { items: await this.queries.undecided(actor) };
  }

  /** Leaves people of a draft for another decision; they stay approved. @throws NotFound, DecisionStepNotPossible, NobodyToDecide */
  @Transactional()
  async leaveOut(actor: Actor, id: string, { lineIds }: LeaveOutDto): Promise<DecisionDetail> {
    const decision = await this.hold(actor, id);
    if (!decision.can.leaveOut) throw new DecisionStepNotPossible();
    if ((await this.decisions.leaveOut(id, lineIds)) !== lineIds.length) throw new NotFound('lineIds');
    const left = await this.get(actor, id);
    if (left.people === 0) throw new NobodyToDecide();
    await this.record(actor, 'decision.leftOut', id, { people: lineIds.length });
    return left;
  }

  /** Everyone on the list is decided on. @throws NotFound, InvalidInput, DecisionStepNotPossible, DecisionNumberTaken */
  @Transactional()
  async issue(actor: Actor, id: string, dto: IssueDecisionDto): Promise<DecisionDetail> {
    if (dto.decidedOn > this.today()) throw new InvalidInput([{ path: 'decidedOn', rule: 'notInTheFuture' }]);
    const decision = await this.hold(actor, id);
    if (!decision.can.issue) throw new DecisionStepNotPossible();
    if (!(await this.decisions.issue(id, dto, this.by(actor)))) throw new DecisionStepNotPossible();
    const ids = inForce(decision);
    await this.way.decide(actor, ids, dto.number.trim());
    await this.record(actor, 'decision.issued', id, {
      number: dto.number.trim(),
      date: dto.decidedOn,
      people: ids.length,
    });
    return this.get(actor, id);
  }

  /** Everyone on the list is approved again, the places kept. @throws NotFound, DecisionStepNotPossible */
  @Transactional()
  async revoke(actor: Actor, id: string, reason: string): Promise<DecisionDetail> {
    const decision = await this.hold(actor, id);
    if (!decision.can.revoke) throw new DecisionStepNotPossible();
    const ids = inForce(decision);
    await this.way.revoke(actor, ids, decision.number ?? '', reason.trim());
    if (!(await this.decisions.revoke(id, reason.trim(), this.by(actor)))) throw new DecisionStepNotPossible();
    await this.record(actor, 'decision.revoked', id, {
      number: decision.number,
      reason: reason.trim(),
      people: ids.length,
    });
    return this.get(actor, id);
  }

  /** Throws a draft away. @throws NotFound, DecisionStepNotPossible */
  @Transactional()
  async discard(actor: Actor, id: string): Promise<void> {
    const decision = await this.hold(actor, id);
    if (!decision.can.discard || !(await this.decisions.discard(id))) throw new DecisionStepNotPossible();
    await this.record(actor, 'decision.discarded', id, { people: decision.people });
  }

  private async hold(actor: Actor, id: string): Promise<DecisionDetail> {
    await this.get(actor, id);
    await this.decisions.hold(id);
    return this.get(actor, id);
  }

  private by({ accountId }: Actor): { accountId: string; at: Date } {
    return { accountId, at: this.clock.now() };
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'decision', subjectId: id, unitId: actor.unitId, data });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

const inForce = ({ lines }: DecisionDetail): string[] =>
  lines.filter(({ ended }) => ended === null).map(({ nominationId }) => nominationId);
