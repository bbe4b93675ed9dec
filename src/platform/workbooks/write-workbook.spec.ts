import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { type ExportColumn, writeWorkbook } from './write-workbook.js';

const columns: ExportColumn<string[]>[] = [
  { heading: 'TT', value: (_, index) => index + 1 },
  { heading: 'Nam', under: 'Ngày sinh', value: ([male]) => male ?? null },
  { heading: 'Nữ', under: 'Ngày sinh', value: ([, female]) => female ?? null },
];
const write = async (rows: string[][]): Promise<unknown[][]> => {
  const file = await writeWorkbook({ name: 'Danh sách', title: ['DANH SÁCH'], columns, rows, closing: ['Tổng số: 1'] });
  return (await readExcelFile(file))[0]?.data as unknown[][];
};

describe('a list as a workbook', () => {
  it('has a title, a header of two storeys, the rows and what closes it', async () => {
    expect(await write([['01/02/1980', '']])).toEqual([
      ['DANH SÁCH', null, null],
      [null, null, null],
      ['TT', 'Ngày sinh', null],
      [null, 'Nam', 'Nữ'],
      [1, '01/02/1980', null],
      ['Tổng số: 1', null, null],
    ]);
  });

  it('keeps every text a text, whatever it begins with', async () => {
    const words = fc.tuple(fc.constantFrom('=', '+', '-', '@', '', "'"), fc.string({ unit: 'grapheme', minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(words, async ([sign, rest]) => {
        const text = `${sign}x${rest}x`;
        const writable = text
          .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
          .replace(/\r\n?/g, '\n');
        const cell = (await write([[text, '']]))[4]?.[1];
        expect(cell).toBe(writable);
      }),
      { numRuns: 60 },
    );
  });
});
