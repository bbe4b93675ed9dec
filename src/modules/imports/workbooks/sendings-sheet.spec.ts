import { changed, decomposed, expected, pilotSheet } from './pilot-sheets.support.js';
import type { Cell, Sheet } from './read-workbook.js';
import { parseOfficials } from './officials-sheet.js';
import { parseSendings, type SendingRow } from './sendings-sheet.js';

describe('the lists of people sent to political theory', () => {
  let advanced: Sheet;
  let intermediate: Sheet;
  beforeAll(async () => {
    advanced = await pilotSheet('cu-di-hoc-llct-2015-2019.xlsx', 0);
    intermediate = await pilotSheet('cu-di-hoc-llct-2015-2019.xlsx', 1);
  });

  it('hold 19 for advanced and 230 for intermediate', () => {
    const [higher, lower] = [parseSendings(advanced), parseSendings(intermediate)];
    expect([higher.errors, lower.errors]).toEqual([[], []]);
    expect(higher.rows).toHaveLength(expected.sentAdvanced);
    expect(lower.rows).toHaveLength(expected.sentIntermediate);
    expect(new Set(higher.rows.map(({ program }) => program))).toEqual(new Set(['advanced-llct']));
    expect(new Set(lower.rows.map(({ program }) => program))).toEqual(new Set(['intermediate-llct']));
  });

  it('read every column of a person', () => {
    expect(parseSendings(changed(advanced, 9, 8, 'Học ghép')).rows[2]).toEqual({
      line: 9,
      program: 'advanced-llct',
      fullName: 'Hứa Văn An',
      unitName: 'Thị trấn Nông Trường Thái Bình',
      post: 'Bí thư Đảng ủy',
      mode: 'part-time',
      school: 'Học viện Chính trị khu vực I',
      year: 2018,
      result: 'fair',
      note: 'Học ghép',
    } satisfies SendingRow);
  });

  it('name people of the communes as the list of officials does', async () => {
    const key = ({ fullName, unitName }: { fullName: string; unitName: string }): string => `${fullName}, ${unitName}`;
    const officials = new Set(parseOfficials(await pilotSheet('can-bo-2019.xlsx')).rows.map(key));
    const ofCommunes = parseSendings(advanced).rows.filter(({ unitName }) => /^(Xã|Thị trấn) /.test(unitName));
    expect(ofCommunes).toHaveLength(12);
    expect(ofCommunes.map(key).filter((person) => !officials.has(person))).toEqual([]);
  });

  it.each<[string, number, Cell, { column: string; rule: string; value: string }]>([
    ['an unknown mode', 4, 'Bán trú', { column: 'Hệ đào tạo', rule: 'mode', value: 'Bán trú' }],
    ['no mode', 4, null, { column: 'Hệ đào tạo', rule: 'empty', value: '' }],
    ['an unknown result', 7, 'Tuyệt vời', { column: 'Kết quả', rule: 'result', value: 'Tuyệt vời' }],
    ['a year that is none', 6, 'năm ngoái', { column: 'Năm cử', rule: 'number', value: 'năm ngoái' }],
    ['no year', 6, null, { column: 'Năm cử', rule: 'empty', value: '' }],
    ['no name', 1, null, { column: 'Họ và tên', rule: 'empty', value: '' }],
    ['no unit', 2, null, { column: 'Đơn vị', rule: 'empty', value: '' }],
  ])('name line and column of %s, and keep the others', (_, column, cell, error) => {
    const { rows, errors } = parseSendings(changed(advanced, 7, column, cell));
    expect(errors).toEqual([{ line: 7, ...error }]);
    expect(rows).toHaveLength(18);
  });

  it('know nothing of a result that is still to come', () => {
    expect(parseSendings(changed(advanced, 7, 7, null))).toMatchObject({
      errors: [],
      rows: [{ result: null }, ...Array(18).fill({})],
    });
  });

  it.each<Cell>(['1', null])('lose nobody whose number is %p', (number) => {
    expect(parseSendings(changed(advanced, 7, 0, number)).rows).toHaveLength(19);
  });

  it('say which column is missing', () => {
    expect(parseSendings(changed(advanced, 6, 4, 'Khác')).errors).toEqual([
      { line: 6, column: 'Hệ đào tạo', rule: 'column-missing', value: '' },
    ]);
  });

  it('take the program from the title when the name of the sheet says nothing', () => {
    expect(parseSendings({ ...advanced, name: 'Sheet1' }).rows[0]?.program).toBe('advanced-llct');
    expect(parseSendings({ ...intermediate, name: 'Sheet1' }).rows[0]?.program).toBe('intermediate-llct');
  });

  it.each(['DANH SÁCH CỬ ĐI HỌC SƠ CẤP LLCT', 'DANH SÁCH CỬ ĐI HỌC CAO CẤP, TRUNG CẤP', null])(
    'do not guess the program: %p',
    (title) => {
      const { rows, errors } = parseSendings(changed({ ...advanced, name: 'Sheet1' }, 4, 0, title));
      expect(rows).toEqual([]);
      expect(errors).toMatchObject([
        { line: 1, column: 'Sheet1', rule: 'program', value: expect.stringContaining(title ?? 'BAN TỔ CHỨC') },
      ]);
    },
  );

  it('do not care that letters are decomposed', () => {
    expect(parseSendings(decomposed(intermediate))).toEqual(parseSendings(intermediate));
  });
});
