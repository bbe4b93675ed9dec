import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import type { MoveInWaitlistDto, ReserveSeatsDto, SeatRulesDto, SeatsView, WaitingView } from './dto/seats.dto.js';
import { nominationEntry } from './nomination-trail.js';
import { NominationPresenter } from './nomination.presenter.js';
import { OrderedByRule, SeatsNotFree } from './nominations.errors.js';
import { NominationsRepository, quotaPeriod } from './nominations.repository.js';
import { whyWaiting } from './rules/waiting.js';
import { SeatsRepository } from './seats.repository.js';
import { SeatsService } from './seats.service.js';
import { WaitlistQueries, type WaitingLine } from './waitlist.queries.js';

/** The seats of a class as people deal with them: kept for units, the order of the line, why somebody waits. */
@Injectable()
export class WaitlistService {
  constructor(
    private readonly courses: CoursesService,
    private readonly nominations: NominationsRepository,
    private readonly seats: SeatsRepository,
    private readonly filling: SeatsService,
    private readonly queries: WaitlistQueries,
    private readonly presenter: NominationPresenter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Seats, what is kept of them, and who waits and why. @throws NotFound */
  async view(actor: Actor, courseId: string): Promise<SeatsView> {
    const course = await this.courses.get(actor, courseId);
    const counts = await this.queries.counts(courseId);
    if (!counts) throw new NotFound('id');
    const { keptUntil, ...rest } = counts;
    const lines = await this.queries.waiting(actor, courseId);
    const free = rest.capacity - rest.seatsTaken - rest.offeredSeats;
    return {
      ...rest,
      reservations: await this.queries.reservations(actor, courseId),
      waiting: lines.map((line) => this.waiting(actor, line, free > 0 ? keptUntil : null)),
      canManage: course.can.changeCapacity,
    };
  }

  /** Says how the line is ordered and what becomes of a freed seat. @throws NotFound, NotAllowed */
  @Transactional()
  async setRules(actor: Actor, courseId: string, rules: SeatRulesDto): Promise<SeatsView> {
    const course = await this.hold(actor, courseId);
    const before = await this.queries.counts(courseId);
    await this.seats.setRules(courseId, rules);
    const { waitlistOrder, freedSeats, offerHours } = before ?? rules;
    await this.record(actor, course, 'course.seatRulesChanged', {
      before: { waitlistOrder, freedSeats, offerHours },
      after: { ...rules },
    });
    return this.view(actor, courseId);
  }

  /** Keeps free seats for a unit that was called. @throws NotFound, NotAllowed, InvalidInput, SeatsNotFree, SeatsKeptTwice, UnitNotCalled */
  @Transactional()
  async reserve(actor: Actor, courseId: string, dto: ReserveSeatsDto): Promise<SeatsView> {
    const course = await this.hold(actor, courseId);
    const today = plainDateIn(this.clock.now());
    if (dto.until < today) throw new InvalidInput([{ path: 'until', rule: 'notInThePast' }]);
    if (dto.until > course.startsOn) throw new InvalidInput([{ path: 'until', rule: 'notAfterStart' }]);
    const counts = await this.queries.counts(courseId);
    await this.seats.reserve(courseId, dto, actor.accountId, this.clock.now());
    const kept = (await this.queries.counts(courseId))?.keptSeats ?? 0;
    const free = counts ? counts.capacity - counts.seatsTaken - counts.offeredSeats : 0;
    if (kept > free) throw new SeatsNotFree(Math.max(0, free - (counts?.keptSeats ?? 0)));
    await this.record(actor, course, 'course.seatsReserved', {
      unitId: dto.unitId,
      seats: dto.seats,
      until: dto.until,
    });
    return this.view(actor, courseId);
  }

  /** Lets the seats kept for a unit go; they are everybody's, and the line moves. @throws NotFound, NotAllowed */
  @Transactional()
  async endReservation(actor: Actor, courseId: string, id: string): Promise<SeatsView> {
    const course = await this.hold(actor, courseId);
    if (!(await this.seats.endReservation(courseId, id, this.clock.now()))) throw new NotFound('reservationId');
    await this.record(actor, course, 'course.reservationEnded', { reservation: id });
    await this.filling.fill(actor, courseId, 'reservation-ended');
    return this.view(actor, courseId);
  }

  /** Puts a waiting person elsewhere in a line that the board orders, with a reason. @throws NotFound, NotAllowed, OrderedByRule */
  @Transactional()
  async move(
    actor: Actor,
    courseId: string,
    nominationId: string,
    { position, reason }: MoveInWaitlistDto,
  ): Promise<SeatsView> {
    const course = await this.hold(actor, courseId);
    if ((await this.queries.counts(courseId))?.waitlistOrder !== 'board') throw new OrderedByRule();
    const line = (await this.seats.waiting(courseId)).map(({ id }) => id);
    const from = line.indexOf(nominationId);
    if (from < 0) throw new NotFound('nominationId');
    line.splice(from, 1);
    line.splice(position - 1, 0, nominationId);
    await this.seats.order(line);
    const subject = { id: nominationId, unitId: course.unit.id };
    const told = { from: from + 1, to: line.indexOf(nominationId) + 1, reason };
    await this.audit.record(nominationEntry(actor, 'nomination.movedInWaitlist', subject, told));
    return this.view(actor, courseId);
  }

  /** Why each of the reader's part of the tree waits, by nomination, in a sentence. */
  async sentences(actor: Actor, courseId: string): Promise<Map<string, string>> {
    const counts = await this.queries.counts(courseId);
    const isFree = counts !== null && counts.capacity > counts.seatsTaken + counts.offeredSeats;
    const lines = await this.queries.waiting(actor, courseId);
    return new Map(lines.map((line) => [line.nominationId, this.sentence(line, isFree ? counts.keptUntil : null)]));
  }

  private sentence(line: WaitingLine, anyKeptUntil: string | null): string {
    const { passedOver, toReserves } = line;
    const reason = whyWaiting({ ...line, passedOver: passedOver !== null, keptUntil: anyKeptUntil && line.keptUntil });
    return this.presenter.waiting(reason, passedOver, toReserves);
  }

  private waiting(actor: Actor, line: WaitingLine, anyKeptUntil: string | null): WaitingView {
    const { nominationId, fullName, unit, position, offer } = line;
    return {
      nominationId,
      fullName,
      unit,
      position,
      sentence: this.sentence(line, anyKeptUntil),
      offeredUntil: offer?.state === 'open' ? new Date(offer.until) : null,
      canAnswer: offer?.state === 'open' && mayRole(actor.role, 'nominations.submit'),
    };
  }

  private async hold(actor: Actor, courseId: string): Promise<CourseView> {
    const course = await this.courses.get(actor, courseId);
    if (!course.can.changeCapacity) throw new NotAllowed('nominations.manageRoster');
    await this.nominations.hold(courseId, course.programId, quotaPeriod(course.startsOn));
    return course;
  }

  private record(actor: Actor, course: CourseView, action: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({
      actor,
      action,
      subjectType: 'course',
      subjectId: course.id,
      unitId: course.unit.id,
      data,
    });
  }
}
