import fc from 'fast-check';
import { FIELDS, type FieldDef } from './fields.js';
import { findHeader, type Lines } from './header.js';
import type { Cell, ImportKind, Merge, SheetInfo } from './workbook.types.js';

const info = (more: Partial<SheetInfo> = {}): SheetInfo => ({
  name: 'Sheet1',
  hidden: false,
  rows: 99,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  ...more,
});

const EXPORTED = (kind: ImportKind): FieldDef[] =>
  FIELDS[kind].filter(({ name }) => !['born', 'gender', 'isMale', 'isFemale', 'program'].includes(name));

/** A header as an export writes it: columns under one heading side by side, the others merged downward. */
function written(columns: readonly FieldDef[], top: number, left: number): { lines: Lines; merges: Merge[] } {
  const [upper, lower]: [Cell[], Cell[]] = [Array<Cell>(left).fill(null), Array<Cell>(left).fill(null)];
  const merges: Merge[] = [];
  columns.forEach(({ heading, under }, index) => {
    const column = left + index;
    upper[column] = under ?? heading;
    lower[column] = under === undefined ? null : heading;
    if (under === undefined) merges.push([top, column, top + 1, column]);
    else if (columns[index - 1]?.under === under) {
      upper[column] = null;
      merges.push([top, upper.lastIndexOf(under), top, column]);
    }
  });
  return { lines: [...Array.from({ length: top }, (): Cell[] => []), upper, lower], merges };
}

/** Columns in another order, those under one heading kept together. */
const shuffled = (kind: ImportKind): fc.Arbitrary<FieldDef[]> => {
  const groups: Record<string, FieldDef[]> = {};
  for (const field of EXPORTED(kind)) (groups[field.under ?? field.name] ??= []).push(field);
  const list = Object.values(groups);
  return fc.shuffledSubarray(list, { minLength: list.length }).map((order) => order.flat());
};

describe('the header of a table', () => {
  it.each(['officials', 'courses', 'placements'] as const)('of %s is found in any order and at any place', (kind) => {
    fc.assert(
      fc.property(shuffled(kind), fc.nat(20), fc.nat(5), (columns, top, left) => {
        const { lines, merges } = written(columns, top, left);
        const header = findHeader([...lines, [1, 'Nguyễn Văn An']], info({ merges }), kind);
        const fields = header?.columns.map(({ index, field }) => [index, field]);
        expect(fields).toEqual(columns.map(({ name }, index) => [left + index, name]));
        expect(header?.headerRow).toBe(top + 1);
      }),
    );
  });

  const upper = ['TT', 'HỌ  TÊN', 'Vào Đảng', null, 'Năm sinh', null, 'Đơn vị'];
  const lower = [null, null, 'Dự bị', 'Chính thức', 'Nam', 'Nữ'];

  it('keeps apart what stands under different headings, also where nothing is merged', () => {
    const header = findHeader([['Họ và tên người lập'], [], upper, lower, [1, 'An']], info(), 'officials');
    expect(header?.columns.map(({ letter, heading, field }) => [letter, heading, field])).toEqual([
      ['A', 'TT', null],
      ['B', 'HỌ TÊN', 'fullName'],
      ['C', 'Vào Đảng: Dự bị', 'probationaryOn'],
      ['D', 'Vào Đảng: Chính thức', 'fullMemberOn'],
      ['E', 'Năm sinh: Nam', 'bornMale'],
      ['F', 'Năm sinh: Nữ', 'bornFemale'],
      ['G', 'Đơn vị', 'unitName'],
    ]);
    expect(header).toMatchObject({ headerRow: 3, firstRow: 5, ordinal: 0 });
  });

  it('has a fingerprint of its headings alone', () => {
    const of = (lines: Lines, name = 'Sheet1'): string | undefined =>
      findHeader(lines, info({ name }), 'officials')?.fingerprint;
    const mark = of([upper, lower]);
    expect(of([['DANH SÁCH'], [], upper, lower, [1, 'An']], 'Khác')).toBe(mark);
    expect(of([upper.map((cell) => cell?.toUpperCase() ?? null), lower])).toBe(mark);
    expect(of([[...upper, 'Ghi chú'], lower])).not.toBe(mark);
  });

  it('leaves hidden columns out, and takes the first of two that are headed alike', () => {
    const header = findHeader(
      [['Họ tên', 'Đơn vị', 'Đơn vị', 'Chức vụ', 'Chức vụ']],
      info({ hiddenColumns: [1] }),
      'placements',
    );
    expect(header?.columns.map(({ field }) => field)).toEqual(['fullName', null, 'unitName', 'post', null]);
  });

  it('is not seen in a text, or in a table of another kind', () => {
    expect(findHeader([['Danh sách'], [1, 2, 3]], info(), 'officials')).toBeNull();
    expect(findHeader([['Mã lớp', 'Tên lớp', 'Năm', 'Từ ngày']], info(), 'officials')).toBeNull();
    expect(findHeader([], info(), 'courses')).toBeNull();
  });
});
