export const REMINDER_STATES = ['planned', 'queued', 'sent', 'dropped'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** What makes a reminder due; what each means is said by `rules/triggers.ts`. */
export const TRIGGERS = [
  'opening',
  'deadline',
  'free-places',
  'papers',
  'first-session',
  'attendance',
  'results',
  'quota',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/**
 * How far up a reminder is told: the officials it is about, the unit, the committees above it, their secretaries, the
 * board that holds the class or gave the places.
 */
export const AUDIENCES = ['official', 'unit', 'committee', 'secretary', 'board'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The inbox always, and the devices of those who switched them on with it; the others are sent out. */
export const CHANNELS = ['inbox', 'email', 'sms', 'zalo'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Which of its trigger's times a reminder is: `call` (the call itself), `free` (places came free), `before-n`, `due` and
 * `after-n` (working days around the trigger's day), or `nudge` (pressed by hand).
 */
export type ReminderStage = string;
