import fs from 'node:fs';
import path from 'node:path';
import { type Cell, readWorkbook, type Sheet } from './read-workbook.js';

const root = path.resolve(__dirname, '../../../..');

/** What the pilot's workbooks must add up to. */
export const expected = JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/pilot/expected.json'), 'utf8')) as {
  readonly officials: number;
  readonly professionalStandard: number;
  readonly llctStandard: number;
  readonly unitsAllMet: number;
  readonly classes: number;
  readonly trainees: number;
  readonly sentAdvanced: number;
  readonly sentIntermediate: number;
  readonly classesPerYear: Readonly<Record<string, number>>;
  readonly perUnit: Readonly<Record<string, { officials: number; professional: number; llct: number }>>;
};

/** A sheet of one of the pilot's workbooks. @param index of the sheet, from 0 */
export async function pilotSheet(name: string, index = 0): Promise<Sheet> {
  const sheet = (await readWorkbook(path.join(root, 'src/modules/demo/pilot', name)))[index];
  if (!sheet) throw new Error(`${name} has no sheet ${index}`);
  return sheet;
}

/** The sheet with one cell changed. @param line from 1, as Excel shows it @param column from 0 */
export const changed = ({ name, rows }: Sheet, line: number, column: number, value: Cell): Sheet => ({
  name,
  rows: rows.map((row, index) => (index === line - 1 ? row.map((cell, at) => (at === column ? value : cell)) : row)),
});

/** The sheet with rows put in before a line. */
export const inserted = ({ name, rows }: Sheet, line: number, ...added: (readonly Cell[])[]): Sheet => ({
  name,
  rows: [...rows.slice(0, line - 1), ...added, ...rows.slice(line - 1)],
});

/** The sheet with every text in decomposed letters, as some keyboards type it. */
export const decomposed = ({ name, rows }: Sheet): Sheet => ({
  name: name.normalize('NFD'),
  rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell))),
});
