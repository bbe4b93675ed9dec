import readExcelFile from 'read-excel-file/node';
import { toNfc } from '../../../kernel/vietnamese-text.js';

export type Cell = string | number | boolean | Date | null;

/** One sheet as rows of cells; texts are NFC and trimmed, empty ones null. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** The file is not a workbook, or a broken one. */
export class WorkbookUnreadable extends Error {}

/** Something in a sheet that could not be understood; `line` is the row as the office's program numbers it. */
export interface SheetError {
  readonly line: number;
  readonly column: string;
  readonly rule: 'column-missing' | 'empty' | 'date' | 'level' | 'category' | 'number' | 'total-differs';
  readonly value: string;
}

/** What a sheet holds, and what of it was not understood. A row with an error is left out of `rows`. */
export interface Parsed<Row> {
  readonly rows: readonly Row[];
  readonly errors: readonly SheetError[];
}

/** Reads an .xlsx file. @throws WorkbookUnreadable */
export async function readWorkbook(file: Buffer | string): Promise<Sheet[]> {
  try {
    const sheets = await readExcelFile(file);
    return sheets.map(({ sheet, data }) => ({ name: toNfc(sheet), rows: data.map((row) => row.map((cell) => clean(cell as Cell))) }));
  } catch (error) {
    throw new WorkbookUnreadable('The file is not a readable .xlsx workbook', { cause: error });
  }
}

function clean(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = toNfc(cell).trim();
  return text === '' ? null : text;
}
