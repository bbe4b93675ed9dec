import fs from 'node:fs';
import path from 'node:path';
import { parseCourses } from './courses-sheet.js';
import { type OfficialRow, parseOfficials } from './officials-sheet.js';
import { type Cell, readWorkbook, type Sheet, WorkbookUnreadable } from './read-workbook.js';
import { readDate } from './cells.js';
import { parseSendings } from './sendings-sheet.js';

const root = path.resolve(__dirname, '../../../..');
const pilot = (name: string) => path.join(root, 'src/modules/demo/pilot', name);
const expected = JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/pilot/expected.json'), 'utf8')) as {
  officials: number;
  classes: number;
  trainees: number;
  classesPerYear: Record<string, number>;
  perUnit: Record<string, { officials: number }>;
};
const firstSheet = async (name: string): Promise<Sheet> => {
  const [sheet] = await readWorkbook(pilot(name));
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
/** The sheet with one cell changed; lines count from 1, columns from 0. */
const changed = ({ name, rows }: Sheet, line: number, column: number, value: Cell): Sheet => ({
  name,
  rows: rows.map((row, index) => (index === line - 1 ? row.map((cell, at) => (at === column ? value : cell)) : row)),
});

describe('the list of officials', () => {
  it('holds the 243 of the pilot, in their communes', async () => {
    const { rows, errors } = parseOfficials(await firstSheet('can-bo-2019.xlsx'));
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(expected.officials);
    const perUnit: Record<string, { officials: number }> = {};
    for (const { unitName } of rows) perUnit[unitName] = { officials: (perUnit[unitName]?.officials ?? 0) + 1 };
    expect(perUnit).toEqual(Object.fromEntries(Object.entries(expected.perUnit).map(([name, { officials }]) => [name, { officials }])));
  });

  it('reads the gender from the column of the date of birth', async () => {
    const { rows } = parseOfficials(await firstSheet('can-bo-2019.xlsx'));
    expect(rows[0]).toMatchObject({ fullName: 'Hoàng Ngọc Cường', gender: 'male', bornOn: '1981-01-04', category: 'cadre', llctLevel: 'advanced' } satisfies Partial<OfficialRow>);
    expect(rows[1]).toMatchObject({ fullName: 'Lý Thị Hiền', gender: 'female', bornOn: '1978-06-24', probationaryOn: '2006-04-17' });
  });

  it('names line and column of what it does not understand, and keeps the rest', async () => {
    const sheet = await firstSheet('can-bo-2019.xlsx');
    const broken = parseOfficials(changed(changed(sheet, 9, 2, '31/02/1981'), 10, 10, 'Siêu đẳng'));
    expect(broken.errors).toEqual([
      { line: 9, column: 'nam', rule: 'date', value: '31/02/1981' },
      { line: 10, column: 'chuyen mon', rule: 'level', value: 'Siêu đẳng' },
    ]);
    expect(broken.rows).toHaveLength(241);
  });

  it('says which column is missing, and when the total does not agree', async () => {
    const sheet = await firstSheet('can-bo-2019.xlsx');
    expect(parseOfficials(changed(sheet, 6, 6, 'Khác')).errors).toMatchObject([{ rule: 'column-missing', column: 'chuc vu' }]);
    expect(parseOfficials(changed(sheet, 264, 1, 'Tổng số: 244 đồng chí')).errors).toMatchObject([{ rule: 'total-differs', value: '244', line: 264 }]);
  });
});

describe('the list of classes', () => {
  it('holds the 84 classes and 6,048 trainees of the pilot, year by year', async () => {
    const { rows, errors } = parseCourses(await firstSheet('lop-2015-2019.xlsx'));
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(expected.classes);
    expect(rows.reduce((sum, { trainees }) => sum + trainees, 0)).toBe(expected.trainees);
    const perYear: Record<string, number> = {};
    for (const { startsOn } of rows) perYear[startsOn.slice(0, 4)] = (perYear[startsOn.slice(0, 4)] ?? 0) + 1;
    expect(perYear).toEqual(expected.classesPerYear);
  });

  it('notices a total that does not agree, and a number that is none', async () => {
    const sheet = await firstSheet('lop-2015-2019.xlsx');
    expect(parseCourses(changed(sheet, 91, 7, 6049)).errors).toMatchObject([{ rule: 'total-differs', line: 91 }]);
    expect(parseCourses(changed(sheet, 7, 7, 'nhiều')).errors).toMatchObject([{ rule: 'number', line: 7, value: 'nhiều' }]);
  });
});

describe('the lists of people sent to political theory', () => {
  it('hold 19 for advanced and 230 for intermediate', async () => {
    const [advanced, intermediate] = (await readWorkbook(pilot('cu-di-hoc-llct-2015-2019.xlsx'))).map(parseSendings);
    expect([advanced?.errors, intermediate?.errors]).toEqual([[], []]);
    expect([advanced?.rows.length, intermediate?.rows.length]).toEqual([19, 230]);
    expect(advanced?.rows[0]).toMatchObject({ program: 'advanced-llct', mode: 'full-time', year: 2015, result: 'average' });
    expect(intermediate?.rows[0]?.program).toBe('intermediate-llct');
  });
});

describe('dates as offices write them', () => {
  it.each([
    ['04/01/1981', { date: '1981-01-04', year: 1981 }],
    ['4.1.1981', { date: '1981-01-04', year: 1981 }],
    ['06/1981', { date: null, year: 1981 }],
    ['1981', { date: null, year: 1981 }],
    [1981, { date: null, year: 1981 }],
    [29_590, { date: '1981-01-04', year: 1981 }],
    [new Date('1981-01-04T00:00:00Z'), { date: '1981-01-04', year: 1981 }],
    ['30/02/1981', null],
    ['không rõ', null],
    [null, null],
  ] as [Cell, unknown][])('%p', (cell, read) => {
    expect(readDate(cell)).toEqual(read);
  });
});

it('a file that is no workbook is refused', async () => {
  await expect(readWorkbook(Buffer.from('not a workbook'))).rejects.toBeInstanceOf(WorkbookUnreadable);
});
