import { addDays, type PlainDate, weekday, yearOf } from './plain-date.js';
import { holidaysOf } from './holidays.js';

/**
 * A day that differs from the rule in one year, by decision of the Government: an extra holiday, a bridge day off, or a
 * Saturday worked instead. An extra holiday on a weekend is not made up for by itself: enter the day off as well.
 */
export interface SwappedDay {
  readonly date: PlainDate;
  readonly kind: 'holiday' | 'swapped-off' | 'swapped-workday';
}

/** Tells working days from others: Monday to Friday, without public holidays, with the swaps of each year. */
export interface WorkingCalendar {
  isWorkingDay(date: PlainDate): boolean;
  /** The date itself when it is a working day, else the next one. */
  nextWorkingDay(date: PlainDate): PlainDate;
  /** So many whole working days later, earlier when negative, the date itself not counted; 0 is `nextWorkingDay`. */
  addWorkingDays(date: PlainDate, days: number): PlainDate;
}

const SUNDAY = 0;
const SATURDAY = 6;

/** A calendar of Vietnam's working days. @param swaps days that the Government moved; the last for a date counts. */
export function workingCalendar(swaps: readonly SwappedDay[] = []): WorkingCalendar {
  const swapped = new Map(swaps.map(({ date, kind }) => [date, kind]));

  const isWorkingDay = (date: PlainDate): boolean => {
    const swap = swapped.get(date);
    if (swap) return swap === 'swapped-workday';
    return ![SUNDAY, SATURDAY].includes(weekday(date)) && !holidaysOf(yearOf(date)).has(date);
  };
  const next = (date: PlainDate, step: 1 | -1): PlainDate => {
    let day = date;
    do day = addDays(day, step);
    while (!isWorkingDay(day));
    return day;
  };
  const nextWorkingDay = (date: PlainDate): PlainDate => (isWorkingDay(date) ? date : next(date, 1));
  const addWorkingDays = (date: PlainDate, days: number): PlainDate => {
    if (days === 0) return nextWorkingDay(date);
    let day = date;
    for (let left = Math.abs(days); left > 0; left--) day = next(day, days > 0 ? 1 : -1);
    return day;
  };
  return { isWorkingDay, nextWorkingDay, addWorkingDays };
}
