import { addDays, isPlainDate, type PlainDate, yearOf } from '../../../kernel/plain-date.js';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { isDateCell, readText, readYear } from './cells.js';
import type { Cell } from './workbook.types.js';

/** A date as offices write it: whole, or the year (and month) alone. */
export interface WrittenDate {
  readonly date: PlainDate | null;
  readonly year: number;
}

const GAP = String.raw`\s*[/.\-,]\s*`;
const WHOLE = new RegExp(`^(\\d{1,2})(?:${GAP}|\\s+)(\\d{1,2})(?:${GAP}|\\s+)(\\d{4}|\\d{2})$`);
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ][\d:.]*z?)?$/;
const WORDS = /^ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})$/;
const MONTH = new RegExp(`^(?:thang )?(?:0?[1-9]|1[0-2])(?:${GAP}| nam )(\\d{4})$`);
/** A day or month that nobody knows, in front of what is known: `00/00/1981`, `--/06/1981`, `../../1981`. */
const UNKNOWN_PARTS = /^(?:(?:00?|x+|\.+|-+|_+|\?+)\s*[/.-]\s*){1,2}(?=\d)/;
const YEAR = /^(?:nam )?(\d{4})$/;

/** Day 0 of the serial numbers that Excel stores dates as, and how much later day 0 of the calendar of 1904 is. */
const SERIAL_EPOCH = '1899-12-30';
const LATER_1904 = 1462;
/** Serial of 1 January 1920: smaller numbers are no dates of ours, years among them. */
const FIRST_SERIAL = 7306;
const LAST_SERIAL = 73_051;
/** Years of two digits up to this one belong to 2000–2029, the others to 1930–1999: what Excel makes of them too. */
const PIVOT = 29;

/**
 * Reads `dd/mm/yyyy` with any sign between, `d-m-yy`, `mm/yyyy`, `yyyy`, `ngày … tháng … năm …`, `yyyy-mm-dd`, an Excel
 * serial or a date cell; null when it is none of them. The day always stands before the month.
 * @param date1904 whether the workbook counts its serials from 1904
 */
export function readDate(cell: Cell | undefined, date1904 = false): WrittenDate | null {
  if (isDateCell(cell)) return cell.shown === 'day' ? whole(cell.date) : yearAlone(cell.date.slice(0, 4));
  const serial = serialOf(cell, date1904);
  if (serial !== null) return whole(addDays(SERIAL_EPOCH, serial));
  const text = foldVietnamese(readText(cell) ?? '').replace(/[\s.;,]+$/, '');
  const [, day, month, year] = WORDS.exec(text) ?? WHOLE.exec(text) ?? [];
  if (day && month && year && Number(day) > 0 && Number(month) > 0) return whole(iso(fullYear(year), month, day));
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  if (isoYear && isoMonth && isoDay) return whole(iso(isoYear, isoMonth, isoDay));
  const known = text.replace(UNKNOWN_PARTS, '');
  return yearAlone(MONTH.exec(known)?.[1] ?? YEAR.exec(known)?.[1]);
}

/** A number that can be a date, counted as of 1900; also as text, where only a serial has five digits. */
function serialOf(cell: Cell | undefined, date1904: boolean): number | null {
  const text = typeof cell === 'string' ? (readText(cell) ?? '') : '';
  const number = typeof cell === 'number' ? cell : /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const serial = Math.floor(number) + (date1904 ? LATER_1904 : 0);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : null;
}

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) <= PIVOT ? '20' : '19'}${year.padStart(2, '0')}`;

function whole(date: PlainDate): WrittenDate | null {
  if (!isPlainDate(date) || readYear(yearOf(date)) === null) return null;
  return { date, year: yearOf(date) };
}

function yearAlone(text: string | undefined): WrittenDate | null {
  const year = readYear(text);
  return year === null ? null : { date: null, year };
}
