import readExcelFile from 'read-excel-file/node';
import { toNfc } from '../../../kernel/vietnamese-text.js';

/** A date cell is midnight UTC of its date; a formula is its last result. */
export type Cell = string | number | boolean | Date | null;

/** One sheet as rows of cells; texts are NFC and trimmed, empty ones null. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** The file is not a workbook, is a broken one, or is not there. */
export class WorkbookUnreadable extends Error {}

/**
 * What can be wrong with a cell. Those that do not explain themselves: `date-incomplete`, a month or a year where a
 * whole date is needed; `gender`, a date of birth in both columns; `order`, an end before its beginning; `program`,
 * neither the sheet's name nor its title says which program it is about.
 */
export type SheetRule =
  | 'column-missing'
  | 'empty'
  | 'date'
  | 'date-incomplete'
  | 'gender'
  | 'level'
  | 'category'
  | 'mode'
  | 'result'
  | 'program'
  | 'number'
  | 'order'
  | 'total-differs';

/**
 * Something in a sheet that could not be understood: `line` is the row as the office's program numbers it, `column` the
 * heading as we know it, `value` what stands there.
 */
export interface SheetError {
  readonly line: number;
  readonly column: string;
  readonly rule: SheetRule;
  readonly value: string;
}

/** What a sheet holds, and what of it was not understood. A row with an error is left out of `rows`. */
export interface Parsed<Row> {
  readonly rows: readonly Row[];
  readonly errors: readonly SheetError[];
}

/** Reads all sheets of an .xlsx file. @param file its content, or its path. @throws WorkbookUnreadable */
export async function readWorkbook(file: Buffer | string): Promise<Sheet[]> {
  try {
    const sheets = await readExcelFile(file);
    return sheets.map(({ sheet, data }) => ({
      name: toNfc(sheet),
      rows: data.map((row) => row.map((cell) => clean(cell as Cell))),
    }));
  } catch (error) {
    throw new WorkbookUnreadable('The file is not a readable .xlsx workbook', { cause: error });
  }
}

function clean(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = toNfc(cell).trim();
  return text === '' ? null : text;
}
