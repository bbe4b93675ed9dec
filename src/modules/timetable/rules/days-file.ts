import { isPlainDate, type PlainDate } from '../../../kernel/plain-date.js';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import type { DayKind } from '../timetable.types.js';

/** One line of a file of swapped days, as far as it can be read. */
export interface DayLine {
  readonly line: number;
  readonly date: PlainDate | null;
  readonly kind: DayKind | null;
  readonly name: string | null;
  /** Name of the text that says what is wrong. */
  readonly problem: 'dayNotRead' | 'kindNotRead' | 'dayTwice' | null;
}

/** Words for each kind, folded; the first that stands in the cell counts. */
const KINDS: readonly [string, DayKind][] = [
  ['lam bu', 'swapped-workday'],
  ['di lam', 'swapped-workday'],
  ['workday', 'swapped-workday'],
  ['nghi bu', 'swapped-off'],
  ['hoan doi', 'swapped-off'],
  ['swapped-off', 'swapped-off'],
  ['nghi', 'holiday'],
  ['holiday', 'holiday'],
];
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * Reads the lines of a sheet: a day, what it is, and what it is for, in the first three columns. Lines before the first
 * day are taken for a title and a heading.
 * @param rows the cells of the sheet as texts; dates as `YYYY-MM-DD` or `dd/mm/yyyy`.
 */
export function readDayLines(rows: readonly (readonly string[])[]): DayLine[] {
  const lines = rows.map((cells, index) => ({ cells: cells.map((cell) => cell.trim()), line: index + 1 }));
  const first = lines.findIndex(({ cells }) => cells.some((cell) => readDay(cell) !== null));
  if (first < 0) return [];
  const seen = new Set<PlainDate>();
  return lines.slice(first).flatMap(({ cells, line }) => {
    if (cells.every((cell) => cell === '')) return [];
    const read = readLine(cells, line);
    const twice = read.date !== null && seen.has(read.date);
    if (read.date !== null) seen.add(read.date);
    return [twice ? { ...read, problem: 'dayTwice' as const } : read];
  });
}

/** The columns may stand in any order, with a number of the line before them. */
function readLine(cells: readonly string[], line: number): DayLine {
  const dateAt = cells.findIndex((cell) => readDay(cell) !== null);
  const kindAt = cells.findIndex((cell, index) => index !== dateAt && readKind(cell) !== null);
  const date = readDay(cells[dateAt] ?? '');
  const kind = readKind(cells[kindAt] ?? '');
  const rest = cells.filter((cell, index) => index !== dateAt && index !== kindAt && /\D/.test(cell));
  const name = rest.at(-1) ?? cells[kindAt] ?? null;
  const problem = date === null ? 'dayNotRead' : kind === null ? 'kindNotRead' : null;
  return { line, date, kind, name, problem };
}

function readDay(text: string): PlainDate | null {
  if (isPlainDate(text)) return text;
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}

function readKind(text: string): DayKind | null {
  const folded = foldVietnamese(text);
  return KINDS.find(([words]) => folded.includes(words))?.[1] ?? null;
}
