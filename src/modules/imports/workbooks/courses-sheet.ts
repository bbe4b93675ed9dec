import { readCount, readYear } from './cells.js';
import type { TableRow } from './table-row.js';
import type { CourseValues } from './workbook.types.js';

/** One class of a list of classes held. */
export function readCourse(row: TableRow): CourseValues {
  const [startsOn, endsOn] = [row.needDate('startsOn'), row.needDate('endsOn')];
  if (startsOn && endsOn && endsOn < startsOn) row.fail('endsOn', 'order');
  return {
    code: row.needText('code'),
    title: row.needText('title'),
    programName: row.needText('programName'),
    year: row.needNumber('year', readYear),
    startsOn,
    endsOn,
    trainees: row.needNumber('trainees', readCount),
    venue: row.text('venue'),
    documentNumber: row.text('documentNumber'),
  };
}
