import { atLocalTime, type PlainDate, plainDateIn } from '../../../kernel/plain-date.js';
import type { WorkingCalendar } from '../../../kernel/working-calendar.js';
import type { ReminderPolicy } from './reminder-policy.js';

/**
 * Whether a message may go to a person now, and if not, when to look again: outside the hours of the policy, on a day
 * off, or once the person has had a day's messages, it waits; it is never given up for that.
 * @param sentToday messages that the person had today, digests counted as one.
 * @returns null for now, else a later instant within the hours of a working day.
 */
export function waitUntil(
  policy: Pick<ReminderPolicy, 'sendAt' | 'opensAt' | 'closesAt' | 'maxPerDay'>,
  now: Date,
  sentToday: number,
  calendar: WorkingCalendar,
): Date | null {
  const today = plainDateIn(now);
  const at = (day: PlainDate, time: string): Date => atLocalTime(day, time);
  const full = sentToday >= policy.maxPerDay;
  if (!calendar.isWorkingDay(today) || full || now >= at(today, policy.closesAt))
    return at(calendar.addWorkingDays(today, 1), policy.sendAt);
  return now < at(today, policy.opensAt) ? at(today, policy.sendAt) : null;
}
