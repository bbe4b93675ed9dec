import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { atLocalTime, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { CallsQueries, CoursesService, type CourseView } from '../courses/index.js';
import { DaysQueries } from '../timetable/index.js';
import type { NudgeDto } from './dto/reminder.dto.js';
import type { NudgeView } from './dto/reminder.view.js';
import { PoliciesRepository } from './policies.repository.js';
import { NobodyToRemind, ReminderNotPlanned } from './reminders.errors.js';
import { type HandledReminder, RemindersRepository } from './reminders.repository.js';
import { owesAnswer } from './reminders.service.js';
import { holdsPersonalNumber } from './rules/reminder-note.js';
import { waitUntil } from './rules/sending-time.js';

/** What the board does by hand: nudge, pause, move, send now, take out. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly policies: PoliciesRepository,
    private readonly courses: CoursesService,
    private readonly calls: CallsQueries,
    private readonly days: DaysQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Presses units by hand, each once for a press. Who has answered is left alone and named.
   * @throws NotFound for a class or a unit that is not called, NobodyToRemind, InvalidInput
   */
  @Transactional()
  async nudge(actor: Actor, { courseId, unitIds, note = null, pressId = newId() }: NudgeDto): Promise<NudgeView> {
    const course = await this.held(actor, courseId);
    if (course.state !== 'open') throw new NobodyToRemind();
    if (note !== null && holdsPersonalNumber(note)) throw new InvalidInput([{ path: 'note', rule: 'noPersonalData' }]);
    const calls = await this.calls.ofCourse(courseId);
    const called = unitIds.map((unitId, index) => {
      const call = calls.find((one) => one.unitId === unitId);
      if (!call) throw new NotFound('unitIds', index);
      return call;
    });
    const owing = called.filter(owesAnswer);
    const now = this.clock.now();
    if (await this.reminders.insertNudge({ id: pressId, courseId, note, by: actor.accountId }, now)) {
      await this.reminders.planNudges(pressId, owing, now);
      await this.record(actor, 'reminders.nudged', { courseId }, { units: owing.length });
    }
    return {
      nudged: owing.length,
      answered: called
        .filter((call) => !owesAnswer(call))
        .map(({ unitId, unitCode, unitName }) => ({ id: unitId, code: unitCode, name: unitName })),
      goesAt: await this.opening(course),
    };
  }

  /** Holds the reminders of a class back; the call itself too. @throws NotFound */
  @Transactional()
  async pause(actor: Actor, courseId: string): Promise<void> {
    await this.held(actor, courseId);
    if (await this.policies.isPaused(courseId)) return;
    await this.policies.pause(courseId, actor.accountId, this.clock.now());
    await this.record(actor, 'reminders.paused', { courseId });
  }

  /** Lets them go again; of what came due meanwhile only the latest goes. @throws NotFound */
  @Transactional()
  async resume(actor: Actor, courseId: string): Promise<void> {
    await this.held(actor, courseId);
    if (!(await this.policies.isPaused(courseId))) return;
    await this.policies.resume(courseId);
    await this.record(actor, 'reminders.resumed', { courseId });
  }

  /** Sends a planned reminder before its day, within the hours. @throws NotFound, ReminderNotPlanned */
  @Transactional()
  async sendNow(actor: Actor, id: string): Promise<void> {
    const reminder = await this.planned(actor, id);
    await this.reminders.moveTo(id, this.clock.now());
    await this.record(actor, 'reminders.sentNow', reminder, { stage: reminder.stage });
  }

  /** Gives a planned reminder another day. @throws NotFound, ReminderNotPlanned, InvalidInput */
  @Transactional()
  async move(actor: Actor, id: string, on: string): Promise<void> {
    const reminder = await this.planned(actor, id);
    if (on < plainDateIn(this.clock.now())) throw new InvalidInput([{ path: 'on', rule: 'fromTodayOn' }]);
    if (!(await this.days.workingCalendar()).isWorkingDay(on))
      throw new InvalidInput([{ path: 'on', rule: 'onAWorkingDay' }]);
    const policy = (await this.policies.inForce([reminder]))(reminder);
    await this.reminders.moveTo(id, atLocalTime(on, policy.sendAt));
    await this.record(actor, 'reminders.moved', reminder, { stage: reminder.stage, on });
  }

  /** Takes a planned reminder out for good. @throws NotFound, ReminderNotPlanned */
  @Transactional()
  async cancel(actor: Actor, id: string): Promise<void> {
    const reminder = await this.planned(actor, id);
    await this.reminders.cancel(id);
    await this.record(actor, 'reminders.cancelled', reminder, { stage: reminder.stage });
  }

  private async planned(actor: Actor, id: string): Promise<HandledReminder> {
    const reminder = await this.reminders.hold(actor.unitId, id);
    if (!reminder) throw new NotFound('id');
    if (reminder.state !== 'planned') throw new ReminderNotPlanned();
    return reminder;
  }

  private async held(actor: Actor, courseId: string): Promise<CourseView> {
    const course = await this.courses.get(actor, courseId, 'courseId');
    if (!course.can.edit) throw new NotFound('courseId');
    return course;
  }

  /** When something that is sent by hand now leaves, for somebody who had nothing today. */
  private async opening(course: CourseView): Promise<Date> {
    const now = this.clock.now();
    const scope = { programId: course.programId, courseId: course.id };
    const policy = (await this.policies.inForce([scope]))(scope);
    return waitUntil(policy, now, 0, await this.days.workingCalendar()) ?? now;
  }

  private async record(
    actor: Actor,
    action: string,
    { courseId, unitId }: { readonly courseId: string | null; readonly unitId?: string },
    data: Record<string, unknown> = {},
  ): Promise<void> {
    const subject =
      courseId === null
        ? { subjectType: 'unit', subjectId: unitId ?? actor.unitId }
        : { subjectType: 'course', subjectId: courseId };
    await this.audit.record({ actor, action, ...subject, unitId: actor.unitId, data });
  }
}
