import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { readText } from './cells.js';
import type { Cell, SheetError } from './read-workbook.js';

/** Where each wanted column stands, and on which rows (from 0) the header and the data begin. */
export interface Header<Name extends string> {
  /** Columns from 0; an optional one that the sheet does not have is left out. */
  readonly columns: Readonly<Partial<Record<Name, number>>>;
  /** The column that numbers the rows, if there is one. */
  readonly ordinal: number | undefined;
  readonly headerRow: number;
  readonly firstRow: number;
}

/** How a column is headed: marks and case aside. `under` is the heading of the storey above. */
export interface Heading {
  readonly words: string;
  /** Other words for the same. */
  readonly or?: readonly string[];
  readonly under?: string;
  readonly optional?: boolean;
}

/** The columns of a table, by the names that we give them. */
export type Headings<Name extends string> = Readonly<Record<Name, Heading>>;

/** Rows in which a header is looked for: above it stand titles and addresses. */
const SEARCHED = 30;
const ORDINAL: Heading = { words: 'STT', or: ['TT', 'Số TT', 'Số thứ tự'] };

/**
 * Finds a header by its words, whatever stands above or left of it: it is the row with the most of them. A header may
 * have two storeys: a merged heading covers the columns to its right until the next heading.
 * @returns the header, or an error for each column that is missing.
 */
export function findHeader<Name extends string>(
  rows: readonly (readonly Cell[])[],
  headings: Headings<Name>,
): Header<Name> | readonly SheetError[] {
  const names = Object.keys(headings) as Name[];
  const columnsAt = (row: number): [Name, number][] =>
    names.map((name) => [name, locate(headings[name], rows[row] ?? [], rows[row + 1] ?? [])]);
  const count = (row: number): number => columnsAt(row).filter(([, column]) => column >= 0).length;

  const candidates = rows.slice(0, SEARCHED).map((_, row) => ({ row, found: count(row) }));
  const best = candidates.reduce((a, b) => (b.found > a.found ? b : a), { row: 0, found: 0 });
  const found = columnsAt(best.row);
  const missing = found.filter(([name, column]) => column < 0 && !headings[name].optional);
  if (missing.length > 0) return missing.map(([name]) => columnMissing(best.row + 1, headings[name]));

  const columns = found.filter(([, column]) => column >= 0);
  const ordinal = locate(ORDINAL, rows[best.row] ?? [], []);
  const storeys = columns.some(([name]) => headings[name].under !== undefined) ? 2 : 1;
  return {
    columns: Object.fromEntries(columns) as Partial<Record<Name, number>>,
    ordinal: ordinal < 0 ? undefined : ordinal,
    headerRow: best.row,
    firstRow: best.row + storeys,
  };
}

const columnMissing = (line: number, heading: Heading): SheetError => ({
  line,
  column: headingName(heading),
  rule: 'column-missing',
  value: '',
});

/** What a column is called in an error: both storeys, since "Nam" alone says little. */
export const headingName = ({ words, under }: Heading): string => (under === undefined ? words : `${under}: ${words}`);

function locate({ words, or = [], under }: Heading, upper: readonly Cell[], lower: readonly Cell[]): number {
  const wanted = [words, ...or].map(foldVietnamese);
  if (under === undefined) return upper.findIndex((cell) => wanted.includes(fold(cell)));
  const start = upper.findIndex((cell) => fold(cell) === foldVietnamese(under));
  if (start < 0) return -1;
  const next = upper.findIndex((cell, index) => index > start && fold(cell) !== '');
  const end = next < 0 ? lower.length : next;
  return lower.findIndex((cell, index) => index >= start && index < end && wanted.includes(fold(cell)));
}

const fold = (cell: Cell): string => foldVietnamese(readText(cell) ?? '');
