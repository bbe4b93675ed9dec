import { isPlainDate, type PlainDate, yearOf } from '../../../kernel/plain-date.js';
import { foldVietnamese, toNfc } from '../../../kernel/vietnamese-text.js';
import type { Cell } from './read-workbook.js';

/** A date as offices write it: whole, or the year (and month) alone. */
export interface WrittenDate {
  readonly date: PlainDate | null;
  readonly year: number;
}

const WHOLE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const MONTH = /^(?:0?[1-9]|1[0-2])[/.-](\d{4})$/;
const YEAR = /^(\d{4})$/;
/** Day 0 of the serial numbers that Excel stores dates as, and a day in milliseconds. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Serial of 1 January 1920: smaller numbers are years. */
const FIRST_SERIAL = 7306;
/** Other years are slips of the pen. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Reads `dd/mm/yyyy`, `mm/yyyy`, `yyyy`, an Excel serial or a date cell; null when it is none of them. */
export function readDate(cell: Cell | undefined): WrittenDate | null {
  if (cell instanceof Date) return whole(isoDate(cell));
  if (typeof cell === 'number' && cell >= FIRST_SERIAL) return whole(isoDate(new Date(SERIAL_EPOCH + cell * DAY_MS)));
  const text = readText(cell) ?? '';
  const [, day, month, year] = WHOLE.exec(text) ?? [];
  if (day && month && year) return whole(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const yearAlone = readYear(MONTH.exec(text)?.[1] ?? YEAR.exec(text)?.[1]);
  return yearAlone === null ? null : { date: null, year: yearAlone };
}

function whole(date: PlainDate): WrittenDate | null {
  if (!isPlainDate(date) || readYear(yearOf(date)) === null) return null;
  return { date, year: yearOf(date) };
}

/** The date of a date cell; empty when the cell holds no instant at all. */
const isoDate = (instant: Date): string => (Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10));

/** Text of a cell in composed letters and single spaces, or null when it is empty. */
export function readText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  const text = cell instanceof Date ? isoDate(cell) : toNfc(String(cell)).trim().replace(/\s+/g, ' ');
  return text === '' ? null : text;
}

/** Whole numbers with the dots that Vietnamese puts between thousands. */
const COUNT = /^\d+$|^\d{1,3}(?:\.\d{3})+$/;

/** A whole number from 0, as a number or as text (`6.048` is 6048); null when it is none. */
export function readCount(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell : null;
  const text = typeof cell === 'string' ? cell.trim() : '';
  return COUNT.test(text) ? Number(text.replaceAll('.', '')) : null;
}

/** A year from 1900 to 2100, as a number or as text; null when it is none. */
export function readYear(cell: Cell | undefined): number | null {
  const year = readCount(cell);
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** A value looked up by its Vietnamese words, marks and case aside; null when the words are not known. */
export function readWord<Value>(cell: Cell | undefined, words: Readonly<Record<string, Value>>): Value | null {
  const word = foldVietnamese(readText(cell) ?? '');
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
