import { addDays, type PlainDate, weekday } from './plain-date.js';

/**
 * First day of the lunar year (Tết) and the tenth of the third lunar month (Giỗ Tổ Hùng Vương) by the Vietnamese
 * calendar at UTC+7. A table, since every package tried was wrong in some year, depends on the zone of the process, or
 * may not be used. The spec holds every line against the astronomical new moon.
 */
const LUNAR: Readonly<Record<number, readonly [tet: string, gioTo: string]>> = {
  2015: ['02-19', '04-28'],
  2016: ['02-08', '04-16'],
  2017: ['01-28', '04-06'],
  2018: ['02-16', '04-25'],
  2019: ['02-05', '04-14'],
  2020: ['01-25', '04-02'],
  2021: ['02-12', '04-21'],
  2022: ['02-01', '04-10'],
  2023: ['01-22', '04-29'],
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
  2031: ['01-23', '04-01'],
  2032: ['02-11', '04-19'],
  2033: ['01-31', '04-09'],
  2034: ['02-19', '04-28'],
  2035: ['02-08', '04-17'],
  2036: ['01-28', '04-06'],
};

/** Bộ luật Lao động 2019, Điều 112: since 2021 National Day is two days, the second the day before or after. */
const TWO_DAYS_SINCE = 2021;

/** Years for which the Government chose the day before. Others take the day after, until a swap mends it. */
const DAY_BEFORE_CHOSEN: ReadonlySet<number> = new Set([2022, 2023, 2025]);

/** Whether the lunar holidays of a year are known; in other years only those of fixed date are. */
export const holidayTableCovers = (year: number): boolean => LUNAR[year] !== undefined;

const years = new Map<number, ReadonlySet<PlainDate>>();

/**
 * Days off of a year by the rule of Điều 112: public holidays, and the working day that makes up for each of them that
 * falls on a weekend. What the Government moves in a year is not in it: those are swaps of the working calendar.
 */
export function holidaysOf(year: number): ReadonlySet<PlainDate> {
  let days = years.get(year);
  if (!days) {
    days = withCompensation(publicHolidays(year));
    years.set(year, days);
  }
  return days;
}

/** What a day off by the rule is for; a `made-up` one stands in for a holiday on a weekend. */
export const HOLIDAY_NAMES = ['new-year', 'tet', 'gio-to', 'reunification', 'labour', 'national', 'made-up'] as const;
export type HolidayName = (typeof HOLIDAY_NAMES)[number];

/** Which holiday of the rule a date is, or null when it is none. */
export function holidayName(date: PlainDate): HolidayName | null {
  const year = Number(date.slice(0, 4));
  if (!holidaysOf(year).has(date)) return null;
  const day = date.slice(5);
  if (day === '01-01') return 'new-year';
  if (day === '04-30') return 'reunification';
  if (day === '05-01') return 'labour';
  const lunar = LUNAR[year];
  if (lunar && day === lunar[1]) return 'gio-to';
  if (!publicHolidays(year).includes(date)) return 'made-up';
  return day.startsWith('09-') ? 'national' : 'tet';
}

function publicHolidays(year: number): PlainDate[] {
  const neighbour = DAY_BEFORE_CHOSEN.has(year) ? `${year}-09-01` : `${year}-09-03`;
  const nationalDay = [`${year}-09-02`, ...(year >= TWO_DAYS_SINCE ? [neighbour] : [])];
  const fixed = [`${year}-01-01`, `${year}-04-30`, `${year}-05-01`, ...nationalDay];
  const lunar = LUNAR[year];
  if (!lunar) return fixed;
  const tet = `${year}-${lunar[0]}`;
  // Five days: the eve and the first four, which is what a year without a decision of its own takes.
  return [...fixed, `${year}-${lunar[1]}`, ...[-1, 0, 1, 2, 3].map((offset) => addDays(tet, offset))];
}

/** A holiday that falls on a weekend is made up for on the next working day. */
function withCompensation(holidays: readonly PlainDate[]): ReadonlySet<PlainDate> {
  const off = new Set(holidays);
  for (const holiday of [...off].sort()) {
    if (!isWeekend(holiday)) continue;
    let day = addDays(holiday, 1);
    while (isWeekend(day) || off.has(day)) day = addDays(day, 1);
    off.add(day);
  }
  return off;
}

const isWeekend = (date: PlainDate): boolean => [0, 6].includes(weekday(date));
