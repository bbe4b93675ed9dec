import fc from 'fast-check';
import { brokenFormula, columnLetter, readCount, readText, readWord, readYear } from './cells.js';
import { readDate } from './dates.js';
import type { Cell } from './workbook.types.js';

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.record({ date: fc.string(), shown: fc.constantFrom('day', 'month', 'year') }),
  fc.record({ error: fc.string() }),
  fc.constant<Cell>({ unreckoned: true }),
  fc.constant(null),
);

describe('cells', () => {
  it('texts are composed and have single spaces, whatever kind of space, and no apostrophe in front', () => {
    expect(readText('  Nguyễn \n Thị\u00a0Nga\u200b '.normalize('NFD'))).toBe('Nguyễn Thị Nga');
    expect(readText("'0123")).toBe('0123');
    expect([' ', null, undefined, { unreckoned: true } as const].map(readText)).toEqual([null, null, null, null]);
  });

  it('dates are written as offices write them, as far as they are shown', () => {
    const shown = (['day', 'month', 'year'] as const).map((much) => readText({ date: '2019-12-14', shown: much }));
    expect(shown).toEqual(['14/12/2019', '12/2019', '2019']);
  });

  it('counts are whole and not negative, with dots between thousands and their noun', () => {
    expect([99, '99', '6.048', ' 1.234.567 ', '97 học viên', '1 203'].map(readCount)).toEqual([
      99, 99, 6048, 1_234_567, 97, 1203,
    ]);
    expect([-1, 1.5, '1.5', '1,5', 'nhiều', '', null, Number.NaN, Infinity, true].map(readCount)).toEqual(
      Array(10).fill(null),
    );
  });

  it('years are those of living people and their classes', () => {
    expect([2019, '2019', 1899, 2101, '19'].map(readYear)).toEqual([2019, 2019, null, null, null]);
  });

  it('words are known without marks, case and stop, and what every object has is no word', () => {
    const words = { 'dai hoc': 'bachelor' };
    const known = ['Đại học', 'ĐẠI  HỌC.', 'Đại học'.normalize('NFD')].map((cell) => readWord(cell, words));
    expect(known).toEqual(Array(3).fill('bachelor'));
    const unknown = ['constructor', '__proto__', 'toString', 'Cao học', null].map((cell) => readWord(cell, words));
    expect(unknown).toEqual(Array(5).fill(null));
  });

  it('formulas that failed are told apart', () => {
    const cells: Cell[] = [
      { error: '#REF!' },
      { unreckoned: true },
      '#REF!',
      null,
      { date: '2019-12-14', shown: 'day' },
    ];
    expect(cells.map(brokenFormula)).toEqual(['formula-error', 'unreckoned', null, null, null]);
  });

  it('columns are called as a spreadsheet calls them', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('no cell makes any of them fail', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const read of [readDate, readText, readCount, readYear, brokenFormula]) read(cell);
        readWord(cell, {});
      }),
    );
  });
});
