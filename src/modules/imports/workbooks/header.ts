import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import type { Cell, SheetError } from './read-workbook.js';

/** Where each wanted column stands, and on which row (from 0) the data begins. */
export interface Header<Name extends string> {
  readonly columns: Readonly<Record<Name, number>>;
  readonly firstRow: number;
}

/** Heading words, marks and case aside; the first that fits counts. `under` is the heading of the storey above. */
export type Headings<Name extends string> = Readonly<Record<Name, { readonly words: string; readonly under?: string }>>;

/** Rows in which a header is looked for: above it stand titles and addresses. */
const SEARCHED = 30;

/**
 * Finds a header by its words, whatever stands above it. A header may have two storeys: a merged heading covers the
 * columns to its right until the next heading.
 * @returns the header, or an error for each column that is missing.
 */
export function findHeader<Name extends string>(
  rows: readonly (readonly Cell[])[],
  headings: Headings<Name>,
): Header<Name> | readonly SheetError[] {
  const names = Object.keys(headings) as Name[];
  const top = rows.slice(0, SEARCHED).findIndex((row) => row.some((cell) => fold(cell) === 'ho va ten' || fold(cell) === 'ma lop'));
  const upper = rows[top] ?? [];
  const lower = rows[top + 1] ?? [];
  const twoStoreys = lower.some((cell) => cell !== null) && fold(lower[0] ?? null) === '';
  const found = names.map((name) => [name, locate(headings[name], upper, twoStoreys ? lower : [])] as const);
  const missing = found.filter(([, column]) => column < 0);
  if (missing.length > 0) {
    return missing.map(([name]) => ({ line: top + 1, column: headings[name].words, rule: 'column-missing' as const, value: '' }));
  }
  return { columns: Object.fromEntries(found) as Record<Name, number>, firstRow: top + (twoStoreys ? 2 : 1) };
}

function locate({ words, under }: { words: string; under?: string }, upper: readonly Cell[], lower: readonly Cell[]): number {
  if (under === undefined) return upper.findIndex((cell) => fold(cell) === words);
  const start = upper.findIndex((cell) => fold(cell) === under);
  if (start < 0) return -1;
  const next = upper.findIndex((cell, index) => index > start && cell !== null);
  const end = next < 0 ? lower.length : next;
  return lower.findIndex((cell, index) => index >= start && index < end && fold(cell) === words);
}

const fold = (cell: Cell): string => foldVietnamese(String(cell ?? ''));
