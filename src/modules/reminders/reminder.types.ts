export const REMINDER_STATES = ['planned', 'queued', 'sent', 'dropped'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** How far up a reminder is told: the called unit, the committees above it, their secretaries, the board that holds the class. */
export const AUDIENCES = ['unit', 'committee', 'secretary', 'board'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The inbox always, and the devices of those who switched them on with it; the others are sent out. */
export const CHANNELS = ['inbox', 'email', 'sms', 'zalo'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What a reminder is: `call` (the call itself), `before-n`, `due` and `after-n` (working days around the deadline), or
 * `nudge` (pressed by hand).
 */
export type ReminderStage = string;
