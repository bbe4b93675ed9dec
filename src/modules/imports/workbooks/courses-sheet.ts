import type { PlainDate } from '../../../kernel/plain-date.js';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { readDate, readText } from './cells.js';
import { findHeader, type Header } from './header.js';
import type { Cell, Parsed, Sheet, SheetError } from './read-workbook.js';

/** One class of a list of classes held. */
export interface CourseRow {
  readonly line: number;
  readonly code: string;
  readonly title: string;
  readonly programName: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly trainees: number;
  readonly venue: string | null;
  readonly documentNumber: string | null;
}

const HEADINGS = {
  code: { words: 'ma lop' },
  title: { words: 'ten lop' },
  programName: { words: 'loai lop' },
  startsOn: { words: 'tu ngay' },
  endsOn: { words: 'den ngay' },
  trainees: { words: 'so hoc vien' },
  venue: { words: 'dia diem' },
  documentNumber: { words: 'van ban' },
} as const;
type Column = keyof typeof HEADINGS;

/** Reads a list of classes; its total row must agree with the trainees of the rows. */
export function parseCourses({ rows }: Pick<Sheet, 'rows'>): Parsed<CourseRow> {
  const header = findHeader(rows, HEADINGS);
  if (!('columns' in header)) return { rows: [], errors: header };
  const courses: CourseRow[] = [];
  const errors: SheetError[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index < header.firstRow || typeof cells[0] !== 'number') continue;
    const parsed = parseCourse(index + 1, cells, header);
    if ('line' in parsed) courses.push(parsed);
    else errors.push(...parsed.errors);
  }
  const total = courses.reduce((sum, { trainees }) => sum + trainees, 0);
  return { rows: courses, errors: errors.length > 0 ? errors : totalErrors(rows, header, total) };
}

function parseCourse(line: number, cells: readonly Cell[], { columns }: Header<Column>): CourseRow | { errors: SheetError[] } {
  const cell = (column: Column): Cell => cells[columns[column]] ?? null;
  const errors: SheetError[] = [];
  const fail = (column: Column, rule: SheetError['rule']): '' => {
    errors.push({ line, column: HEADINGS[column].words, rule, value: String(cell(column) ?? '') });
    return '';
  };
  const text = (column: Column): string => readText(cell(column)) ?? fail(column, 'empty');
  const date = (column: Column): PlainDate => readDate(cell(column))?.date ?? fail(column, 'date');
  const trainees = cell('trainees');
  if (typeof trainees !== 'number') fail('trainees', 'number');
  const row = {
    line,
    code: text('code'),
    title: text('title'),
    programName: text('programName'),
    startsOn: date('startsOn'),
    endsOn: date('endsOn'),
    trainees: Number(trainees),
    venue: readText(cell('venue')),
    documentNumber: readText(cell('documentNumber')),
  };
  return errors.length > 0 ? { errors } : row;
}

function totalErrors(rows: readonly (readonly Cell[])[], { columns }: Header<Column>, counted: number): SheetError[] {
  return rows.flatMap((cells, index) => {
    const isTotal = cells.some((cell) => ['cong', 'tong', 'tong cong', 'tong so'].includes(foldVietnamese(String(cell ?? ''))));
    const total = cells[columns.trainees];
    if (!isTotal || typeof total !== 'number' || total === counted) return [];
    return [{ line: index + 1, column: HEADINGS.trainees.words, rule: 'total-differs' as const, value: String(total) }];
  });
}
