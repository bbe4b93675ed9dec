import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import {
  CoursesRepository,
  CoursesService,
  type CourseStep,
  type CourseView,
  nextCourseState,
  stateChange,
  StepNotPossible,
} from '../courses/index.js';
import { OfficialsRepository } from '../officials/index.js';
import { levelsGiven } from './levels-given.js';
import { BelowMinimum, NotYetDecided, TimetableIncomplete, UndecidedNominations } from './nominations.errors.js';
import { type HeldCourse, NominationsRepository, quotaPeriod, type Tally } from './nominations.repository.js';
import { SeatsService } from './seats.service.js';
import { RosterTrail } from './roster-trail.js';

/** The list of a class from the day it is fixed to the certificate. */
@Injectable()
export class RosterService {
  constructor(
    private readonly courses: CoursesService,
    private readonly courseRows: CoursesRepository,
    private readonly nominations: NominationsRepository,
    private readonly seats: SeatsService,
    private readonly officials: OfficialsRepository,
    private readonly record: RosterTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Fixes the list. Everyone on a seat must have a decision; fewer than the minimum, or a timetable without rooms and
   * lecturers, needs a reason.
   * @throws NotFound, StepNotPossible, UndecidedNominations, NotYetDecided, BelowMinimum, TimetableIncomplete
   */
  @Transactional()
  async confirm(actor: Actor, courseId: string, reason: string | null): Promise<CourseView> {
    const { course } = await this.hold(actor, courseId, 'confirm');
    const { approved } = await this.settled(course);
    const gaps = await this.nominations.timetableGaps(courseId);
    if (!reason?.trim()) {
      if (approved < course.minimum) throw new BelowMinimum(approved, course.minimum);
      if (gaps.sessions === 0 || gaps.withoutRoom + gaps.withoutLecturer > 0) throw new TimetableIncomplete(gaps);
    }
    await this.move(course, 'confirm', reason);
    await this.record.advanced(
      actor,
      course,
      'enrolled',
      await this.nominations.advance(courseId, 'enrolled', this.clock.now()),
    );
    await this.record.step(actor, course, 'course.confirmed', {
      ...stateChange(course.state, 'confirmed'),
      approved,
      ...gaps,
      ...(reason && { reason }),
    });
    return this.courses.get(actor, courseId);
  }

  /** Begins the class: who is still waiting is let go. @throws NotFound, StepNotPossible, UndecidedNominations, NotYetDecided */
  @Transactional()
  async start(actor: Actor, courseId: string): Promise<CourseView> {
    const { course } = await this.hold(actor, courseId, 'start');
    const { approved } = await this.settled(course);
    const lapsed = await this.nominations.lapse(courseId, 'waiting', null, this.clock.now());
    await this.move(course, 'start');
    await this.record.advanced(
      actor,
      course,
      'studying',
      await this.nominations.advance(courseId, 'studying', this.clock.now()),
    );
    await this.record.lapsed(actor, course, lapsed, 'class-started');
    await this.record.step(actor, course, 'course.started', {
      ...stateChange(course.state, 'running'),
      trainees: approved,
    });
    return this.courses.get(actor, courseId);
  }

  /**
   * Ends the class; those who completed it hold, from its last day, what the program gave when the class opened.
   * @param notCompleted nominations of those who did not.
   * @throws NotFound, StepNotPossible
   */
  @Transactional()
  async complete(actor: Actor, courseId: string, notCompleted: readonly string[]): Promise<CourseView> {
    const { course } = await this.hold(actor, courseId, 'complete');
    const trainees = await this.nominations.trainees(courseId);
    const stranger = notCompleted.findIndex((id) => !trainees.has(id));
    if (stranger >= 0) throw new NotFound('notCompleted', stranger);
    const results = await this.nominations.complete(courseId, notCompleted);
    const completed = results.filter(({ state }) => state === 'completed');
    await this.officials.conferLevels(levelsGiven(course, completed));
    await this.move(course, 'complete');
    await this.record.results(actor, course, results);
    await this.record.step(actor, course, 'course.completed', {
      ...stateChange(course.state, 'completed'),
      completed: completed.length,
      notCompleted: notCompleted.length,
    });
    return this.courses.get(actor, courseId);
  }

  /** Ends the class before its end; seats and quota places are given back. @throws NotFound, StepNotPossible */
  @Transactional()
  async cancel(actor: Actor, courseId: string, reason: string): Promise<CourseView> {
    const { course } = await this.hold(actor, courseId, 'cancel');
    const lapsed = await this.nominations.lapse(courseId, 'everyone', reason, this.clock.now());
    await this.move(course, 'cancel', reason);
    await this.record.lapsed(actor, course, lapsed, 'class-cancelled');
    await this.record.cancelled(actor, course, {
      ...stateChange(course.state, 'cancelled'),
      reason,
      people: lapsed.length,
    });
    return this.courses.get(actor, courseId);
  }

  /** Changes the number of seats; on new ones the waitlist moves up, in order. @throws NotFound, NotAllowed, CapacityBelowSeats, SeatsNotFree */
  @Transactional()
  async changeCapacity(actor: Actor, courseId: string, capacity: number): Promise<CourseView> {
    const course = await this.courses.get(actor, courseId);
    if (!course.can.changeCapacity) throw new NotAllowed('nominations.manageRoster');
    const held = await this.nominations.hold(courseId, course.programId, quotaPeriod(course.startsOn));
    await this.nominations.setCapacity(courseId, capacity);
    await this.seats.refuseBelowKept(courseId);
    const promoted = await this.seats.fill(actor, courseId, 'capacity-raised');
    await this.record.step(actor, course, 'course.capacityChanged', {
      from: held.capacity,
      to: capacity,
      promoted: promoted.length,
    });
    return this.courses.get(actor, courseId);
  }

  /** The class, held until the transaction ends. @throws NotFound, StepNotPossible */
  private async hold(
    actor: Actor,
    courseId: string,
    step: CourseStep,
  ): Promise<{ course: CourseView; held: HeldCourse }> {
    const seen = await this.courses.get(actor, courseId);
    const held = await this.nominations.hold(courseId, seen.programId, quotaPeriod(seen.startsOn));
    const course = await this.courses.get(actor, courseId);
    if (!nextCourseState(course.state, step)) throw new StepNotPossible(course.state, step);
    if (!course.can[step]) throw new NotAllowed('nominations.manageRoster');
    return { course, held };
  }

  /** Everyone on a seat is decided on, and sent by a decision where the program asks for one. */
  private async settled({ id, program }: CourseView): Promise<Tally> {
    const tally = await this.nominations.tally(id);
    if (tally.undecided > 0) throw new UndecidedNominations(tally.undecided);
    if (program.version?.decisionStep && tally.withoutDecision > 0) throw new NotYetDecided(tally.withoutDecision);
    return tally;
  }

  private async move({ id, state }: CourseView, step: CourseStep, reason: string | null = null): Promise<void> {
    const to = nextCourseState(state, step);
    const change = reason?.trim() ? { stateReason: reason.trim() } : {};
    if (!to || !(await this.courseRows.move(id, state, to, change))) throw new StepNotPossible(state, step);
  }
}
