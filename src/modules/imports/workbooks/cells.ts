import { isPlainDate, type PlainDate } from '../../../kernel/plain-date.js';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import type { Cell } from './read-workbook.js';

/** A date as offices write it: whole, or the year (and month) alone. */
export interface WrittenDate {
  readonly date: PlainDate | null;
  readonly year: number;
}

const WHOLE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const MONTH = /^\d{1,2}[/.-](\d{4})$/;
const YEAR = /^(\d{4})$/;
/** Day 0 of the serial numbers that Excel stores dates as, and a day in milliseconds. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Serial of 1 January 1920: smaller numbers are years. */
const FIRST_SERIAL = 7306;

/** Reads `dd/mm/yyyy`, `mm/yyyy`, `yyyy`, an Excel serial or a date cell; null when it is none of them. */
export function readDate(cell: Cell): WrittenDate | null {
  if (cell instanceof Date) return whole(cell.toISOString().slice(0, 10));
  if (typeof cell === 'number' && cell >= FIRST_SERIAL) return whole(new Date(SERIAL_EPOCH + cell * DAY_MS).toISOString().slice(0, 10));
  const text = String(cell ?? '').trim();
  const [, day, month, year] = WHOLE.exec(text) ?? [];
  if (day && month && year) return whole(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const yearAlone = MONTH.exec(text)?.[1] ?? YEAR.exec(text)?.[1];
  return yearAlone ? { date: null, year: Number(yearAlone) } : null;
}

const whole = (date: string): WrittenDate | null => (isPlainDate(date) ? { date, year: Number(date.slice(0, 4)) } : null);

/** Text of a cell, or null when it is empty. */
export const readText = (cell: Cell | undefined): string | null => (cell === null || cell === undefined ? null : String(cell));

/** A value looked up by its Vietnamese words, marks and case aside; null when the words are not known. */
export const readWord = <Value>(cell: Cell | undefined, words: Readonly<Record<string, Value>>): Value | null =>
  words[foldVietnamese(String(cell ?? ''))] ?? null;
