import fc from 'fast-check';
import { holidayTableCovers } from './holidays.js';
import { addDays, weekday } from './plain-date.js';
import { workingCalendar } from './working-calendar.js';

const calendar = workingCalendar();
const date = fc.integer({ min: 0, max: 22 * 365 }).map((days) => addDays('2015-01-01', days));

describe('working days in Vietnam', () => {
  it('are not weekends, Tết, Giỗ Tổ, or the days of fixed date', () => {
    const off = [
      '2026-02-16',
      '2026-02-17',
      '2026-02-20',
      '2026-01-01',
      '2026-04-30',
      '2026-05-01',
      '2026-09-02',
      '2026-11-21',
      '2025-04-07',
    ];
    expect(off.filter((day) => calendar.isWorkingDay(day))).toEqual([]);
    expect(['2026-02-13', '2026-02-23', '2026-11-23'].every((day) => calendar.isWorkingDay(day))).toBe(true);
  });

  it('make up for a holiday on a weekend: Giỗ Tổ 2026 is a Sunday, so Monday is off', () => {
    expect(weekday('2026-04-26')).toBe(0);
    expect(calendar.isWorkingDay('2026-04-27')).toBe(false);
  });

  it('follow the swaps of the year', () => {
    const swapped = workingCalendar([
      { date: '2026-01-02', kind: 'swapped-off' },
      { date: '2026-01-10', kind: 'swapped-workday' },
      { date: '2026-11-24', kind: 'holiday' },
    ]);
    expect(['2026-01-02', '2026-01-10', '2026-11-24'].map((day) => swapped.isWorkingDay(day))).toEqual([
      false,
      true,
      false,
    ]);
    expect(['2026-01-02', '2026-01-10', '2026-11-24'].map((day) => calendar.isWorkingDay(day))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are where counting lands, and counting back and forth agrees', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const later = calendar.addWorkingDays(day, count);
        const start = calendar.nextWorkingDay(day);
        return (
          calendar.isWorkingDay(later) &&
          calendar.addWorkingDays(calendar.addWorkingDays(start, count), -count) === start
        );
      }),
    );
  });

  it('begin with the day itself when it is one, else with the next', () => {
    expect(calendar.nextWorkingDay('2026-02-13')).toBe('2026-02-13');
    expect(calendar.nextWorkingDay('2026-02-14')).toBe('2026-02-23');
    expect(calendar.addWorkingDays('2026-02-14', 0)).toBe('2026-02-23');
    expect(calendar.addWorkingDays('2026-02-23', -1)).toBe('2026-02-13');
  });

  it('counting further never lands earlier', () => {
    const count = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(date, count, (day, n) => calendar.addWorkingDays(day, n + 1) >= calendar.addWorkingDays(day, n)),
    );
  });

  it('keep their order', () => {
    fc.assert(
      fc.property(
        date,
        fc.nat(400),
        fc.integer({ min: -10, max: 10 }),
        (day, gap, count) => calendar.addWorkingDays(addDays(day, gap), count) >= calendar.addWorkingDays(day, count),
      ),
    );
  });

  it('still exist beyond the table', () => {
    expect([holidayTableCovers(2036), holidayTableCovers(2037)]).toEqual([true, false]);
    expect(calendar.isWorkingDay('2037-01-01')).toBe(false);
  });
});
