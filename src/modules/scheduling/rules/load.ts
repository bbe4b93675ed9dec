import { type PlainDate, yearOf } from '../../../kernel/plain-date.js';
import type { LecturerFacts } from '../schedule.types.js';
import { weekNumber } from './runs.js';

/** The sessions of a day of teaching, on a clock in Vietnam. */
export const SESSIONS_OF_A_DAY = [
  { from: '07:30', until: '11:30' },
  { from: '13:30', until: '17:00' },
] as const;

/** How long those are together. */
export const HOURS_OF_A_DAY = 7.5;

/** A week or a year, as limits speak of them. */
export type Period = `week ${number}` | `year ${number}`;

/** Hours that whole days of teaching make, by week and by year. */
export function loadOf(days: readonly PlainDate[]): Map<Period, number> {
  const load = new Map<Period, number>();
  for (const day of days) for (const period of periodsOf(day)) add(load, period, HOURS_OF_A_DAY);
  return load;
}

/** Hours that a lecturer may still teach in a period; Infinity without a limit. */
export function hoursLeft(lecturer: LecturerFacts, period: Period): number {
  const limit = period.startsWith('week') ? lecturer.hoursPerWeek : lecturer.hoursPerYear;
  if (limit === null) return Infinity;
  return [...lecturer.taught].reduce(
    (left, [day, hours]) => (periodsOf(day).includes(period) ? left - hours : left),
    limit,
  );
}

/** Whether a lecturer may teach so much, beside what they teach already. */
export const mayTeach = (lecturer: LecturerFacts, load: ReadonlyMap<Period, number>): boolean =>
  [...load].every(([period, hours]) => hours <= hoursLeft(lecturer, period));

const periodsOf = (day: PlainDate): Period[] => [`week ${weekNumber(day)}`, `year ${yearOf(day)}`];

/** Adds to an amount. */
export function add<Key>(amounts: Map<Key, number>, key: Key, amount: number): void {
  amounts.set(key, (amounts.get(key) ?? 0) + amount);
}
