import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { ClassSettings, Rhythm, Weights } from '../schedule.types.js';
import { HOURS_OF_A_DAY } from './load.js';

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
  readonly program: {
    readonly mode: string | null;
    readonly days: number | null;
    readonly hours: number | null;
    readonly subjects: readonly { readonly name: string; readonly hours: number | null }[];
  } | null;
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
    rhythm: said.rhythm ?? RHYTHM_OF_MODE[known.program?.mode ?? ''] ?? 'working-days',
    parts: said.parts ?? partsOf(known, isWorkingDay),
    from: said.from ?? frame.from,
    to: said.to ?? frame.to,
    wishedOn: said.wishedOn === undefined ? known.startsOn : said.wishedOn,
    needsRoom: said.needsRoom ?? true,
    roomIds: said.roomIds ?? null,
    audiences: said.audiences ?? [],
    unitIds: said.unitIds ?? [],
  };
}

/** Classes beside work are taught at week-ends. */
const RHYTHM_OF_MODE: Readonly<Record<string, Rhythm>> = {
  concentrated: 'working-days',
  'non-concentrated': 'week-ends',
};

/** The program's subjects when it says how long each is, else one part as long as it says, or as the class was drafted for. */
function partsOf(known: KnownOfClass, isWorkingDay: (day: PlainDate) => boolean): ClassSettings['parts'] {
  const { days = null, hours = null, subjects = [] } = known.program ?? {};
  const timed = subjects.flatMap((subject) =>
    subject.hours === null ? [] : [{ subject: subject.name, days: daysOf(subject.hours), lecturerIds: null }],
  );
  if (timed.length > 0 && timed.length === subjects.length) return timed;
  const length = days ?? (hours === null ? workingDays(known, isWorkingDay) : daysOf(hours));
  return [{ subject: null, days: length, lecturerIds: null }];
}

const daysOf = (hours: number): number => Math.max(1, Math.ceil(hours / HOURS_OF_A_DAY));

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
