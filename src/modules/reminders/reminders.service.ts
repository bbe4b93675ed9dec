import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type CallFacts, CallsQueries } from '../courses/index.js';
import { DaysQueries } from '../timetable/index.js';
import { PoliciesRepository } from './policies.repository.js';
import { RecipientsRepository } from './recipients.repository.js';
import { type PlanOfCall, RemindersRepository } from './reminders.repository.js';
import { personDue } from './reminders.topics.js';
import { dueReminders, stagesAround } from './rules/due-reminders.js';

/** Reminders taken in one go. */
const BATCH = 500;

/** Planning whom to press and when, and finding what is due. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly recipients: RecipientsRepository,
    private readonly policies: PoliciesRepository,
    private readonly calls: CallsQueries,
    private readonly days: DaysQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Plans all reminders of calls, in place of those that spoke of another deadline. */
  async plan(unitCallIds: readonly string[]): Promise<void> {
    const calendar = await this.days.workingCalendar();
    const calls = await this.calls.facts(unitCallIds);
    const policyOf = await this.policies.inForce([...new Set(calls.map(({ courseId }) => courseId))]);
    for (const { id, deadline } of calls) await this.reminders.dropPlannedOfCall(id, 'deadline-moved', deadline);
    await this.reminders.plan(
      calls.map(({ id, courseId, deadline }) => ({
        unitCallId: id,
        deadline,
        reminders: dueReminders(policyOf(courseId), deadline, this.clock.now(), calendar),
      })),
    );
  }

  /** Plans what is still to come for a class anew: its policy, or the calendar, is another one. */
  async planAnew(courseId: string): Promise<void> {
    const calls = (await this.calls.ofCourse(courseId)).filter(owesAnswer);
    const policy = (await this.policies.inForce([courseId]))(courseId);
    const calendar = await this.days.workingCalendar();
    const now = this.clock.now();
    const plans: PlanOfCall[] = calls.map(({ id, deadline }) => ({
      unitCallId: id,
      deadline,
      reminders: stagesAround(policy, deadline, calendar).filter(({ dueAt }) => dueAt > now),
    }));
    await this.reminders.dropUnplanned(plans);
    await this.reminders.plan(plans);
  }

  /**
   * Takes all that is due: gives reminders their people, then promises to look at these people. One worker does so at a
   * time and in one transaction, so that two which look in the same second cannot split what is one digest.
   */
  @Transactional()
  async sweep(): Promise<void> {
    const now = this.clock.now();
    if (!(await this.recipients.holdSweep())) return;
    while ((await this.recipients.expandDue(now, BATCH)) > 0);
    for (;;) {
      const accounts = await this.recipients.takeWaiting(now, BATCH);
      if (accounts.length === 0) return;
      await this.outbox.announce(personDue, ...accounts.map((accountId) => ({ accountId })));
    }
  }

  /** Lets everybody for whom something waits be looked at again, whatever was promised. @returns how many messages. */
  lookAgain(): Promise<number> {
    return this.recipients.forgetQueued();
  }
}

/** Whether a unit is to be pressed at all. */
export const owesAnswer = ({ state, answer }: CallFacts): boolean => state === 'open' && answer === null;
