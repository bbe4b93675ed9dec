import { atLocalTime, type PlainDate, plainDateIn } from '../../../kernel/plain-date.js';
import type { WorkingCalendar } from '../../../kernel/working-calendar.js';
import type { Audience, Channel, ReminderStage } from '../reminder.types.js';
import { type ReminderPolicy, stageKey } from './reminder-policy.js';

/** A reminder and the instant from which it may go. */
export interface PlannedReminder {
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
  const call: PlannedReminder = {
    stage: 'call',
    dueAt: now,
    audience: ['unit'],
    channels: ['inbox', 'email'],
    ownText: null,
  };
  return [
    call,
    ...stagesAround(policy, deadline, calendar).filter(
      ({ dueAt }) => dueAt.getTime() > now.getTime() + QUIET_AFTER_CALL_MS,
    ),
  ];
}

/**
 * The stages of a policy around a deadline, in order. A deadline on a day off is pressed for on the working day before;
 * of stages that come to fall on one day the last goes, which reaches as far as the others.
 */
export function stagesAround(
  policy: ReminderPolicy,
  deadline: PlainDate,
  calendar: WorkingCalendar,
): PlannedReminder[] {
  const planned = [...policy.stages]
    .sort((one, other) => one.workingDays - other.workingDays)
    .map(({ workingDays, to, channels, text }) => ({
      stage: stageKey(workingDays),
      dueAt: atLocalTime(dayOf(deadline, workingDays, calendar), policy.sendAt),
      audience: to,
      channels,
      ownText: text,
    }));
  return planned.filter(({ dueAt }, index) => {
    const next = planned[index + 1];
    return !next || plainDateIn(next.dueAt) !== plainDateIn(dueAt);
  });
}

function dayOf(deadline: PlainDate, workingDays: number, calendar: WorkingCalendar): PlainDate {
  if (workingDays !== 0) return calendar.addWorkingDays(deadline, workingDays);
  return calendar.isWorkingDay(deadline) ? deadline : calendar.addWorkingDays(deadline, -1);
}

/** Why a reminder that is due will not go. */
export type DropReason =
  | 'answered'
  | 'course-closed'
  | 'deadline-moved'
  | 'overtaken'
  | 'carried-over'
  | 'policy-changed'
  | 'cancelled'
  | 'nobody';

/** Stages that nothing overtakes: the call itself, and what a person wrote by hand. */
const NEVER_OVERTAKEN: readonly ReminderStage[] = ['call', 'nudge'];

/**
 * Whether a due reminder still has to go: asked again at the very moment it is sent.
 * @param later whether a later stage of the same call is due as well: after an outage one message goes, not five.
 */
export function reasonToDrop(
  reminder: { readonly stage: ReminderStage; readonly deadline: PlainDate },
  call: { readonly answer: string | null; readonly deadline: PlainDate; readonly state: string },
  later: boolean,
): DropReason | null {
  if (call.state !== 'open') return 'course-closed';
  if (call.answer === 'carried-over') return 'carried-over';
  if (call.answer !== null) return 'answered';
  if (call.deadline !== reminder.deadline) return 'deadline-moved';
  return later && !NEVER_OVERTAKEN.includes(reminder.stage) ? 'overtaken' : null;
}
