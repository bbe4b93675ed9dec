import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { readText, readYear } from './cells.js';
import type { Headings } from './header.js';
import type { Parsed, Sheet } from './read-workbook.js';
import { readTable, type TableRow, totalErrors } from './table.js';

/** One person of a list of people sent to study political theory. */
export interface SendingRow {
  readonly line: number;
  readonly program: 'advanced-llct' | 'intermediate-llct';
  readonly fullName: string;
  readonly unitName: string;
  readonly post: string | null;
  readonly mode: 'full-time' | 'part-time';
  readonly school: string | null;
  readonly year: number;
  /** Null while the class is not over. */
  readonly result: 'excellent' | 'good' | 'fair' | 'average' | null;
  readonly note: string | null;
}

const HEADINGS = {
  fullName: { words: 'Họ và tên', or: ['Họ tên'] },
  unitName: { words: 'Đơn vị', or: ['Đơn vị công tác'] },
  post: { words: 'Chức vụ', or: ['Chức danh', 'Chức vụ, chức danh'] },
  mode: { words: 'Hệ đào tạo', or: ['Hệ học'] },
  school: { words: 'Cơ sở đào tạo' },
  year: { words: 'Năm cử' },
  result: { words: 'Kết quả' },
  note: { words: 'Ghi chú', optional: true },
} as const satisfies Headings<string>;
type Column = keyof typeof HEADINGS;

const MODES = { 'tap trung': 'full-time', tt: 'full-time', 'khong tap trung': 'part-time', ktt: 'part-time' } as const;
const RESULTS = { 'xuat sac': 'excellent', gioi: 'good', kha: 'fair', 'trung binh': 'average' } as const;
const PROGRAMS = { 'cao cap': 'advanced-llct', 'trung cap': 'intermediate-llct' } as const;

/**
 * Reads a list of people sent; which program it is stands in the sheet's name or, failing that, in its title.
 * @returns people, and an error with line and column for all that was not understood; never throws.
 */
export function parseSendings(sheet: Sheet): Parsed<SendingRow> {
  const table = readTable(sheet, HEADINGS, readSending);
  if (!table.header) return { rows: [], errors: table.errors };
  const title = textOf(sheet.rows.slice(0, table.header.headerRow).flat());
  const program = programNamedIn(sheet.name) ?? programNamedIn(title);
  const errors = [...table.errors, ...totalErrors(sheet, table, table.counted)];
  if (!program)
    return { rows: [], errors: [{ line: 1, column: sheet.name, rule: 'program', value: title }, ...errors] };
  return { rows: table.rows.map((row) => ({ ...row, program })), errors };
}

/** The one program that a text names; null when it names none, or both. */
function programNamedIn(text: string): SendingRow['program'] | null {
  const named = Object.entries(PROGRAMS).filter(([words]) => foldVietnamese(text).includes(words));
  return named.length === 1 ? (named[0]?.[1] ?? null) : null;
}

const textOf = (cells: Sheet['rows'][number]): string =>
  cells
    .map(readText)
    .filter((text) => text !== null)
    .join(' ');

function readSending(row: TableRow<Column>): Omit<SendingRow, 'program'> | null {
  const mode = row.needWord('mode', MODES, 'mode');
  const sending = {
    line: row.line,
    fullName: row.needText('fullName'),
    unitName: row.needText('unitName'),
    post: row.text('post'),
    school: row.text('school'),
    year: row.needNumber('year', readYear),
    result: row.word('result', RESULTS, 'result'),
    note: row.text('note'),
  };
  return mode && { ...sending, mode };
}
