/** When a unit is told or pressed: `before-5` is five working days before the deadline, `escalation` also tells the board. */
export const REMINDER_STAGES = [
  'call',
  'before-10',
  'before-5',
  'before-2',
  'due',
  'after-1',
  'after-3',
  'escalation',
] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

export const REMINDER_STATES = ['planned', 'queued', 'sent', 'dropped'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];
