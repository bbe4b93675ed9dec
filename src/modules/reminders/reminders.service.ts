import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { CallsQueries } from '../courses/index.js';
import { AccountsQueries, type Recipient } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { DaysQueries } from '../timetable/index.js';
import { type DueReminder, RemindersRepository } from './reminders.repository.js';
import { reminderDue } from './reminders.topics.js';
import { dueReminders, reasonToDrop } from './rules/due-reminders.js';

/** Reminders taken in one go. */
const BATCH = 500;

/** Pressing units that owe an answer, politely and until they give one. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly calls: CallsQueries,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
    private readonly days: DaysQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Plans all reminders of calls, in place of those that spoke of another deadline. */
  async plan(unitCallIds: readonly string[]): Promise<void> {
    const calendar = await this.days.workingCalendar();
    for (const call of await this.calls.facts(unitCallIds)) {
      await this.reminders.dropPlannedOfCall(call.id, 'deadline-moved', call.deadline);
      await this.reminders.plan(call.id, call.deadline, dueReminders(call.deadline, this.clock.now(), calendar));
    }
  }

  /** Turns reminders whose time has come into promises. @returns how many. */
  @Transactional()
  async queueDue(): Promise<number> {
    const due = await this.reminders.takeDue(this.clock.now(), BATCH);
    await this.outbox.announce(reminderDue, ...due.map((reminderId) => ({ reminderId })));
    return due.length;
  }

  /** Sends one reminder, unless it is no longer needed; asked at this very moment, so an answer stops it at once. */
  async send(reminderId: string): Promise<void> {
    const now = this.clock.now();
    const reminder = await this.reminders.hold(reminderId, now);
    if (!reminder) return;
    const [call] = await this.calls.facts([reminder.unitCallId]);
    if (!call) return;
    const because = reasonToDrop(reminder, call, reminder.later);
    if (because) {
      await this.reminders.drop(reminder.id, because);
      return;
    }
    const told = await this.notifications.tell(await this.recipients(reminder, call), {
      causeId: reminder.id,
      kind: `call.${kindOf(reminder)}`,
      facts: { course: call.courseCode, title: call.courseTitle, unit: call.unitName, deadline: call.deadline },
      link: `/lop/${call.courseId}`,
    });
    await this.reminders.markSent(reminder.id, told, now);
  }

  /** The unit's own people; the last stage also tells the board that holds the class. */
  private async recipients(reminder: DueReminder, call: { unitId: string; holderId: string }): Promise<Recipient[]> {
    const unit = await this.accounts.recipientsOf(call.unitId, ['committee', 'cell']);
    return reminder.stage === 'escalation'
      ? [...unit, ...(await this.accounts.recipientsOf(call.holderId, ['board']))]
      : unit;
  }
}

/** The text of a stage: all before the deadline read alike, and so do all after it. */
const kindOf = ({ stage }: DueReminder): string => stage.split('-')[0] ?? stage;
