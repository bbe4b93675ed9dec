import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { nominationEntry } from './nomination-trail.js';
import { NoOpenOffer } from './nominations.errors.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsRepository, quotaPeriod } from './nominations.repository.js';
import { nominationPromoted } from './nominations.topics.js';
import { type DueSeats, SeatsRepository } from './seats.repository.js';
import { SeatsService } from './seats.service.js';

const MINUTE_MS = 60_000;

/** Offers of freed seats: accepted, declined, or gone when their time is. */
@Injectable()
export class SeatOffersService {
  constructor(
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsRepository,
    private readonly seats: SeatsRepository,
    private readonly filling: SeatsService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The person takes the seat that was kept for them. @throws NotFound, NoOpenOffer */
  @Transactional()
  async accept(actor: Actor, nominationId: string): Promise<void> {
    const { courseId, unitId } = await this.answer(actor, nominationId, 'accepted', null);
    await this.seats.promote(courseId, [nominationId]);
    await this.outbox.announce(nominationPromoted, { nominationId, eventId: newId() });
    await this.record(actor, nominationId, unitId, 'nomination.promoted', { because: 'offer-accepted' });
  }

  /** The person does not take it: they stay on the list, the next one is asked. @throws NotFound, NoOpenOffer */
  @Transactional()
  async decline(actor: Actor, nominationId: string, reason: string | null): Promise<void> {
    const { courseId, unitId } = await this.answer(actor, nominationId, 'declined', reason);
    await this.record(actor, nominationId, unitId, 'nomination.seatDeclined', reason ? { reason } : {});
    await this.filling.fill(actor, courseId, 'offer-declined');
  }

  /** Ends offers whose time is over and seats kept until yesterday; the lines of their classes move. */
  @Periodic(MINUTE_MS)
  async endWhatIsDue(): Promise<void> {
    const now = this.clock.now();
    for (const course of await this.seats.due(now, plainDateIn(now))) await this.endOf(course, now);
  }

  @Transactional()
  async endOf({ courseId, programId, startsOn }: DueSeats, now: Date): Promise<void> {
    await this.nominations.hold(courseId, programId, quotaPeriod(startsOn));
    const expired = await this.seats.expireOffers(courseId, now);
    for (const { nominationId, unitId } of expired)
      await this.record(null, nominationId, unitId, 'nomination.seatExpired', {});
    const ended = await this.seats.endReservations(courseId, plainDateIn(now), now);
    for (const { id, unitId, holderId } of ended)
      await this.audit.record({
        actor: null,
        action: 'course.reservationEnded',
        subjectType: 'course',
        subjectId: courseId,
        unitId: holderId,
        data: { reservation: id, unitId, because: 'day-is-over' },
      });
    if (expired.length + ended.length > 0)
      await this.filling.fill(null, courseId, ended.length > 0 ? 'reservation-ended' : 'offer-expired');
  }

  private async answer(
    actor: Actor,
    nominationId: string,
    state: 'accepted' | 'declined',
    reason: string | null,
  ): Promise<{ courseId: string; unitId: string }> {
    const nomination = await this.queries.find(actor, nominationId, plainDateIn(this.clock.now()));
    if (!nomination || !(await this.queries.isOwn(actor, nominationId))) throw new NotFound('nominationId');
    await this.seats.hold(nomination.course.id);
    const answer = { state, reason, by: actor.accountId, at: this.clock.now() };
    if (!(await this.seats.answerOffer(nominationId, answer))) throw new NoOpenOffer();
    return { courseId: nomination.course.id, unitId: nomination.unit.id };
  }

  private record(
    actor: Actor | null,
    id: string,
    unitId: string,
    action: `nomination.${string}`,
    data: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(nominationEntry(actor, action, { id, unitId }, data));
  }
}
