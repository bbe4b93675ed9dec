import { addDays, daysBetween, type PlainDate, weekday } from '../../../kernel/plain-date.js';
import type { BlackoutFacts, ClassToPlace, Rhythm, ScheduleProblem } from '../schedule.types.js';

/** The days of a class one after another, if it opened on the first of them. */
export type Run = readonly PlainDate[];

const SATURDAY = 6;
const SUNDAY = 0;
const SOME_MONDAY = '1969-12-29';

/** How many days a class is taught. */
export const lengthOf = ({ parts }: Pick<ClassToPlace, 'parts'>): number =>
  parts.reduce((days, part) => days + part.days, 0);

/** The first blackout that keeps a class's people away on a day. */
export function blackoutOn(
  blackouts: readonly BlackoutFacts[],
  unitIds: readonly string[],
  day: PlainDate,
): BlackoutFacts | undefined {
  return blackouts.find(
    ({ from, to, unitIds: held }) =>
      from <= day && day <= to && (held.length === 0 || held.some((unit) => unitIds.includes(unit))),
  );
}

/**
 * Every run of days on which a class could be taught, by its own window, rhythm and blackouts alone: rooms, lecturers
 * and other classes are not looked at. In order of opening; empty when the window holds none.
 */
export function runsOf(
  item: ClassToPlace,
  problem: Pick<ScheduleProblem, 'isWorkingDay' | 'isHoliday' | 'blackouts'>,
): Run[] {
  const length = lengthOf(item);
  const taught = daysOf(item, problem);
  const runs: Run[] = [];
  taught.forEach((first, index) => {
    const run =
      item.rhythm === 'alternate-week-ends' ? alternate(taught, index, length) : taught.slice(index, index + length);
    // A week-end class opens on a Saturday when there is one to open on.
    const opens =
      item.rhythm === 'working-days' || weekday(first) === SATURDAY || taught[index - 1] !== addDays(first, -1);
    if (opens && length > 0 && run.length === length) runs.push(run);
  });
  return runs;
}

/** Days of the window that the rhythm teaches on and nothing forbids. */
function daysOf(
  item: ClassToPlace,
  problem: Pick<ScheduleProblem, 'isWorkingDay' | 'isHoliday' | 'blackouts'>,
): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = item.from; day <= item.to; day = addDays(day, 1)) {
    if (teaches(item.rhythm, day, problem) && !blackoutOn(problem.blackouts, item.unitIds, day)) days.push(day);
  }
  return days;
}

const teaches = (
  rhythm: Rhythm,
  day: PlainDate,
  calendar: Pick<ScheduleProblem, 'isWorkingDay' | 'isHoliday'>,
): boolean =>
  rhythm === 'working-days'
    ? calendar.isWorkingDay(day)
    : [SATURDAY, SUNDAY].includes(weekday(day)) && !calendar.isHoliday(day) && !calendar.isWorkingDay(day);

/** Days of every other week-end from the one that holds `taught[index]`. */
function alternate(taught: readonly PlainDate[], index: number, length: number): PlainDate[] {
  const first = taught[index];
  if (first === undefined) return [];
  const saturday = weekday(first) === SATURDAY ? first : addDays(first, -1);
  const parity = weekNumber(saturday) % 2;
  return taught
    .slice(index)
    .filter((day) => weekNumber(weekday(day) === SUNDAY ? addDays(day, -1) : day) % 2 === parity)
    .slice(0, length);
}

/** Weeks since a Monday long ago: the same for all days from Monday to Sunday. */
export const weekNumber = (day: PlainDate): number => Math.floor(daysBetween(SOME_MONDAY, day) / 7);

/** How many more classes a week bears beside those taught in it already. */
export const weekBears = (
  { classesPerWeek, laid }: Pick<ScheduleProblem, 'classesPerWeek' | 'laid'>,
  week: number,
): number => Math.max(0, classesPerWeek - (laid.get(week) ?? 0));
