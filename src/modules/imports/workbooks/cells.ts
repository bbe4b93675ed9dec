import { foldVietnamese, toNfc } from '../../../kernel/vietnamese-text.js';
import type { Cell, DateCell } from './workbook.types.js';

/** Years of living people and their classes; others are slips of the pen. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

export const isDateCell = (cell: Cell | undefined): cell is DateCell =>
  typeof cell === 'object' && cell !== null && 'date' in cell;

/**
 * Text of a cell in composed letters and single spaces, without the apostrophe that keeps a text a text; null when it
 * is empty. A date is written as offices write it, a number without signs between thousands.
 */
export function readText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  const text = typeof cell === 'object' ? textOfObject(cell) : cleanText(String(cell));
  return text === '' ? null : text;
}

/** Spaces of every kind are one space, signs without a width are none. */
const cleanText = (text: string): string =>
  toNfc(text)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u0000-\u001f]+/g, ' ')
    .trim()
    .replace(/^'\s*(?=\S)/, '');

function textOfObject(cell: Exclude<Cell, string | number | boolean | null>): string {
  if ('error' in cell) return cell.error;
  if ('unreckoned' in cell) return '';
  const [year = '', month = '', day = ''] = cell.date.split('-');
  return cell.date === '' ? '' : { day: `${day}/${month}/${year}`, month: `${month}/${year}`, year }[cell.shown];
}

/** What cannot be read in a cell whatever it should hold: the result of a formula that is an error, or is not there. */
export function brokenFormula(cell: Cell | undefined): 'formula-error' | 'unreckoned' | null {
  if (typeof cell !== 'object' || cell === null) return null;
  return 'error' in cell ? 'formula-error' : 'unreckoned' in cell ? 'unreckoned' : null;
}

/** Whole numbers with the dots that Vietnamese puts between thousands, and what a count is followed by. */
const COUNT = /^(\d+|\d{1,3}(?:[. ]\d{3})+)(?:,0+)?(?:\s*(?:người|đồng chí|đ\/c|học viên|lượt))?$/i;

/** A whole number from 0, as a number or as text (`6.048` is 6048); null when it is none. */
export function readCount(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell : null;
  const digits = COUNT.exec(typeof cell === 'string' ? (readText(cell) ?? '') : '')?.[1];
  const count = digits === undefined ? Number.NaN : Number(digits.replace(/[. ]/g, ''));
  return Number.isSafeInteger(count) ? count : null;
}

/** A year from 1900 to 2100, as a number, as text or as a date cell that shows no more; null when it is none. */
export function readYear(cell: Cell | undefined): number | null {
  const year = isDateCell(cell) && cell.shown === 'year' ? Number(cell.date.slice(0, 4)) : readCount(cell);
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** A value looked up by its Vietnamese words, marks and case aside; null when the words are not known. */
export function readWord<Value>(cell: Cell | undefined, words: Readonly<Record<string, Value>>): Value | null {
  const word = foldVietnamese(readText(cell) ?? '').replace(/[.\s]+$/, '');
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

/** How a spreadsheet calls a column. @param index from 0 */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
