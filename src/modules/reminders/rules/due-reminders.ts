import { atLocalTime, type PlainDate, plainDateIn } from '../../../kernel/plain-date.js';
import type { WorkingCalendar } from '../../../kernel/working-calendar.js';
import type { Audience, Channel, ReminderStage, Trigger } from '../reminder.types.js';
import { openingOf, type PolicyStage, type ReminderPolicy } from './reminder-policy.js';
import { stageKey } from './triggers.js';

/** A reminder and the instant from which it may go. */
export interface PlannedReminder {
  readonly trigger: Trigger;
  readonly stage: ReminderStage;
  readonly dueAt: Date;
  readonly audience: readonly Audience[];
  readonly channels: readonly Channel[];
  readonly ownText: string | null;
}

/** After a call its unit is left alone for this long. */
const QUIET_AFTER_CALL_MS = 20 * 3_600_000;

/**
 * When a unit is to be told and pressed until it answers: at once when it is called, then as the policy says around the
 * deadline, on working days only. What would be due before the call, or on the day of it, is left out: nobody is told
 * twice a day.
 * @param now the call goes at this instant; so does a call anew with another deadline.
 */
export function dueReminders(
  policy: ReminderPolicy,
  deadline: PlainDate,
  now: Date,
  calendar: WorkingCalendar,
): PlannedReminder[] {
  return [
    reminderOf(openingOf(policy), now),
    ...stagesAround(policy, 'deadline', deadline, calendar).filter(
      ({ dueAt }) => dueAt.getTime() > now.getTime() + QUIET_AFTER_CALL_MS,
    ),
  ];
}

/** What is said at once, for a trigger that counts from the moment it happens; nothing when the policy is silent on it. */
export function reminderAtOnce(policy: ReminderPolicy, trigger: Trigger, now: Date): PlannedReminder[] {
  return policy.stages.filter((one) => one.trigger === trigger).map((one) => reminderOf(one, now));
}

/**
 * The stages of a trigger around its day, in order. A day off is pressed for on the working day before; of stages that
 * come to fall on one day the last goes, which reaches as far as the others.
 */
export function stagesAround(
  policy: ReminderPolicy,
  trigger: Trigger,
  day: PlainDate,
  calendar: WorkingCalendar,
): PlannedReminder[] {
  const planned = policy.stages
    .filter((one) => one.trigger === trigger)
    .sort((one, other) => one.workingDays - other.workingDays)
    .map((one) => reminderOf(one, atLocalTime(dayOf(day, one.workingDays, calendar), policy.sendAt)));
  return planned.filter(({ dueAt }, index) => {
    const next = planned[index + 1];
    return !next || plainDateIn(next.dueAt) !== plainDateIn(dueAt);
  });
}

const reminderOf = ({ trigger, workingDays, to, channels, text }: PolicyStage, dueAt: Date): PlannedReminder => ({
  trigger,
  stage: stageKey(trigger, workingDays),
  dueAt,
  audience: to,
  channels,
  ownText: text,
});

function dayOf(day: PlainDate, workingDays: number, calendar: WorkingCalendar): PlainDate {
  if (workingDays !== 0) return calendar.addWorkingDays(day, workingDays);
  return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1);
}
