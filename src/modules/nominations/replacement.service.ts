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
import { CannotReplace, NominationStepNotPossible, OwnNomination, ReasonMissing } from './nominations.errors.js';
import { decides } from './nominations.policy.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsRepository, quotaPeriod } from './nominations.repository.js';
import { type HandedBy, type HandOver, judgeHandOver } from './rules/stepping-in.js';
import { STEPS } from './rules/transitions.js';
import { SeatsService } from './seats.service.js';
import { WayRepository } from './way.repository.js';
import { WayService } from './way.service.js';

/** Rules that say nothing against somebody who takes a seat and a place that are there. */
export const HANDED_OVER: readonly string[] = ['seat-free', 'quota-left'];

/** One person taking another's place: thay người, and a reserve who steps in. */
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
  replace(actor: Actor, id: string, officialId: string, reason: string): Promise<NominationView> {
    return this.handOver(actor, id, { officialId, by: 'replace', reason });
  }

  /** Hands the place of one who leaves in this way to another, in the transaction of the caller. */
  async handOver(
    actor: Actor,
    id: string,
    { officialId, by, reason }: { officialId: string; by: HandedBy; reason: string },
  ): Promise<NominationView> {
    if (officialId === actor.officialId) throw new OwnNomination();
    const seen = await this.get(actor, id);
    const course = await this.courses.get(actor, seen.course.id);
    await this.nominations.hold(course.id, course.programId, quotaPeriod(course.startsOn));
    const leaver = await this.get(actor, id);
    const { leaver: ends, newcomer: begins } = this.judge(actor, by, leaver, reason);
    const { verdict, waitingId, needed } = await this.newcomer(actor, course, leaver, officialId);
    const left = waitingId !== null && (await this.leaveWaitlist(actor, waitingId, reason));
    const at = this.clock.now();
    const change = { leaverId: id, version: leaver.version, officialId, reason: reason.trim(), verdict, needed };
    const newcomerId = await this.rows.replace({ ...change, ends, begins, by: actor.accountId, at });
    if (newcomerId === null) throw new StaleVersion();
    const offered = await this.rows.closeOffer(id, at, actor.accountId);
    const fromReserve = await this.rows.steppedIn(newcomerId, actor.accountId, at);
    const told = { reason: reason.trim(), ends, reserve: fromReserve };
    await this.way.handedOver(actor, { id, unitId: leaver.unit.id }, newcomerId, told);
    // A seat that the newcomer, or the one who left, was being asked about is the next one's now.
    if (left || offered) await this.seats.fill(actor, course.id, 'seat-freed');
    return this.get(actor, newcomerId);
  }

  private judge(
    actor: Actor,
    by: HandedBy,
    { state, place, course, can, official }: NominationView,
    reason: string,
  ): HandOver {
    const verdict = judgeHandOver(by, { state, place, courseState: course.state, reason });
    if ('refusal' in verdict) {
      if (verdict.refusal === 'reason-missing') throw new ReasonMissing();
      throw new NominationStepNotPossible(state);
    }
    if (decides(by) && official.id === actor.officialId) throw new OwnNomination();
    if (!can[by]) throw new NotAllowed(STEPS[by].who);
    if (!reason.trim()) throw new ReasonMissing();
    return verdict;
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
    return { verdict: checks, waitingId: waiting?.id ?? null, needed: facts.needed };
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
