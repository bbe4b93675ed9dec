import { holidayName, holidaysOf, holidayTableCovers } from './holidays.js';
import { addDays, plainDateIn, weekday } from './plain-date.js';

const YEARS = Array.from({ length: 22 }, (_, index) => 2015 + index);
/** Days off of a year within a range of `MM-DD`, both ends included. */
const off = (year: number, from: string, to: string): string[] =>
  [...holidaysOf(year)]
    .map((date) => date.slice(5))
    .filter((day) => day >= from && day <= to)
    .sort();
const isWeekend = (date: string): boolean => [0, 6].includes(weekday(date));

/**
 * The instant of a new moon, good to some minutes, by the largest periodic terms of Meeus, Astronomical Algorithms,
 * chapter 49: an oracle that shares nothing with the table. @param k number of the new moon, 0 being that of 6/1/2000
 */
function newMoon(k: number): Date {
  const t = k / 1236.85;
  const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  // prettier-ignore
  const terms: [number, number][] = [
    [-0.4072, moon], [0.17241, sun], [0.01608, 2 * moon], [0.01039, 2 * node], [0.00739, moon - sun],
    [-0.00514, moon + sun], [0.00208, 2 * sun], [-0.00111, moon - 2 * node], [-0.00057, moon + 2 * node],
    [0.00056, 2 * moon + sun], [-0.00042, 3 * moon], [0.00042, sun + 2 * node], [0.00038, sun - 2 * node],
    [-0.00024, 2 * moon - sun],
  ];
  const periodic = terms.reduce((sum, [size, angle]) => sum + size * sin(angle), 0);
  const julian = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t + periodic;
  const clockDriftDays = 70 / 86_400; // between the even time of the formula and the time of clocks
  return new Date((julian - clockDriftDays - 2440587.5) * 86_400_000);
}

describe('the holiday table', () => {
  const moons = Array.from({ length: 300 }, (_, index) => plainDateIn(newMoon(180 + index)));

  it.each(YEARS)('%i: Tết is a day of new moon, Giỗ Tổ the tenth day of the third month', (year) => {
    const lunar = off(year, '01-20', '04-29');
    const tet = moons.find((moon) => moon >= `${year}-01-21`) ?? '';
    expect(lunar).toEqual(expect.arrayContaining([-1, 0, 1, 2, 3].map((offset) => addDays(tet, offset).slice(5))));
    // 2023 had its second month twice; no other year here has a leap month before the third.
    const thirdMonth = moons[moons.indexOf(tet) + (year === 2023 ? 3 : 2)] ?? '';
    expect(lunar).toContain(addDays(thirdMonth, 9).slice(5));
  });

  it('reproduces the days off that the Government announced, where it moved none', () => {
    expect(off(2019, '02-01', '02-28')).toEqual(['02-04', '02-05', '02-06', '02-07', '02-08']);
    expect(off(2022, '04-01', '05-10')).toEqual(['04-10', '04-11', '04-30', '05-01', '05-02', '05-03']);
    expect(off(2023, '04-01', '05-10')).toEqual(['04-29', '04-30', '05-01', '05-02', '05-03']);
  });

  it('has one National Day until 2020, then two, the second chosen by the year', () => {
    expect(off(2019, '08-30', '09-10')).toEqual(['09-02']);
    expect(off(2021, '08-30', '09-10')).toEqual(['09-02', '09-03']);
    expect(off(2022, '08-30', '09-10')).toEqual(['09-01', '09-02']);
    expect(off(2023, '08-30', '09-10')).toEqual(['09-01', '09-02', '09-04']);
    expect(off(2024, '08-30', '09-10')).toEqual(['09-02', '09-03']);
    expect(off(2025, '08-30', '09-10')).toEqual(['09-01', '09-02']);
  });

  it.each(YEARS)('%i: gives as many days off work as the law has holidays, all within the year', (year) => {
    const offWork = [...holidaysOf(year)].filter((date) => !isWeekend(date));
    expect(offWork).toHaveLength(year < 2021 ? 10 : 11);
    expect(offWork.filter((date) => !date.startsWith(`${year}-`))).toEqual([]);
  });

  it('knows its own end, and keeps the days of fixed date beyond it', () => {
    expect([2014, 2015, 2036, 2037].map(holidayTableCovers)).toEqual([false, true, true, false]);
    expect([...holidaysOf(2037)].sort()).toEqual([
      '2037-01-01',
      '2037-04-30',
      '2037-05-01',
      '2037-09-02',
      '2037-09-03',
    ]);
  });

  it('says what each day off is for, and of no other day anything', () => {
    const names = (year: number) => [...holidaysOf(year)].sort().map((date) => holidayName(date));
    expect(names(2026)).toEqual([
      ...['new-year', 'tet', 'tet', 'tet', 'tet', 'tet', 'gio-to', 'made-up', 'reunification', 'labour'],
      ...['national', 'national'],
    ]);
    expect(holidayName('2026-03-02')).toBeNull();
    for (const year of YEARS) expect(names(year).filter((name) => name === 'tet')).toHaveLength(5);
  });
});
