import { atLocalTime, type PlainDate } from '../../../kernel/plain-date.js';
import type { WorkingCalendar } from '../../../kernel/working-calendar.js';
import type { ReminderStage } from '../reminder.types.js';

/** A reminder and the instant from which it may go. */
export interface PlannedReminder {
  readonly stage: ReminderStage;
  readonly dueAt: Date;
}

/** Reminders go at nine in the morning in Vietnam, when offices are open. */
const HOUR = '09:00';

/** Working days from the deadline; the deadline's own reminder goes on the working day at or before it. */
const STAGES: readonly { stage: ReminderStage; workingDays: number }[] = [
  { stage: 'before-10', workingDays: -10 },
  { stage: 'before-5', workingDays: -5 },
  { stage: 'before-2', workingDays: -2 },
  { stage: 'due', workingDays: 0 },
  { stage: 'after-1', workingDays: 1 },
  { stage: 'after-3', workingDays: 3 },
  { stage: 'escalation', workingDays: 5 },
];

/**
 * When a unit is to be told and pressed until it answers: at once when it is called, then around the deadline, on
 * working days only. What would be due before the call, or on the day of it, is left out: nobody is told twice a day.
 * @param now the call goes at this instant; so does a call anew with another deadline.
 */
export function dueReminders(deadline: PlainDate, now: Date, calendar: WorkingCalendar): PlannedReminder[] {
  const later = STAGES.map(({ stage, workingDays }) => ({
    stage,
    dueAt: atLocalTime(dayOf(deadline, workingDays, calendar), HOUR),
  }));
  return [
    { stage: 'call', dueAt: now },
    ...later.filter(({ dueAt }) => dueAt.getTime() > now.getTime() + QUIET_AFTER_CALL_MS),
  ];
}

/** After a call its unit is left alone for this long. */
const QUIET_AFTER_CALL_MS = 20 * 3_600_000;

function dayOf(deadline: PlainDate, workingDays: number, calendar: WorkingCalendar): PlainDate {
  if (workingDays !== 0) return calendar.addWorkingDays(deadline, workingDays);
  return calendar.isWorkingDay(deadline) ? deadline : calendar.addWorkingDays(deadline, -1);
}

/** Why a reminder that is due will not go. */
export type DropReason = 'answered' | 'course-closed' | 'deadline-moved' | 'overtaken' | 'carried-over';

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
  return later && reminder.stage !== 'call' ? 'overtaken' : null;
}
