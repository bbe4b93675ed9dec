import type { ExportColumn, ExportSheet } from '../../platform/workbooks/write-workbook.js';
import type { PastCourseFacts } from '../courses/index.js';
import type { OfficialFacts, SendingFacts } from '../officials/index.js';
import { inWords, roman, writtenDay } from './export-words.js';
import type { ImportKind, Value } from './import.types.js';
import { FIELDS, isDitto } from './workbooks/index.js';

/** Somebody as a row of a list, with the numbers that the reader may see. */
export type OfficialRow = OfficialFacts & {
  readonly unitName: string;
  readonly citizenId: string | null;
  readonly partyCard: string | null;
};
export type CourseRow = PastCourseFacts & { readonly programName: string };
export type SendingRow = SendingFacts & { readonly unitName: string };

/** Fields that are not for everybody who may read the list, by the ability that they ask for. */
export const GUARDED: Readonly<Record<string, readonly string[]>> = {
  'officials.readSensitive': ['citizenId', 'ethnicGroup', 'probationaryOn', 'fullMemberOn', 'partyCard'],
  'officials.managePlannings': ['planningConfirmedOn'],
};
const WIDTHS: Readonly<Record<string, number>> = {
  fullName: 26,
  homePlace: 34,
  post: 30,
  title: 48,
  programName: 40,
  unitName: 28,
  venue: 32,
  recordId: 40,
};

export type Cells<Row> = Readonly<Record<string, (row: Row) => Value>>;

const birth = ({ bornOn, birthYear }: OfficialFacts): Value =>
  writtenDay(bornOn) ?? (birthYear === null ? null : String(birthYear));

/** The columns of a danh sách trích ngang, in the order of the office's; the date of birth stands under the gender. */
export const OFFICIAL_CELLS: Cells<OfficialRow> = {
  fullName: ({ fullName }) => fullName,
  otherName: ({ otherName }) => otherName,
  bornMale: (row) => (row.gender === 'male' ? birth(row) : null),
  bornFemale: (row) => (row.gender === 'female' ? birth(row) : null),
  citizenId: ({ citizenId }) => citizenId,
  ethnicGroup: ({ ethnicGroup }) => ethnicGroup,
  homePlace: ({ homePlace }) => homePlace,
  post: ({ post }) => post,
  category: ({ category }) => inWords('category', category),
  probationaryOn: ({ probationaryOn }) => writtenDay(probationaryOn),
  fullMemberOn: ({ fullMemberOn }) => writtenDay(fullMemberOn),
  partyCard: ({ partyCard }) => partyCard,
  professionalLevel: ({ professionalLevel }) => inWords('professionalLevel', professionalLevel),
  major: ({ major }) => major,
  llctLevel: ({ llctLevel }) => inWords('llctLevel', llctLevel),
  managementLevel: ({ managementLevel }) => inWords('managementLevel', managementLevel),
  language: ({ language }) => language,
  it: ({ it }) => it,
  planningConfirmedOn: ({ planningConfirmedOn }) => writtenDay(planningConfirmedOn),
  unitName: ({ unitName }) => unitName,
  recordId: ({ id }) => id,
};

export const COURSE_CELLS: Cells<CourseRow> = {
  code: ({ code }) => code,
  title: ({ title }) => title,
  programName: ({ programName }) => programName,
  year: ({ startsOn }) => Number(startsOn.slice(0, 4)),
  startsOn: ({ startsOn }) => writtenDay(startsOn),
  endsOn: ({ endsOn }) => writtenDay(endsOn),
  trainees: ({ trainees }) => trainees,
  venue: ({ venue }) => venue,
  documentNumber: ({ documentNumber }) => documentNumber,
};

export const SENDING_CELLS: Cells<SendingRow> = {
  fullName: ({ fullName }) => fullName,
  unitName: ({ unitName }) => unitName,
  post: ({ post }) => post,
  mode: ({ mode }) => inWords('mode', mode),
  school: ({ school }) => school,
  year: ({ year }) => year,
  result: ({ result }) => inWords('result', result),
  recordId: ({ id }) => id,
};

export const CELLS = { officials: OFFICIAL_CELLS, courses: COURSE_CELLS, placements: SENDING_CELLS };

/** Columns headed as the reader of workbooks knows them best, the running number first. */
export function columnsOf<Row>(
  kind: ImportKind,
  cells: Cells<Row>,
  withheld: readonly string[] = [],
): ExportColumn<Row>[] {
  const fields = FIELDS[kind].filter(({ name }) => cells[name] !== undefined && !withheld.includes(name));
  return [
    { heading: 'STT', width: 6, value: (_, index) => index + 1 },
    ...fields.map(({ name, heading, under }) => ({
      heading,
      ...(under !== undefined && { under }),
      width: WIDTHS[name] ?? 14,
      value: (row: Row) => literal(cells[name]?.(row) ?? null),
    })),
  ];
}

/** A text that its reader would take for something else, marked as one that is meant as it stands. */
const literal = (value: Value): Value =>
  typeof value === 'string' && (value.startsWith("'") || isDitto(value)) ? `'${value}` : value;

/** A danh sách trích ngang, unit by unit. @param withheld fields that are not for its reader */
export const officialsSheet = (
  rows: readonly OfficialRow[],
  day: string,
  withheld: readonly string[],
): ExportSheet<OfficialRow> => ({
  name: 'Trích ngang',
  title: ['DANH SÁCH TRÍCH NGANG CÁN BỘ', `Tính đến ngày ${writtenDay(day)}`],
  columns: columnsOf('officials', OFFICIAL_CELLS, withheld),
  rows,
  groups: unitGroups(rows),
  closing: [`Tổng số: ${rows.length} đồng chí`],
});

/** A line before the first of each unit: its number, its name, how many follow. */
function unitGroups(rows: readonly OfficialRow[]): NonNullable<ExportSheet<OfficialRow>['groups']> {
  const counts = new Map<string, { before: number; name: string; count: number }>();
  for (const [before, { unitId, unitName: name }] of rows.entries()) {
    const group = counts.get(unitId) ?? { before, name, count: 0 };
    counts.set(unitId, { ...group, count: group.count + 1 });
  }
  return [...counts.values()].map(({ before, name, count }, index) => ({
    before,
    ordinal: roman(index + 1),
    words: `${name} (${count} đồng chí)`,
  }));
}
