import { type CourseRow, parseCourses } from './courses-sheet.js';
import { changed, decomposed, expected, pilotSheet } from './pilot-sheets.support.js';
import type { Cell, Sheet } from './read-workbook.js';

describe('the list of classes', () => {
  let sheet: Sheet;
  beforeAll(async () => {
    sheet = await pilotSheet('lop-2015-2019.xlsx');
  });

  it('holds the 84 classes and 6,048 trainees of the pilot, year by year', () => {
    const { rows, errors } = parseCourses(sheet);
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(expected.classes);
    expect(rows.reduce((sum, { trainees }) => sum + trainees, 0)).toBe(expected.trainees);
    const perYear: Record<string, number> = {};
    for (const { year } of rows) perYear[year] = (perYear[year] ?? 0) + 1;
    expect(perYear).toEqual(expected.classesPerYear);
  });

  it('reads every column of a class', () => {
    expect(parseCourses(sheet).rows[1]).toEqual({
      line: 8,
      code: 'CNKT-2015-01',
      title: 'Bồi dưỡng cập nhật kiến thức mới (khóa 1 năm 2015)',
      programName: 'Bồi dưỡng cập nhật kiến thức mới',
      year: 2015,
      startsOn: '2015-03-12',
      endsOn: '2015-03-16',
      trainees: 97,
      venue: 'Hội trường thị trấn Nông Trường Thái Bình',
      documentNumber: '414-CV/BTCHU',
    } satisfies CourseRow);
  });

  it.each<[string, number, Cell, { column: string; rule: string; value: string }]>([
    ['a number that is none', 7, 'nhiều', { column: 'Số học viên', rule: 'number', value: 'nhiều' }],
    ['half a trainee', 7, 98.5, { column: 'Số học viên', rule: 'number', value: '98.5' }],
    ['fewer than none', 7, -99, { column: 'Số học viên', rule: 'number', value: '-99' }],
    ['no number', 7, null, { column: 'Số học viên', rule: 'empty', value: '' }],
    ['a day that is none', 5, '31/02/2015', { column: 'Từ ngày', rule: 'date', value: '31/02/2015' }],
    ['a month alone', 6, '03/2015', { column: 'Đến ngày', rule: 'date-incomplete', value: '03/2015' }],
    ['no day', 5, null, { column: 'Từ ngày', rule: 'empty', value: '' }],
    ['an end before the beginning', 6, '08/03/2015', { column: 'Đến ngày', rule: 'order', value: '08/03/2015' }],
    ['no code', 1, null, { column: 'Mã lớp', rule: 'empty', value: '' }],
    ['a year that is none', 4, 15, { column: 'Năm', rule: 'number', value: '15' }],
  ])('names line and column of %s, and keeps the others', (_, column, cell, error) => {
    const { rows, errors } = parseCourses(changed(sheet, 7, column, cell));
    expect(errors).toEqual([{ line: 7, ...error }]);
    expect(rows).toHaveLength(83);
  });

  it('takes numbers and dates that are text, cells or serials', () => {
    const { rows, errors } = parseCourses(changed(changed(changed(sheet, 7, 7, '99'), 7, 5, 42_072), 7, 4, '2015'));
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ trainees: 99, startsOn: '2015-03-09', year: 2015 });
  });

  it('says which column is missing', () => {
    expect(parseCourses(changed(sheet, 6, 1, 'Khác')).errors).toEqual([
      { line: 6, column: 'Mã lớp', rule: 'column-missing', value: '' },
    ]);
  });

  it.each<[Cell, string]>([
    [6049, '6049'],
    ['6.049', '6049'],
  ])('notices a total that does not agree: %p', (total, value) => {
    const { rows, errors } = parseCourses(changed(sheet, 91, 7, total));
    expect(errors).toEqual([{ line: 91, column: 'Số học viên', rule: 'total-differs', value }]);
    expect(rows).toHaveLength(84);
  });

  it('accepts the total as text, or a formula that was never reckoned', () => {
    expect(['6.048', null].map((total) => parseCourses(changed(sheet, 91, 7, total)).errors)).toEqual([[], []]);
  });

  it('does not care that letters are decomposed', () => {
    expect(parseCourses(decomposed(sheet))).toEqual(parseCourses(sheet));
  });
});
