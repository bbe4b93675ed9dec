import { addDays, type PlainDate, weekday, yearOf } from '../../../kernel/plain-date.js';

/** A lecturer's limits in hours; null is none. */
export interface LoadLimits {
  readonly hoursPerWeek: number | null;
  readonly hoursPerYear: number | null;
}

/** Hours on a day. */
export interface Taught {
  readonly day: PlainDate;
  readonly hours: number;
}

/** The limit that would be passed, and by what. */
export interface LoadExcess {
  readonly period: 'week' | 'year';
  readonly hours: number;
  readonly limit: number;
}

/** The Monday of a day's week. */
export const mondayOf = (day: PlainDate): PlainDate => addDays(day, -((weekday(day) + 6) % 7));

/** Which limit another session would pass, beside what is taught already; null when none. */
export function loadExcess(limits: LoadLimits, taught: readonly Taught[], session: Taught): LoadExcess | null {
  const sum = (same: (day: PlainDate) => boolean): number =>
    taught.filter(({ day }) => same(day)).reduce((hours, each) => hours + each.hours, session.hours);
  const week = sum((day) => mondayOf(day) === mondayOf(session.day));
  if (limits.hoursPerWeek !== null && week > limits.hoursPerWeek) {
    return { period: 'week', hours: week, limit: limits.hoursPerWeek };
  }
  const year = sum((day) => yearOf(day) === yearOf(session.day));
  return limits.hoursPerYear !== null && year > limits.hoursPerYear
    ? { period: 'year', hours: year, limit: limits.hoursPerYear }
    : null;
}
