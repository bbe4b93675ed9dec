import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { type DomainError, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { Live } from '../../platform/live/live.js';
import type { Page } from '../../platform/http/page.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { NominationsQuery } from './dto/nomination.dto.js';
import { nominationEntry } from './nomination-trail.js';
import { NominationPresenter } from './nomination.presenter.js';
import type { NominationDetail, NominationView } from './dto/nomination.view.js';
import {
  DecidedMeanwhile,
  NominationStepNotPossible,
  OwnNomination,
  ReasonMissing,
  StillWaitlisted,
} from './nominations.errors.js';
import { NominationsQueries } from './nominations.queries.js';
import { type Decision, NominationsRepository } from './nominations.repository.js';
import { decides } from './nominations.policy.js';
import { nominationDecided } from './nominations.topics.js';
import { SeatsService } from './seats.service.js';
import { givesPlaceBack, has, judgeStep, type NominationStep, STEPS } from './rules/transitions.js';
import { disagreement } from './rules/disagreement.js';

/** Steps that are taken for one nomination and change nothing but it and the line behind it. */
export type TakenStep = Exclude<NominationStep & keyof NominationView['can'], 'replace' | 'transfer'>;

/** What a reviewer may have been too late for. */
const DECISIONS: readonly string[] = ['approved', 'returned', 'rejected', 'submitted', 'withdrawn', 'replaced'].map(
  (state) => `nomination.${state}`,
);

/** What people do with a nomination once it is made. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly queries: NominationsQueries,
    private readonly presenter: NominationPresenter,
    private readonly nominations: NominationsRepository,
    private readonly seats: SeatsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  list(actor: Actor, query: NominationsQuery): Promise<Page<NominationView>> {
    return this.queries.list(actor, query, plainDateIn(this.clock.now()));
  }

  /** One nomination with its timeline. @throws NotFound */
  async detail(actor: Actor, id: string): Promise<NominationDetail> {
    const nomination = await this.get(actor, id);
    const checks = this.presenter.checks(await this.queries.verdict(id));
    return { ...nomination, checks, history: await this.audit.historyOf(id) };
  }

  /**
   * Takes one step. Withdrawing and rejecting give the place back, and the first on the waitlist moves up.
   * @param seen the version that the one who decides has seen; left out, whatever it is now.
   * @throws NotFound, NotAllowed, NominationStepNotPossible, DecidedMeanwhile, StillWaitlisted, ReasonMissing, StaleVersion
   */
  @Transactional()
  async take(actor: Actor, step: TakenStep, id: string, reason: string | null, seen?: number): Promise<NominationView> {
    const nomination = await this.get(actor, id);
    if (seen !== undefined && seen !== nomination.version) throw await this.meanwhile(actor, nomination);
    const to = this.judge(actor, step, nomination, reason);
    const decision: Decision = { to, reason: reason?.trim() ?? null, by: actor.accountId, at: this.clock.now() };
    const freed = await this.write(actor, nomination, step, decision);
    await this.record(actor, nomination, `nomination.${to}`, reason);
    if (has(step, 'unit-told'))
      await this.outbox.announce(nominationDecided, { nominationId: id, eventId: newId(), decision: to });
    if (freed) await this.seats.fill(actor, nomination.course.id, 'seat-freed');
    // Units of the class that were not decided about see its counters, too.
    this.live.say({ topic: 'course', id: nomination.course.id, audience: { unitId: actor.unitId, below: true } });
    return this.get(actor, id);
  }

  private judge(actor: Actor, step: TakenStep, nomination: NominationView, reason: string | null): Decision['to'] {
    const { who } = STEPS[step];
    if (!mayRole(actor.role, who)) throw new NotAllowed(who);
    const { state, place, course } = nomination;
    const against = disagreement({ step, ...nomination });
    const verdict = judgeStep(step, { state, place, courseState: course.state, reason });
    if ('to' in verdict) {
      if (decides(step) && actor.officialId === nomination.official.id) throw new OwnNomination();
      if (!nomination.can[step]) throw new NotAllowed(who);
      if (against && !reason?.trim()) throw new ReasonMissing(against);
      return verdict.to;
    }
    switch (verdict.refusal) {
      case 'reason-missing':
        throw new ReasonMissing();
      case 'waitlisted':
        throw new StillWaitlisted();
      case 'wrong-state':
      case 'class-elsewhere':
        throw new NominationStepNotPossible(nomination.state);
    }
  }

  /** Who was quicker, with what, and when. */
  private async meanwhile(actor: Actor, { id, state }: NominationView): Promise<DomainError> {
    const last = (await this.audit.historyOf(id)).findLast(({ action }) => DECISIONS.includes(action));
    if (!last || last.by === actor.displayName) return new StaleVersion();
    const { reason } = last.data as { reason?: string };
    return new DecidedMeanwhile({ by: last.by ?? '', at: last.at, nomination: state, reason: reason ?? null });
  }

  /** @returns whether a seat fell free. */
  private async write(actor: Actor, nomination: NominationView, step: TakenStep, decision: Decision): Promise<boolean> {
    const { id, version } = nomination;
    if (!givesPlaceBack(step)) {
      if (!(await this.nominations.decide(id, version, decision))) throw await this.meanwhile(actor, nomination);
      return false;
    }
    const released = await this.nominations.release(id, version, decision);
    if (!released) throw await this.meanwhile(actor, nomination);
    return released.freed;
  }

  private async get(actor: Actor, id: string): Promise<NominationView> {
    const nomination = await this.queries.find(actor, id, plainDateIn(this.clock.now()));
    if (!nomination) throw new NotFound('id');
    return nomination;
  }

  private record(
    actor: Actor,
    nomination: NominationView,
    action: `nomination.${string}`,
    reason: string | null,
  ): Promise<void> {
    const subject = { id: nomination.id, unitId: nomination.unit.id };
    return this.audit.record(nominationEntry(actor, action, subject, reason ? { reason } : {}));
  }
}
