import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { DaysQueries } from '../timetable/index.js';
import { PoliciesRepository } from './policies.repository.js';
import { RecipientsRepository } from './recipients.repository.js';
import { type Plan, RemindersRepository } from './reminders.repository.js';
import { peopleDue } from './reminders.topics.js';
import { dueReminders, type PlannedReminder, stagesAround } from './rules/due-reminders.js';
import { type Subject, SubjectsQueries } from './subjects.queries.js';

/** Reminders taken in one go. */
const BATCH = 1_000;
/** People served by one promise, in one transaction. */
const GROUP = 100;

/** Planning whom to press and when, and finding what is due. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly recipients: RecipientsRepository,
    private readonly policies: PoliciesRepository,
    private readonly subjects: SubjectsQueries,
    private readonly days: DaysQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Plans all reminders of calls, in place of those that spoke of another deadline. */
  async plan(unitCallIds: readonly string[]): Promise<void> {
    const calendar = await this.days.workingCalendar();
    const refs = unitCallIds.map((subjectId) => ({ trigger: 'deadline' as const, subjectId, unitId: '' }));
    const calls = [...(await this.subjects.of(refs)).values()];
    const policyOf = await this.policies.inForce(calls);
    for (const { subjectId, day } of calls) await this.reminders.dropPlannedOfCall(subjectId, 'deadline-moved', day);
    await this.reminders.plan(
      calls.flatMap((call) => plansOf(call, dueReminders(policyOf(call), call.day, this.clock.now(), calendar))),
    );
  }

  /** Plans what is still to come for a class anew: its policy, or the calendar, is another one. */
  async planAnew(courseId: string): Promise<void> {
    const calls = (await this.subjects.ofCourse('deadline', courseId)).filter(owesAnswer);
    const policyOf = await this.policies.inForce(calls);
    const calendar = await this.days.workingCalendar();
    const now = this.clock.now();
    const plans = calls.map((subject): Plan => ({
      subject,
      day: subject.day,
      reminders: stagesAround(policyOf(subject), 'deadline', subject.day, calendar).filter(({ dueAt }) => dueAt > now),
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
      await this.outbox.announce(peopleDue, ...inGroups(accounts).map((accountIds) => ({ accountIds })));
    }
  }

  /** Lets everybody for whom something waits be looked at again, whatever was promised. @returns how many messages. */
  lookAgain(): Promise<number> {
    return this.recipients.forgetQueued();
  }
}

/** The call itself, and the stages around its deadline, each under its own trigger. */
const plansOf = (call: Subject, reminders: readonly PlannedReminder[]): Plan[] =>
  (['opening', 'deadline'] as const).map((trigger) => ({
    subject: { ...call, trigger },
    day: call.day,
    reminders: reminders.filter((reminder) => reminder.trigger === trigger),
  }));

/** People in groups of one promise. */
function inGroups(accountIds: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let from = 0; from < accountIds.length; from += GROUP) groups.push(accountIds.slice(from, from + GROUP));
  return groups;
}

/** Whether a unit is to be pressed for its answer at all. */
export const owesAnswer = ({
  state,
  answer,
}: {
  readonly state: string | null;
  readonly answer: string | null;
}): boolean => state === 'open' && answer === null;
