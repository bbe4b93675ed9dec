import type { Cell, Mark, Standing } from '../attendance.types.js';

/** A session as far as a person's share counts it. */
export interface CountedSession {
  /** How long it lasts: a half day weighs half. */
  readonly minutes: number;
  readonly cell: Cell;
}

/** What somebody was at, in sessions and in minutes; sessions at which they were not on the list do not count. */
export interface AttendanceTally {
  readonly marks: Readonly<Record<Mark, number>>;
  /** Sessions without a mark: to come, or not recorded yet. */
  readonly open: number;
  /** Minutes that the person was there. Late is there. */
  readonly attendedMinutes: number;
  /** Minutes of all sessions that have a mark. */
  readonly markedMinutes: number;
  /** Minutes of all sessions, those to come too. */
  readonly totalMinutes: number;
}

const NOTHING: AttendanceTally = {
  marks: { present: 0, late: 0, excused: 0, absent: 0 },
  open: 0,
  attendedMinutes: 0,
  markedMinutes: 0,
  totalMinutes: 0,
};

/** Leave that was granted is no presence: the share is of what was heard, whoever agreed to the rest. */
const ATTENDED: readonly Cell[] = ['present', 'late'];

/** Adds up a person's sessions, in whatever order they come. */
export function tallyOf(sessions: readonly CountedSession[]): AttendanceTally {
  return sessions.reduce((tally, { minutes, cell }): AttendanceTally => {
    if (cell === 'off') return tally;
    const totalMinutes = tally.totalMinutes + minutes;
    if (cell === 'open') return { ...tally, open: tally.open + 1, totalMinutes };
    return {
      ...tally,
      marks: { ...tally.marks, [cell]: tally.marks[cell] + 1 },
      attendedMinutes: tally.attendedMinutes + (ATTENDED.includes(cell) ? minutes : 0),
      markedMinutes: tally.markedMinutes + minutes,
      totalMinutes,
    };
  }, NOTHING);
}

/**
 * How a person stands against the minimum share; a hint for those who decide, never a decision.
 * @param minimum in percent of all that is taught; null when the program says none. @returns null where nothing can be said.
 */
export function standingOf(
  { attendedMinutes, markedMinutes, totalMinutes }: AttendanceTally,
  minimum: number | null,
): Standing | null {
  if (minimum === null || totalMinutes === 0) return null;
  const reaches = (minutes: number, of: number): boolean => minutes * 100 >= minimum * of;
  if (reaches(attendedMinutes, totalMinutes)) return 'met';
  const openMinutes = totalMinutes - markedMinutes;
  if (!reaches(attendedMinutes + openMinutes, totalMinutes)) return openMinutes > 0 ? 'out-of-reach' : 'below';
  return reaches(attendedMinutes, markedMinutes) ? 'on-track' : 'at-risk';
}
