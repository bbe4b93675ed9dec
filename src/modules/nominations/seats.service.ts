import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { SEATS_MOVE } from '../courses/index.js';
import { ClaimsQueries } from './claims.queries.js';
import { judgeFacts } from './judge-facts.js';
import { nominationEntry } from './nomination-trail.js';
import { SeatsNotFree } from './nominations.errors.js';
import { nominationPromoted, seatOffered } from './nominations.topics.js';
import type { RuleCheck } from './rules/eligibility.js';
import { seatNext } from './rules/seating.js';
import { type SeatedCourse, SeatsRepository, type WaitingRow } from './seats.repository.js';

/** Why seats are given to those who wait. */
export type SeatCause =
  'seat-freed' | 'capacity-raised' | 'reservation-ended' | 'offer-declined' | 'offer-expired' | 'waitlist-changed';

/** What was true when the nomination was made and cannot fail for somebody who waits: it holds its place and its quota. */
const HELD: readonly string[] = ['unit-called', 'not-nominated', 'quota-left', 'seat-free'];
const HOUR_MS = 3_600_000;
/** People judged beyond those there are seats for. */
const SPARE = 3;

/** Gives free seats to those who wait. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly seats: SeatsRepository,
    private readonly queries: ClaimsQueries,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Goes through the waitlist of a class that the caller holds: who comes next sits down, or is asked first, as the class
   * says. Each is judged by what is true now; who may not go any more is passed over, with the reason.
   * @param actor who set it off; null for the system itself.
   * @returns who moved up to a seat.
   */
  async fill(actor: Actor | null, courseId: string, because: SeatCause): Promise<readonly string[]> {
    const course = await this.seats.hold(courseId);
    if (!course || course.waitlisted === 0 || !SEATS_MOVE.includes(course.state)) return [];
    const free = course.capacity - course.seatsTaken - course.offeredSeats;
    if (free <= 0) return [];
    const kept = await this.seats.unused(courseId);
    const all = await this.seats.waiting(courseId);
    // Nearly always the first of the line may go; everybody is judged only where too many of them may not.
    const first = all.filter(({ offer }) => offer === 'none').slice(0, free + SPARE);
    const enough = kept.size === 0 && (await this.judge(course, first));
    const waiting = enough && first.length - enough.size >= free ? first : all;
    const against = waiting === first && enough ? enough : await this.judge(course, all);
    const people = waiting.map((person) => ({ ...person, against: against.get(person.id)?.rule ?? null }));
    const { next, passed } = seatNext(people, { free, kept });
    await this.passOver(actor, course, waiting, new Map(passed.map((id) => [id, against.get(id)])));
    if (next.length === 0) return [];
    if (course.freedSeats === 'offer') return this.offer(actor, course, waiting, next, because);
    await this.seats.promote(courseId, next);
    await this.trail(actor, 'nomination.promoted', waiting, next, { because });
    await this.outbox.announce(nominationPromoted, ...next.map((nominationId) => ({ nominationId, eventId: newId() })));
    return next;
  }

  /** Seats that are kept for units stay free, whatever else is made of the class. @throws SeatsNotFree */
  async refuseBelowKept(courseId: string): Promise<void> {
    const course = await this.seats.hold(courseId);
    const kept = [...(await this.seats.unused(courseId)).values()].reduce((sum, seats) => sum + seats, 0);
    if (course && kept > course.capacity - course.seatsTaken - course.offeredSeats) throw new SeatsNotFree(kept);
  }

  /** What now speaks against each who waits, as far as anything does. */
  private async judge(course: SeatedCourse, waiting: readonly WaitingRow[]): Promise<Map<string, RuleCheck>> {
    const today = plainDateIn(this.clock.now());
    const lines = waiting.map(({ officialId, unitId }) => ({ readerUnitId: unitId, courseId: course.id, officialId }));
    const facts = await this.queries.facts(lines, today);
    return new Map(
      waiting.flatMap(({ id }, index): [string, RuleCheck][] => {
        const person = facts[index]?.person;
        if (!person) return [[id, { rule: 'at-work', result: 'fail', facts: { status: 'left' } }]];
        const { checks } = judgeFacts(course, person, today);
        const failed = checks.find(
          ({ rule, result }) => (result === 'fail' || result === 'needsException') && !HELD.includes(rule),
        );
        return failed ? [[id, failed]] : [];
      }),
    );
  }

  /** Keeps the reason with each who was passed over, and tells the trail when it is a new one. */
  private async passOver(
    actor: Actor | null,
    course: SeatedCourse,
    waiting: readonly WaitingRow[],
    passed: ReadonlyMap<string, RuleCheck | undefined>,
  ): Promise<void> {
    const changed = waiting.filter(
      ({ id, passedOver }) => (passed.get(id)?.rule ?? null) !== (passedOver?.rule ?? null),
    );
    await this.seats.passOver(
      changed.map(({ id }) => {
        const check = passed.get(id);
        return {
          id,
          passedOver: check
            ? { rule: check.rule, result: check.result, facts: check.facts, source: check.source }
            : null,
        };
      }),
    );
    const news = changed.filter(({ id }) => passed.has(id));
    for (const { id } of news)
      await this.trail(actor, 'nomination.passedOver', waiting, [id], {
        course: course.code,
        rule: passed.get(id)?.rule,
      });
  }

  private async offer(
    actor: Actor | null,
    course: SeatedCourse,
    waiting: readonly WaitingRow[],
    next: readonly string[],
    because: SeatCause,
  ): Promise<readonly string[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + course.offerHours * HOUR_MS);
    await this.seats.offer(course.id, next, now, until);
    await this.trail(actor, 'nomination.seatOffered', waiting, next, { because, until: until.toISOString() });
    await this.outbox.announce(seatOffered, ...next.map((nominationId) => ({ nominationId, eventId: newId() })));
    return [];
  }

  private async trail(
    actor: Actor | null,
    action: `nomination.${string}`,
    waiting: readonly WaitingRow[],
    ids: readonly string[],
    data: Record<string, unknown>,
  ): Promise<void> {
    const unitOf = new Map(waiting.map(({ id, unitId }) => [id, unitId]));
    await this.audit.record(
      ...ids.map((id) => nominationEntry(actor, action, { id, unitId: unitOf.get(id) ?? null }, data)),
    );
  }
}
