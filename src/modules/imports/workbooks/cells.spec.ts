import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { readCount, readDate, readText, readWord, readYear } from './cells.js';
import type { Cell } from './read-workbook.js';

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.date({ noInvalidDate: false }),
  fc.constant(null),
);

describe('dates as offices write them', () => {
  it.each([
    ['04/01/1981', { date: '1981-01-04', year: 1981 }],
    [' 4.1.1981 ', { date: '1981-01-04', year: 1981 }],
    ['4-1-1981', { date: '1981-01-04', year: 1981 }],
    ['06/1981', { date: null, year: 1981 }],
    ['1981', { date: null, year: 1981 }],
    [1981, { date: null, year: 1981 }],
    [29_590, { date: '1981-01-04', year: 1981 }],
    [29_590.75, { date: '1981-01-04', year: 1981 }],
    [new Date('1981-01-04T00:00:00Z'), { date: '1981-01-04', year: 1981 }],
  ] as [Cell, unknown][])('%p', (cell, read) => {
    expect(readDate(cell)).toEqual(read);
  });

  it.each<[Cell]>([
    ['30/02/1981'],
    ['13/1981'],
    ['04/01/81'],
    ['04/01/1081'],
    ['9999'],
    ['không rõ'],
    [''],
    [null],
    [true],
    [3],
    [5000],
    [1e12],
    [Number.NaN],
    [new Date(Number.NaN)],
  ])('%p is none', (cell) => {
    expect(readDate(cell)).toBeNull();
  });

  it('a day is the same written out, as a serial, and as a date cell', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1920-01-01', days));
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = date.split('-');
        const cell = new Date(`${date}T00:00:00Z`);
        const forms: Cell[] = [`${dayOfMonth}/${month}/${year}`, cell.getTime() / 86_400_000 + 25_569, cell];
        return forms.every((form) => readDate(form)?.date === date);
      }),
    );
  });
});

describe('other cells', () => {
  it('texts are composed and have single spaces', () => {
    expect(readText('  Nguyễn \n Thị\u00a0Nga '.normalize('NFD'))).toBe('Nguyễn Thị Nga');
    expect([' ', null, undefined, new Date(Number.NaN)].map(readText)).toEqual([null, null, null, null]);
    expect(readText(new Date('2019-12-14T00:00:00Z'))).toBe('2019-12-14');
  });

  it('counts are whole and not negative, with dots between thousands', () => {
    expect([99, '99', '6.048', ' 1.234.567 '].map(readCount)).toEqual([99, 99, 6048, 1_234_567]);
    expect([-1, 1.5, '1.5', '1,5', 'nhiều', '', null, Number.NaN, Infinity, true].map(readCount)).toEqual(
      Array(10).fill(null),
    );
  });

  it('years are those of living people and their classes', () => {
    expect([2019, '2019', 1899, 2101, '19'].map(readYear)).toEqual([2019, 2019, null, null, null]);
  });

  it('words are known without marks and case, and what every object has is no word', () => {
    const words = { 'dai hoc': 'bachelor' };
    expect(['Đại học', 'ĐẠI  HỌC', 'Đại học'.normalize('NFD')].map((cell) => readWord(cell, words))).toEqual(
      Array(3).fill('bachelor'),
    );
    expect(['constructor', '__proto__', 'toString', 'Cao học', null].map((cell) => readWord(cell, words))).toEqual(
      Array(5).fill(null),
    );
  });

  it('no cell makes any of them fail', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const read of [readDate, readText, readCount, readYear]) read(cell);
        readWord(cell, {});
      }),
    );
  });
});
