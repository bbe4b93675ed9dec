import {
  addDays,
  addMinutes,
  atLocalTime,
  daysBetween,
  type PlainDate,
  plainDateIn,
  weekday,
} from '../../../kernel/plain-date.js';
import type { Days, Span } from '../timetable.types.js';

/** What the search for a free time must know. */
export interface SlotSearch {
  /** The time that was asked for and is taken. */
  readonly wanted: Span;
  /** Everything that class, room, lecturer and trainees are taken by near it. */
  readonly busy: readonly Span[];
  /** The days to look at: those of the class. */
  readonly within: Days;
  /** Whether no class is held on that day: holidays, swapped days, blackouts. */
  readonly isOff: (day: PlainDate) => boolean;
  /** How many to offer. */
  readonly count: number;
}

/** How far from the wanted day one looks. */
export const SEARCH_DAYS = 60;
/** When classes are held, in minutes of the day; they begin by the half hour. */
const FIRST_MINUTE = 7 * 60;
const END_OF_AFTERNOON = 17 * 60 + 30;
const STEP = 30;
/** So that the offers are not all of one day. */
const PER_DAY = 2;
const MINUTE_MS = 60_000;

/**
 * The free times of the same length that lie nearest to the one asked for, nearest first.
 * Weekends are offered only where the wanted day is one, evenings only where the wanted time ends in one.
 */
export function nearestFreeSlots(search: SlotSearch): Span[] {
  const { wanted, busy, within, count } = search;
  const wantedDay = plainDateIn(wanted.startsAt);
  const found: Span[] = [];
  for (const day of daysAround(wantedDay, within).filter((day) => isOffered(day, wantedDay, search))) {
    const free = startsOf(day, wanted).filter((slot) => !busy.some((taken) => overlaps(slot, taken)));
    found.push(...nearestFirst(free, wanted).slice(0, PER_DAY));
    if (found.length >= count * PER_DAY) break;
  }
  return nearestFirst(found, wanted).slice(0, count);
}

/** Whether two times share a moment; one that begins where the other ends does not. */
export const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

const isWeekend = (day: PlainDate): boolean => [0, 6].includes(weekday(day));

const isOffered = (day: PlainDate, wantedDay: PlainDate, { isOff }: SlotSearch): boolean =>
  !isOff(day) && (!isWeekend(day) || isWeekend(wantedDay));

/** Days of the class, the wanted one first, then those ever farther from it. */
function daysAround(wanted: PlainDate, { from, to }: Days): PlainDate[] {
  const offsets = Array.from({ length: SEARCH_DAYS }, (_, index) => index + 1);
  return [wanted, ...offsets.flatMap((days) => [addDays(wanted, days), addDays(wanted, -days)])].filter(
    (day) => daysBetween(from, day) >= 0 && daysBetween(day, to) >= 0,
  );
}

/** Times of the wanted length on a day: at the wanted hour, and by the half hour within the hours of a class. */
function startsOf(day: PlainDate, wanted: Span): Span[] {
  const length = (wanted.endsAt.getTime() - wanted.startsAt.getTime()) / MINUTE_MS;
  const midnight = atLocalTime(day, '00:00');
  const wantedMinute = minuteOf(wanted.startsAt);
  const last = Math.max(wantedMinute + length, END_OF_AFTERNOON);
  const minutes = [wantedMinute];
  for (let minute = FIRST_MINUTE; minute + length <= last; minute += STEP) minutes.push(minute);
  return [...new Set(minutes)].map((minute) => ({
    startsAt: addMinutes(midnight, minute),
    endsAt: addMinutes(midnight, minute + length),
  }));
}

const minuteOf = (instant: Date): number =>
  Math.round((instant.getTime() - atLocalTime(plainDateIn(instant), '00:00').getTime()) / MINUTE_MS);

/** By days from the wanted one, then by how far the hour is from the wanted hour. */
const nearestFirst = (slots: readonly Span[], { startsAt: wanted }: Span): Span[] => {
  const far = ({ startsAt }: Span): [number, number] => [
    Math.abs(daysBetween(plainDateIn(wanted), plainDateIn(startsAt))),
    Math.abs(minuteOf(startsAt) - minuteOf(wanted)),
  ];
  return [...slots].sort((a, b) => {
    const [[days, minutes], [otherDays, otherMinutes]] = [far(a), far(b)];
    return days - otherDays || minutes - otherMinutes || a.startsAt.getTime() - b.startsAt.getTime();
  });
};
