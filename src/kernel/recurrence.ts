import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { TIME_ZONE } from './clock.js';
import { type PlainDate, weekday } from './plain-date.js';

/** Days of the week as RFC 5545 names them, Monday first: ISO weekday 1 is `MO`. */
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The days of a weekly rule of RFC 5545, in order. Weeks begin on Monday, and the first is that of the first day.
 * @param weekdays ISO weekdays, 1 Monday to 7 Sunday. @param everyWeeks 1 every week, 2 every other.
 */
export function weeklyDays(
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  weekdays: readonly number[],
  everyWeeks: number,
): PlainDate[] {
  if (weekdays.length === 0 || to < from) return [];
  const at = (day: PlainDate): Temporal.ZonedDateTime => Temporal.ZonedDateTime.from(`${day}T00:00[${TIME_ZONE}]`);
  const rule = new RRuleTemporal({
    freq: 'WEEKLY',
    interval: everyWeeks,
    byDay: [...weekdays].sort().map((day) => WEEKDAYS[day - 1] ?? 'MO'),
    wkst: 'MO',
    tzid: TIME_ZONE,
    dtstart: at(from),
    until: at(to),
  });
  // The first day belongs to a rule of RFC 5545 whether it is one of its weekdays or not; here it must be.
  return rule
    .all()
    .map((moment) => moment.toPlainDate().toString())
    .filter((day) => weekdays.includes(((weekday(day) + 6) % 7) + 1));
}
