import type { PlainDate } from '../../../kernel/plain-date.js';
import { readCount, readYear } from './cells.js';
import type { Headings } from './header.js';
import type { Parsed, Sheet } from './read-workbook.js';
import { readTable, type TableRow, totalErrors } from './table.js';

/** One class of a list of classes held. */
export interface CourseRow {
  readonly line: number;
  readonly code: string;
  readonly title: string;
  readonly programName: string;
  /** The year whose plan the class belongs to. */
  readonly year: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** Turns, not persons: who attended two classes counts twice. */
  readonly trainees: number;
  readonly venue: string | null;
  readonly documentNumber: string | null;
}

const HEADINGS = {
  code: { words: 'Mã lớp' },
  title: { words: 'Tên lớp' },
  programName: { words: 'Loại lớp' },
  year: { words: 'Năm' },
  startsOn: { words: 'Từ ngày' },
  endsOn: { words: 'Đến ngày' },
  trainees: { words: 'Số học viên' },
  venue: { words: 'Địa điểm' },
  documentNumber: { words: 'Văn bản' },
} as const satisfies Headings<string>;
type Column = keyof typeof HEADINGS;

/**
 * Reads a list of classes; its total row must agree with the trainees of the rows. While a row is not understood the
 * sum is not known, and the total is not judged.
 * @returns classes, and an error with line and column for all that was not understood; never throws.
 */
export function parseCourses(sheet: Pick<Sheet, 'rows'>): Parsed<CourseRow> {
  const table = readTable(sheet, HEADINGS, readCourse);
  const { rows, errors } = table;
  if (errors.length > 0) return { rows, errors };
  const sum = rows.reduce((total, { trainees }) => total + trainees, 0);
  return { rows, errors: totalErrors(sheet, table, sum, { name: 'trainees', heading: HEADINGS.trainees.words }) };
}

function readCourse(row: TableRow<Column>): CourseRow {
  const course = {
    line: row.line,
    code: row.needText('code'),
    title: row.needText('title'),
    programName: row.needText('programName'),
    year: row.needNumber('year', readYear),
    startsOn: row.needDate('startsOn'),
    endsOn: row.needDate('endsOn'),
    trainees: row.needNumber('trainees', readCount),
    venue: row.text('venue'),
    documentNumber: row.text('documentNumber'),
  };
  if (course.startsOn && course.endsOn && course.endsOn < course.startsOn) row.fail('endsOn', 'order');
  return course;
}
