import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { readText, readWord } from './cells.js';
import { findHeader, type Header } from './header.js';
import type { Cell, Parsed, Sheet, SheetError } from './read-workbook.js';

/** One person of a list of people sent to study political theory. */
export interface SendingRow {
  readonly line: number;
  readonly program: 'advanced-llct' | 'intermediate-llct';
  readonly fullName: string;
  readonly unitName: string;
  readonly post: string | null;
  readonly mode: 'full-time' | 'part-time' | null;
  readonly school: string | null;
  readonly year: number;
  readonly result: 'excellent' | 'good' | 'fair' | 'average' | null;
}

const HEADINGS = {
  fullName: { words: 'ho va ten' },
  unitName: { words: 'don vi' },
  post: { words: 'chuc vu' },
  mode: { words: 'he dao tao' },
  school: { words: 'co so dao tao' },
  year: { words: 'nam cu' },
  result: { words: 'ket qua' },
} as const;
type Column = keyof typeof HEADINGS;

const MODES = { 'tap trung': 'full-time', 'khong tap trung': 'part-time' } as const;
const RESULTS = { 'xuat sac': 'excellent', gioi: 'good', kha: 'fair', 'trung binh': 'average' } as const;

/** Reads a list of people sent; which program it is stands in the sheet's name or title. */
export function parseSendings(sheet: Sheet): Parsed<SendingRow> {
  const header = findHeader(sheet.rows, HEADINGS);
  if (!('columns' in header)) return { rows: [], errors: header };
  const title = foldVietnamese([sheet.name, ...sheet.rows.slice(0, header.firstRow).flat()].map((cell) => String(cell ?? '')).join(' '));
  const program = title.includes('cao cap') ? 'advanced-llct' : 'intermediate-llct';
  const people: SendingRow[] = [];
  const errors: SheetError[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    if (index < header.firstRow || typeof cells[0] !== 'number') continue;
    const parsed = parseSending(index + 1, cells, header, program);
    if ('line' in parsed) people.push(parsed);
    else errors.push(...parsed.errors);
  }
  return { rows: people, errors };
}

function parseSending(
  line: number,
  cells: readonly Cell[],
  { columns }: Header<Column>,
  program: SendingRow['program'],
): SendingRow | { errors: SheetError[] } {
  const cell = (column: Column): Cell => cells[columns[column]] ?? null;
  const [fullName, unitName, year] = [readText(cell('fullName')), readText(cell('unitName')), Number(cell('year'))];
  const fault = (column: Column, rule: SheetError['rule']): SheetError => ({ line, column: HEADINGS[column].words, rule, value: String(cell(column) ?? '') });
  if (fullName === null || unitName === null || !Number.isInteger(year) || year < 1990) {
    return {
      errors: [
        ...(fullName === null ? [fault('fullName', 'empty')] : []),
        ...(unitName === null ? [fault('unitName', 'empty')] : []),
        ...(!Number.isInteger(year) || year < 1990 ? [fault('year', 'number')] : []),
      ],
    };
  }
  return {
    line,
    program,
    fullName: fullName.replace(/\s+/g, ' '),
    unitName,
    post: readText(cell('post')),
    mode: readWord(cell('mode'), MODES),
    school: readText(cell('school')),
    year,
    result: readWord(cell('result'), RESULTS),
  };
}
