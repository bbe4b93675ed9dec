import type { PlainDate } from '../../kernel/plain-date.js';

/** Full-time (cơ hữu) lecturers are the training centre's own; concurrent ones (kiêm chức) have another office. */
export const LECTURER_KINDS = ['full-time', 'concurrent'] as const;
export type LecturerKind = (typeof LECTURER_KINDS)[number];

/** What a session can run into. `class`: the class itself sits in another session then. */
export const CLASH_KINDS = [
  'class',
  'room',
  'lecturer',
  'trainees',
  'roomClosed',
  'lecturerGone',
  'absence',
  'load',
  'outsideClass',
] as const;
export type ClashKind = (typeof CLASH_KINDS)[number];

/** What the board should know of a session, and may still want. */
export const SESSION_WARNINGS = ['dayOff', 'blackout', 'smallRoom', 'subjectNotTaught'] as const;
export type SessionWarning = (typeof SESSION_WARNINGS)[number];

export const BLACKOUT_KINDS = ['harvest', 'congress', 'other'] as const;
export type BlackoutKind = (typeof BLACKOUT_KINDS)[number];

export const DAY_KINDS = ['holiday', 'swapped-off', 'swapped-workday'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A time from one instant up to another. */
export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Days, both included. */
export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}
