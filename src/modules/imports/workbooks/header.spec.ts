import { findHeader } from './header.js';

const HEADINGS = {
  fullName: { words: 'Họ và tên', or: ['Họ tên'] },
  born: { words: 'Năm', under: 'Sinh' },
  joined: { words: 'Năm', under: 'Vào Đảng' },
  note: { words: 'Ghi chú', optional: true },
};

describe('a header of two storeys', () => {
  const upper = ['TT', 'HỌ  TÊN', 'Vào Đảng', null, 'Sinh', null];
  const lower = [null, null, 'Năm', 'Tháng', 'Tháng', 'Năm'];

  it('keeps apart what has the same words under different headings', () => {
    expect(findHeader([['Họ và tên người lập'], [], upper, lower, [1, 'An']], HEADINGS)).toEqual({
      columns: { fullName: 1, joined: 2, born: 5 },
      ordinal: 0,
      headerRow: 2,
      firstRow: 4,
    });
  });

  it('is not filled from the neighbour when a column is missing', () => {
    expect(findHeader([upper, [null, null, 'Năm', 'Tháng', 'Tháng', null]], HEADINGS)).toEqual([
      { line: 1, column: 'Sinh: Năm', rule: 'column-missing', value: '' },
    ]);
    expect(findHeader([upper, [null, null, null, 'Tháng', 'Tháng', 'Năm']], HEADINGS)).toEqual([
      { line: 1, column: 'Vào Đảng: Năm', rule: 'column-missing', value: '' },
    ]);
  });
});

it('a header of one storey is followed by data at once', () => {
  expect(findHeader([['Họ và tên'], ['An']], { fullName: { words: 'Họ và tên' } })).toEqual({
    columns: { fullName: 0 },
    ordinal: undefined,
    headerRow: 0,
    firstRow: 1,
  });
});
