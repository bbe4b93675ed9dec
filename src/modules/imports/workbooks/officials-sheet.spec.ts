import fc from 'fast-check';
import { type OfficialRow, parseOfficials } from './officials-sheet.js';
import { changed, decomposed, expected, inserted, pilotSheet } from './pilot-sheets.support.js';
import type { Cell, Sheet } from './read-workbook.js';

const PROFESSIONAL = ['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'];
const LLCT = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'];
/** The standard the pilot uses; in the product it is data. */
const meetsProfessional = ({ professionalLevel }: OfficialRow): boolean =>
  PROFESSIONAL.indexOf(professionalLevel ?? '') >= 2;
const meetsLlct = ({ llctLevel, category }: OfficialRow): boolean =>
  LLCT.indexOf(llctLevel ?? '') >= (category === 'cadre' ? 2 : 1);

describe('the list of officials', () => {
  let sheet: Sheet;
  beforeAll(async () => {
    sheet = await pilotSheet('can-bo-2019.xlsx');
  });

  it('holds the 243 of the pilot, and in each commune those who meet the standards', () => {
    const { rows, errors } = parseOfficials(sheet);
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(expected.officials);
    const perUnit: Record<string, { officials: number; professional: number; llct: number }> = {};
    for (const row of rows) {
      const unit = (perUnit[row.unitName] ??= { officials: 0, professional: 0, llct: 0 });
      unit.officials++;
      if (meetsProfessional(row)) unit.professional++;
      if (meetsLlct(row)) unit.llct++;
    }
    expect(perUnit).toEqual(expected.perUnit);
    expect(rows.filter(meetsProfessional)).toHaveLength(expected.professionalStandard);
    expect(rows.filter(meetsLlct)).toHaveLength(expected.llctStandard);
    const allMet = Object.values(perUnit).filter(
      ({ officials, professional, llct }) => professional === officials && llct === officials,
    );
    expect(allMet).toHaveLength(expected.unitsAllMet);
  });

  it('reads every column of a person, the gender from that of the date of birth', () => {
    const { rows } = parseOfficials(changed(sheet, 9, 14, 'Đang nghỉ phép'));
    expect(rows[0]).toEqual({
      line: 9,
      fullName: 'Hoàng Ngọc Cường',
      gender: 'male',
      bornOn: '1981-01-04',
      birthYear: 1981,
      ethnicGroup: 'Tày',
      homePlace: 'Châu Sơn, Đình Lập, Lạng Sơn',
      post: 'Bí thư Đảng ủy',
      category: 'cadre',
      probationaryOn: '2009-02-26',
      fullMemberOn: '2010-02-26',
      professionalLevel: 'bachelor',
      major: 'Kế toán',
      llctLevel: 'advanced',
      unitName: 'Thị trấn Đình Lập',
      note: 'Đang nghỉ phép',
    } satisfies OfficialRow);
    expect(rows[1]).toMatchObject({ fullName: 'Lý Thị Hiền', gender: 'female', bornOn: '1978-06-24', note: null });
  });

  it.each<[string, Cell, Partial<OfficialRow>]>([
    ['a month', '06/1981', { bornOn: null, birthYear: 1981 }],
    ['a year', 1981, { bornOn: null, birthYear: 1981 }],
    ['a serial', 29_590, { bornOn: '1981-01-04' }],
    ['a date cell', new Date('1981-01-04T00:00:00Z'), { bornOn: '1981-01-04' }],
  ])('takes %s for a date of birth', (_, cell, read) => {
    const { rows, errors } = parseOfficials(changed(sheet, 9, 2, cell));
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject(read);
  });

  it('leaves unknown what is not written: a level, a Party date', () => {
    const { rows, errors } = parseOfficials(changed(changed(changed(sheet, 9, 10, null), 9, 12, ' '), 9, 9, null));
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ professionalLevel: null, llctLevel: null, fullMemberOn: null });
  });

  it.each<[string, number, Cell, { column: string; rule: string; value: string }]>([
    [
      'a date that is none',
      2,
      '31/02/1981',
      { column: 'Ngày, tháng, năm sinh: Nam', rule: 'date', value: '31/02/1981' },
    ],
    [
      'a date cell that holds none',
      2,
      new Date(Number.NaN),
      { column: 'Ngày, tháng, năm sinh: Nam', rule: 'empty', value: '' },
    ],
    [
      'a number far beyond dates',
      2,
      1e12,
      { column: 'Ngày, tháng, năm sinh: Nam', rule: 'date', value: '1000000000000' },
    ],
    ['no date of birth', 2, null, { column: 'Ngày, tháng, năm sinh: Nam', rule: 'empty', value: '' }],
    [
      'a date of birth for both genders',
      3,
      '1990',
      { column: 'Ngày, tháng, năm sinh: Nam', rule: 'gender', value: '04/01/1981' },
    ],
    ['an unknown level', 10, 'Siêu đẳng', { column: 'Trình độ: Chuyên môn', rule: 'level', value: 'Siêu đẳng' }],
    [
      'a level that every object knows',
      12,
      'constructor',
      { column: 'Trình độ: LLCT', rule: 'level', value: 'constructor' },
    ],
    ['an unknown category', 7, 'Khách', { column: 'Đối tượng', rule: 'category', value: 'Khách' }],
    ['no category', 7, null, { column: 'Đối tượng', rule: 'empty', value: '' }],
    ['no name', 1, '  ', { column: 'Họ và tên', rule: 'empty', value: '' }],
    ['no unit', 13, null, { column: 'Đơn vị', rule: 'empty', value: '' }],
    [
      'half a Party date',
      9,
      '02/2010',
      { column: 'Ngày vào Đảng: Chính thức', rule: 'date-incomplete', value: '02/2010' },
    ],
    [
      'full membership first',
      9,
      '26/02/2008',
      { column: 'Ngày vào Đảng: Chính thức', rule: 'order', value: '26/02/2008' },
    ],
  ])('names line and column of %s, and keeps the others', (_, column, cell, error) => {
    const { rows, errors } = parseOfficials(changed(sheet, 9, column, cell));
    expect(errors).toEqual([{ line: 9, ...error }]);
    expect(rows).toHaveLength(242);
  });

  it('names everything that is wrong with a row at once', () => {
    const { errors } = parseOfficials(changed(changed(sheet, 9, 2, 'x'), 9, 12, 'y'));
    expect(errors.map(({ column }) => column)).toEqual(['Ngày, tháng, năm sinh: Nam', 'Trình độ: LLCT']);
  });

  it.each([
    [1, 'Họ và tên'],
    [6, 'Chức vụ'],
    [13, 'Đơn vị'],
  ])('says which column is missing: %i', (column, words) => {
    expect(parseOfficials(changed(sheet, 6, column, 'Khác'))).toEqual({
      rows: [],
      errors: [{ line: 6, column: words, rule: 'column-missing', value: '' }],
    });
    expect(parseOfficials(changed(sheet, 7, 12, 'Khác')).errors).toEqual([
      { line: 6, column: 'Trình độ: LLCT', rule: 'column-missing', value: '' },
    ]);
  });

  it('does without the column of notes', () => {
    expect(parseOfficials(changed(sheet, 6, 14, null)).errors).toEqual([]);
  });

  it('finds every column missing in a sheet that is another', () => {
    const { rows, errors } = parseOfficials({ rows: [['Danh sách'], [1, 2, 3]] });
    expect(rows).toEqual([]);
    expect(errors).toHaveLength(13);
    expect(errors.every(({ line, rule }) => line === 1 && rule === 'column-missing')).toBe(true);
    expect(parseOfficials({ rows: [] }).errors).toHaveLength(13);
  });

  it('does not care where the table begins, or that letters are decomposed', () => {
    const { rows } = parseOfficials(sheet);
    const moved = parseOfficials({ rows: [['Tổng số 12 xã, thị trấn'], ...sheet.rows.map((row) => [null, ...row])] });
    expect(moved).toEqual({ rows: rows.map((row) => ({ ...row, line: row.line + 1 })), errors: [] });
    expect(parseOfficials(decomposed(sheet))).toEqual({ rows, errors: [] });
  });

  it.each<[string, Cell]>([
    ['text', '1'],
    ['text with a dot', '01.'],
    ['forgotten', null],
    ['a letter', 'a'],
  ])('loses nobody whose number is %s', (_, number) => {
    const { rows, errors } = parseOfficials(changed(sheet, 9, 0, number));
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ line: 9, fullName: 'Hoàng Ngọc Cường' });
  });

  it('takes nobody from rows that number the columns, repeat the header, wait to be filled in, or are signed', () => {
    const [upper = [], lower = []] = sheet.rows.slice(5, 7);
    const numbers = upper.map((_, index) => `(${index + 1})`);
    const prepared = upper.map((_, index) => (index === 0 ? 244 : null));
    const signed = upper.map((_, index) => (index === 1 ? 'NGƯỜI LẬP BIỂU' : index === 11 ? 'TRƯỞNG BAN' : null));
    const { rows, errors } = parseOfficials(inserted(inserted(sheet, 263, prepared, signed), 8, numbers, upper, lower));
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(243);
  });

  it.each([
    ['Tổng số: 244 đồng chí', '244'],
    ['TỔNG CỘNG 1.243', '1243'],
    ['Danh sách này có 200 đồng chí; trong đó nữ: 43.', '200'],
  ])('notices a total that does not agree: %s', (words, value) => {
    const { rows, errors } = parseOfficials(changed(sheet, 264, 1, words));
    expect(errors).toEqual([{ line: 264, column: 'Tổng số', rule: 'total-differs', value }]);
    expect(rows).toHaveLength(243);
  });

  it.each(['Tổng số nữ: 100', 'Danh sách này có 243 đồng chí; trong đó nữ: 80', 'Tổng số'])(
    'is content with: %s',
    (words) => {
      expect(parseOfficials(changed(sheet, 264, 1, words)).errors).toEqual([]);
    },
  );

  it('counts those with errors too when it judges the total', () => {
    expect(parseOfficials(changed(changed(sheet, 9, 12, 'x'), 264, 1, 'Tổng số: 242')).errors).toMatchObject([
      { rule: 'level' },
      { rule: 'total-differs' },
    ]);
    expect(parseOfficials(changed(changed(sheet, 264, 1, 'Tổng số'), 264, 2, 244)).errors).toMatchObject([
      { rule: 'total-differs', value: '244' },
    ]);
  });

  it('has an answer for every cell: the person, or an error in that line', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: false }),
      fc.constant(null),
    );
    const few: Sheet = { name: sheet.name, rows: sheet.rows.slice(0, 12) };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), cell, (column, value) => {
        const { rows, errors } = parseOfficials(changed(few, 9, column, value));
        return rows.some(({ line }) => line === 9) !== errors.some(({ line }) => line === 9);
      }),
    );
  });
});
