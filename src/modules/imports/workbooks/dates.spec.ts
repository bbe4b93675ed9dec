import fc from 'fast-check';
import { addDays, daysBetween, type PlainDate } from '../../../kernel/plain-date.js';
import { readDate } from './dates.js';
import type { Cell } from './workbook.types.js';

/** Every way in which an office writes a day. */
function forms(date: PlainDate): Cell[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const serial = daysBetween('1899-12-30', date);
  const [d, m] = [String(Number(day)), String(Number(month))];
  return [
    `${day}/${month}/${year}`,
    `${d}/${m}/${year}`,
    ` ${d} . ${m} . ${year} `,
    `${d}-${m}-${year}`,
    `${day} ${month} ${year}`,
    `'${day}/${month}/${year}`,
    `${day}/${month}/${year}.`,
    `ngày ${d} tháng ${m} năm ${year}`,
    `Ngày ${day} tháng ${month} năm ${year}`.normalize('NFD'),
    date,
    `${date}T00:00:00.000Z`,
    serial,
    serial + 0.75,
    { date, shown: 'day' },
    ...(serial >= 10_000 ? [String(serial)] : []),
  ];
}

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1930-01-01', days));

describe('dates as offices write them', () => {
  it('are the same in every form', () => {
    fc.assert(
      fc.property(day, (date) => {
        for (const form of forms(date)) expect([form, readDate(form)?.date]).toEqual([form, date]);
      }),
    );
  });

  it('are the same in the calendar of 1904', () => {
    fc.assert(fc.property(day, (date) => readDate(daysBetween('1904-01-01', date), true)?.date === date));
  });

  it('with two digits for the year belong to 1930–2029', () => {
    const modern = fc.integer({ min: 0, max: 36_523 }).map((days) => addDays('1930-01-01', days));
    fc.assert(
      fc.property(modern, (date) => {
        const [year = '', month, dayOfMonth] = date.split('-');
        return readDate(`${dayOfMonth}-${month}-${year.slice(2)}`)?.date === date;
      }),
    );
    expect([readDate('04/01/29'), readDate('04/01/30')]).toEqual([
      { date: '2029-01-04', year: 2029 },
      { date: '1930-01-04', year: 1930 },
    ]);
  });

  it.each<[Cell]>([
    ['06/1981'],
    ['6-1981'],
    ['tháng 6 năm 1981'],
    ['1981'],
    ['năm 1981'],
    [1981],
    ['00/00/1981'],
    ['../../1981'],
    ['--/06/1981'],
    [{ date: '1981-06-01', shown: 'month' }],
    [{ date: '1981-01-01', shown: 'year' }],
  ])('%p is a year alone', (cell) => {
    expect(readDate(cell)).toEqual({ date: null, year: 1981 });
  });

  it.each<[Cell]>([
    ['30/02/1981'],
    ['13/1981'],
    ['1/13/1981'],
    ['04/01/1081'],
    ['9999'],
    ['không rõ'],
    ['khoảng 1980'],
    [''],
    [null],
    [true],
    [3],
    [5000],
    [1e12],
    [Number.NaN],
    [{ date: '', shown: 'day' }],
    [{ error: '#REF!' }],
    [{ unreckoned: true }],
  ])('%p is none', (cell) => {
    expect(readDate(cell)).toBeNull();
  });
});
