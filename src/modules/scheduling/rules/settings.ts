import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { ClassSettings, Rhythm, Weights } from '../schedule.types.js';

/** What counts how much when the planner says nothing. */
export const USUAL_WEIGHTS: Weights = {
  wishedDate: 5,
  unbroken: 3,
  roomFit: 1,
  evenWeeks: 4,
  holidayEve: 2,
  stability: 6,
  ownLecturers: 1,
};

/** Classes that a week bears when the planner says nothing. */
export const USUAL_CLASSES_PER_WEEK = 3;

const LONGEST_DAYS = 731;

/** What a class and its program say by themselves. */
export interface KnownOfClass {
  readonly capacity: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** How it is taught, where the program says. */
  readonly rhythm: Rhythm | null;
  /** Its days, where the program says. */
  readonly days: number | null;
  /** Subjects with their days, where the program says of all. */
  readonly subjects: readonly { readonly name: string; readonly days: number }[];
}

/**
 * A class as the planner wants it placed: what was said, else what its program says, else the working days between the
 * days it was drafted for.
 * @param frame first and last day of the whole plan
 */
export function settingsOf(
  known: KnownOfClass,
  said: Partial<ClassSettings>,
  frame: { readonly from: PlainDate; readonly to: PlainDate },
  isWorkingDay: (day: PlainDate) => boolean,
): ClassSettings {
  return {
    size: known.capacity,
    rhythm: said.rhythm ?? known.rhythm ?? 'working-days',
    parts: said.parts ?? partsOf(known, isWorkingDay),
    from: said.from ?? frame.from,
    to: said.to ?? frame.to,
    wishedOn: said.wishedOn === undefined ? known.startsOn : said.wishedOn,
    needsRoom: said.needsRoom ?? true,
    roomIds: said.roomIds ?? null,
    audiences: said.audiences ?? [],
  };
}

function partsOf(known: KnownOfClass, isWorkingDay: (day: PlainDate) => boolean): ClassSettings['parts'] {
  if (known.subjects.length > 0)
    return known.subjects.map(({ name, days }) => ({ subject: name, days, lecturerIds: null }));
  return [{ subject: null, days: known.days ?? workingDays(known, isWorkingDay), lecturerIds: null }];
}

function workingDays({ startsOn, endsOn }: KnownOfClass, isWorkingDay: (day: PlainDate) => boolean): number {
  let days = 0;
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) if (isWorkingDay(day)) days += 1;
  return Math.max(1, days);
}

/** What is wrong with the days of a plan, or of a class in it. @param path where they stand in the input */
export function frameFaults(
  frame: { readonly from: PlainDate; readonly to: PlainDate },
  path = '',
): { path: string; rule: string; facts?: Record<string, unknown> }[] {
  if (frame.to < frame.from) return [{ path: `${path}to`, rule: 'notBeforeFrom' }];
  if (addDays(frame.from, LONGEST_DAYS) < frame.to)
    return [{ path: `${path}to`, rule: 'planTooLong', facts: { days: LONGEST_DAYS } }];
  return [];
}
