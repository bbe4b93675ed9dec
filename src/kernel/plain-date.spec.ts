import fc from 'fast-check';
import {
  addDays,
  atLocalTime,
  localHour,
  daysBetween,
  endOfDay,
  fullYears,
  isPlainDate,
  plainDateIn,
  weekday,
  yearOf,
} from './plain-date.js';

const date = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('plain dates', () => {
  it('knows real dates from others', () => {
    expect(['2024-02-29', '2026-12-31'].map(isPlainDate)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '', '2026-01-01T00:00'].map(isPlainDate)).toEqual(
      Array(6).fill(false),
    );
  });

  it('is a day further in Vietnam while it is still evening in London', () => {
    expect(plainDateIn(new Date('2026-03-01T16:59:59Z'))).toBe('2026-03-01');
    expect(plainDateIn(new Date('2026-03-01T17:00:00Z'))).toBe('2026-03-02');
  });

  it('can be asked of another zone', () => {
    expect(plainDateIn(new Date('2026-03-01T02:00:00Z'), 'America/New_York')).toBe('2026-02-28');
  });

  it('compares as text in the order of the calendar', () => {
    fc.assert(fc.property(date, date, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
  });

  it('adding days and counting them back agree, whatever the zone of the process', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: -5000, max: 5000 }),
        (from, days) => daysBetween(from, addDays(from, days)) === days,
      ),
    );
  });

  it('every date is a real one, and weekdays follow each other', () => {
    fc.assert(fc.property(date, (day) => isPlainDate(day) && weekday(addDays(day, 1)) === (weekday(day) + 1) % 7));
  });

  it('a deadline lasts to the end of its day in Vietnam', () => {
    expect(endOfDay('2026-03-01').toISOString()).toBe('2026-03-01T16:59:59.999Z');
    // Vietnam kept another time until June 1975; no deadline of ours is older.
    const modern = date.filter((day) => day > '1976');
    fc.assert(
      fc.property(
        modern,
        (day) =>
          plainDateIn(endOfDay(day)) === day && plainDateIn(new Date(endOfDay(day).getTime() + 1)) === addDays(day, 1),
      ),
    );
  });

  it('nine in the morning in Vietnam is two in UTC', () => {
    expect(atLocalTime('2026-03-01', '09:00').toISOString()).toBe('2026-03-01T02:00:00.000Z');
  });

  it('a time on the wall belongs to its own date', () => {
    const modern = date.filter((day) => day > '1976');
    const time = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((m) => `${Math.trunc(m / 60)}:${m % 60}`.replace(/\b\d\b/g, '0$&'));
    fc.assert(fc.property(modern, time, (day, at) => plainDateIn(atLocalTime(day, at)) === day));
    fc.assert(fc.property(modern, time, (day, at) => localHour(atLocalTime(day, at)) === Number(at.slice(0, 2))));
  });

  it('one is a year older on the birthday, and not the day before', () => {
    const born = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1950-01-01', days));
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 80 }), (bornOn, age) => {
        const sameDay = `${yearOf(bornOn) + age}${bornOn.slice(4)}`;
        const birthday = isPlainDate(sameDay) ? sameDay : sameDay.replace('02-29', '03-01');
        return fullYears(bornOn, birthday) === age && fullYears(bornOn, addDays(birthday, -1)) === age - 1;
      }),
    );
  });

  it('counts birthdays', () => {
    expect(fullYears('1990-05-20', '2026-05-19')).toBe(35);
    expect(fullYears('1990-05-20', '2026-05-20')).toBe(36);
    expect(fullYears('2000-02-29', '2026-02-28')).toBe(25);
    expect(fullYears('2000-02-29', '2026-03-01')).toBe(26);
  });
});
