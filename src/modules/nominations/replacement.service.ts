import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { ClaimsQueries } from './claims.queries.js';
import type { NominationView } from './dto/nomination.view.js';
import { judgeFacts } from './judge-facts.js';
import { CannotReplace, NominationStepNotPossible, ReasonMissing } from './nominations.errors.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsRepository, quotaPeriod } from './nominations.repository.js';
import { judgeStep, STEPS } from './rules/transitions.js';
import { SeatsService } from './seats.service.js';
import { WayRepository } from './way.repository.js';
import { WayService } from './way.service.js';

/** Rules that say nothing against somebody who takes a seat and a place that are there. */
const HANDED_OVER: readonly string[] = ['seat-free', 'quota-left'];

/** One person taking another's place (thay người). */
@Injectable()
export class ReplacementService {
  constructor(
    private readonly courses: CoursesService,
    private readonly queries: NominationsQueries,
    private readonly claims: ClaimsQueries,
    private readonly nominations: NominationsRepository,
    private readonly rows: WayRepository,
    private readonly way: WayService,
    private readonly seats: SeatsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Another person of the same unit takes the seat, the quota place and the line of the decision, in one transaction.
   * Whoever waits for this class leaves the waitlist for it.
   * @throws NotFound, NotAllowed, NominationStepNotPossible, ReasonMissing, CannotReplace, StaleVersion
   */
  @Transactional()
  async replace(actor: Actor, id: string, officialId: string, reason: string): Promise<NominationView> {
    const seen = await this.get(actor, id);
    const course = await this.courses.get(actor, seen.course.id);
    await this.nominations.hold(course.id, course.programId, quotaPeriod(course.startsOn));
    const leaver = await this.get(actor, id);
    this.assertReplaceable(actor, leaver, reason);
    const { verdict, waitingId } = await this.newcomer(actor, course, leaver, officialId);
    const freed = waitingId !== null && (await this.leaveWaitlist(actor, waitingId, reason));
    const newcomerId = await this.rows.replace({
      leaverId: id,
      version: leaver.version,
      officialId,
      reason: reason.trim(),
      verdict,
      by: actor.accountId,
      at: this.clock.now(),
      state: leaver.state === 'no-show' ? 'studying' : leaver.state,
    });
    if (newcomerId === null) throw new StaleVersion();
    await this.way.handedOver(actor, { id, unitId: leaver.unit.id }, newcomerId, reason.trim());
    // The newcomer was being asked about another seat, which now is the next one's.
    if (freed) await this.seats.fill(actor, course.id, 'seat-freed');
    return this.get(actor, newcomerId);
  }

  private assertReplaceable(actor: Actor, { state, place, course, can }: NominationView, reason: string): void {
    const verdict = judgeStep('replace', { state, place, courseState: course.state, reason });
    if ('refusal' in verdict) {
      if (verdict.refusal === 'reason-missing') throw new ReasonMissing();
      throw new NominationStepNotPossible(state);
    }
    if (!can.replace) throw new NotAllowed(STEPS.replace.who);
  }

  /** Judged like anybody who is nominated, but for the seat and the place that are there. */
  private async newcomer(actor: Actor, course: CourseView, leaver: NominationView, officialId: string) {
    const today = plainDateIn(this.clock.now());
    const asked = { readerUnitId: actor.unitId, courseId: course.id, officialId };
    const facts = (await this.claims.facts([asked], today))[0]?.person;
    if (!facts) throw new NotFound('officialId');
    if (facts.calledUnitId !== leaver.unit.id) throw new CannotReplace('other-unit');
    const page = { courseId: course.id, officialId, place: 'waitlist' as const };
    const [waiting] = (await this.queries.list(actor, page, today)).items;
    const ignored = waiting ? [...HANDED_OVER, 'not-nominated', 'no-overlap'] : HANDED_OVER;
    const { checks } = judgeFacts({ ...course, needsQuota: course.program.needsQuota }, facts, today);
    const against = checks.find(
      ({ rule, result }) => (result === 'fail' || result === 'needsException') && !ignored.includes(rule),
    );
    if (against) throw new CannotReplace(against.rule);
    return { verdict: checks, waitingId: waiting?.id ?? null };
  }

  /** @returns whether a seat was kept for them. */
  private async leaveWaitlist(actor: Actor, id: string, reason: string): Promise<boolean> {
    const { version, unit } = await this.get(actor, id);
    const end = { to: 'withdrawn' as const, reason, by: actor.accountId, at: this.clock.now() };
    const released = await this.nominations.release(id, version, end);
    if (!released) throw new StaleVersion();
    await this.way.leftWaitlist(actor, { id, unitId: unit.id });
    return released.freed;
  }

  private async get(actor: Actor, id: string): Promise<NominationView> {
    const nomination = await this.queries.find(actor, id, plainDateIn(this.clock.now()));
    if (!nomination) throw new NotFound('id');
    return nomination;
  }
}
