import { pilotSheet } from './pilot-sheets.support.js';
import { readWorkbook, WorkbookUnreadable } from './read-workbook.js';

describe('reading a workbook', () => {
  it('keeps the lines of the office: blank rows count', async () => {
    const { name, rows } = await pilotSheet('can-bo-2019.xlsx');
    expect(name).toBe('Trích ngang');
    expect(rows).toHaveLength(264);
    expect(rows[2]?.every((cell) => cell === null)).toBe(true);
    expect(rows[5]?.[0]).toBe('STT');
  });

  it.each([
    ['a text', Buffer.from('not a workbook')],
    ['nothing', Buffer.alloc(0)],
    ['the beginning of a zip archive', Buffer.from('PK\u0003\u0004 and no more')],
    ['a file that is not there', '/nowhere/can-bo.xlsx'],
  ])('refuses %s', async (_, file) => {
    await expect(readWorkbook(file)).rejects.toBeInstanceOf(WorkbookUnreadable);
  });
});
