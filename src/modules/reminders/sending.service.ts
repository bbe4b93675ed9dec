import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { atLocalTime, plainDateIn } from '../../kernel/plain-date.js';
import { CallsQueries } from '../courses/index.js';
import { NotificationsService } from '../notifications/index.js';
import { DaysQueries } from '../timetable/index.js';
import { PoliciesRepository } from './policies.repository.js';
import { type OwedReminder, type Person, RecipientsRepository, type WaitingReminder } from './recipients.repository.js';
import { digestOf, noticeOf } from './reminder-notices.js';
import { CHANNELS } from './reminder.types.js';
import { reasonToDrop } from './rules/due-reminders.js';
import { waitUntil } from './rules/sending-time.js';

/** Channels beside the inbox. */
const OUTWARD = CHANNELS.filter((channel) => channel !== 'inbox');

/** Sends one person what waits for it: what is still owed, within the hours and the cap, several as one digest. */
@Injectable()
export class SendingService {
  constructor(
    private readonly recipients: RecipientsRepository,
    private readonly policies: PoliciesRepository,
    private readonly calls: CallsQueries,
    private readonly notifications: NotificationsService,
    private readonly days: DaysQueries,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the promise. Whether anything is still owed is asked now, so an answer stops it at once. */
  async sendTo(accountId: string): Promise<void> {
    const now = this.clock.now();
    const person = await this.recipients.holdPerson(accountId);
    if (!person) return;
    const owed = await this.owed(person, await this.recipients.holdWaiting(accountId, now), now);
    // The call itself is news: it waits for no hour and is no part of a digest.
    for (const reminder of owed.filter(({ stage }) => stage === 'call')) await this.send(person, [reminder], now);
    const presses = await this.withoutWaiting(
      person,
      owed.filter(({ stage }) => stage !== 'call'),
      now,
    );
    if (presses.length > 0) await this.send(person, presses, now);
  }

  /** What is still owed; the rest is dropped with its reason. */
  private async owed(person: Person, waiting: readonly WaitingReminder[], now: Date): Promise<OwedReminder[]> {
    const calls = new Map(
      (await this.calls.facts(waiting.map(({ unitCallId }) => unitCallId))).map((call) => [call.id, call]),
    );
    const owed: OwedReminder[] = [];
    for (const reminder of waiting) {
      const call = calls.get(reminder.unitCallId);
      if (!call) continue;
      const because = reasonToDrop(reminder, call, reminder.later);
      if (because) await this.recipients.drop(reminder.id, because, now);
      else if (!person.active) await this.recipients.drop(reminder.id, 'nobody', now, person.accountId);
      else owed.push({ ...reminder, call });
    }
    return owed;
  }

  /** Those that may go now; the others are put off to when they may. */
  private async withoutWaiting(person: Person, owed: readonly OwedReminder[], now: Date): Promise<OwedReminder[]> {
    if (owed.length === 0) return [];
    const policyOf = await this.policies.inForce([...new Set(owed.map(({ call }) => call.courseId))]);
    const calendar = await this.days.workingCalendar();
    const sentToday = await this.recipients.sentSince(person.accountId, atLocalTime(plainDateIn(now), '00:00'));
    const going: OwedReminder[] = [];
    for (const reminder of owed) {
      const until = waitUntil(policyOf(reminder.call.courseId), now, sentToday, calendar);
      if (until) await this.recipients.defer(person.accountId, reminder.id, until);
      else going.push(reminder);
    }
    return going;
  }

  private async send(person: Person, reminders: readonly OwedReminder[], now: Date): Promise<void> {
    const [first, ...others] = reminders;
    if (!first) return;
    const notice = others.length === 0 ? noticeOf(first) : digestOf(newId(), reminders, person.role);
    const channels = OUTWARD.filter((channel) => reminders.some((reminder) => reminder.channels.includes(channel)));
    await this.notifications.tell([person], { ...notice, channels });
    await this.recipients.markSent(
      person.accountId,
      reminders.map(({ id }) => id),
      notice.causeId,
      now,
    );
  }
}
