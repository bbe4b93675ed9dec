import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { type ExportColumn, type ExportSheet, writeWorkbook } from '../../platform/workbooks/write-workbook.js';
import { CoursesBulk, type PastCourseFacts } from '../courses/index.js';
import {
  OfficialsBulk,
  type OfficialFacts,
  OfficialsFilter,
  OfficialsListQueries,
  OfficialsListService,
  PastSendingsBulk,
  type SendingFacts,
} from '../officials/index.js';
import { ProgramsService } from '../programs/index.js';
import { inWords, roman, writtenDay } from './export-words.js';
import type { ImportKind, Value } from './import.types.js';
import { FIELDS } from './workbooks/index.js';

type OfficialRow = OfficialFacts & { readonly unitName: string };
type CourseRow = PastCourseFacts & { readonly programName: string };
type SendingRow = SendingFacts & { readonly unitName: string };

/** Fields that are only for those who may see sensitive data. */
const SENSITIVE = ['ethnicGroup', 'probationaryOn', 'fullMemberOn'];
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

type Cells<Row> = Readonly<Record<string, (row: Row) => Value>>;

const birth = ({ bornOn, birthYear }: OfficialFacts): Value =>
  writtenDay(bornOn) ?? (birthYear === null ? null : String(birthYear));

/** The columns of a danh sách trích ngang, in the order of the office's; the date of birth stands under the gender. */
const OFFICIAL_CELLS: Cells<OfficialRow> = {
  fullName: ({ fullName }) => fullName,
  bornMale: (row) => (row.gender === 'male' ? birth(row) : null),
  bornFemale: (row) => (row.gender === 'female' ? birth(row) : null),
  ethnicGroup: ({ ethnicGroup }) => ethnicGroup,
  homePlace: ({ homePlace }) => homePlace,
  post: ({ post }) => post,
  category: ({ category }) => inWords('category', category),
  probationaryOn: ({ probationaryOn }) => writtenDay(probationaryOn),
  fullMemberOn: ({ fullMemberOn }) => writtenDay(fullMemberOn),
  professionalLevel: ({ professionalLevel }) => inWords('professionalLevel', professionalLevel),
  major: ({ major }) => major,
  llctLevel: ({ llctLevel }) => inWords('llctLevel', llctLevel),
  unitName: ({ unitName }) => unitName,
  recordId: ({ id }) => id,
};

const COURSE_CELLS: Cells<CourseRow> = {
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

const SENDING_CELLS: Cells<SendingRow> = {
  fullName: ({ fullName }) => fullName,
  unitName: ({ unitName }) => unitName,
  post: ({ post }) => post,
  mode: ({ mode }) => inWords('mode', mode),
  school: ({ school }) => school,
  year: ({ year }) => year,
  result: ({ result }) => inWords('result', result),
  recordId: ({ id }) => id,
};

const CELLS = { officials: OFFICIAL_CELLS, courses: COURSE_CELLS, placements: SENDING_CELLS };

/** Lists in exactly the layout that imports read: to be downloaded, corrected and sent back. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly officials: OfficialsBulk,
    private readonly list: OfficialsListQueries,
    private readonly filters: OfficialsListService,
    private readonly courses: CoursesBulk,
    private readonly sendings: PastSendingsBulk,
    private readonly programs: ProgramsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The officials that a filter means, unit by unit. @throws SensitiveFilter, InvalidInput */
  @Transactional()
  async officialsFile(actor: Actor, filter: OfficialsFilter): Promise<Buffer> {
    this.filters.assertMayFilter(actor, filter);
    const today = plainDateIn(this.clock.now());
    const rows = await this.officials.matching(
      await this.list.matching(actor.unitId, filter, today),
      filter.asOf ?? today,
    );
    await this.record(actor, 'officials.exported', rows.length);
    const withheld = mayRole(actor.role, 'officials.readSensitive') ? [] : SENSITIVE;
    return writeWorkbook({
      name: 'Trích ngang',
      title: ['DANH SÁCH TRÍCH NGANG CÁN BỘ', `Tính đến ngày ${writtenDay(filter.asOf ?? today)}`],
      columns: columnsOf<OfficialRow>('officials', OFFICIAL_CELLS, withheld),
      rows,
      groups: unitGroups(rows),
      closing: [`Tổng số: ${rows.length} đồng chí`],
    });
  }

  /** Classes that are over. */
  @Transactional()
  async coursesFile(actor: Actor): Promise<Buffer> {
    const names = new Map((await this.programs.list()).items.map(({ id, name }) => [id, name]));
    const found = await this.courses.completed(actor.unitId);
    const rows = found.map((course) => ({ ...course, programName: names.get(course.programId) ?? '' }));
    await this.record(actor, 'courses.exported', rows.length);
    return writeWorkbook({
      name: 'Lớp',
      title: ['TỔNG HỢP CÁC LỚP ĐÃ MỞ'],
      columns: columnsOf<CourseRow>('courses', COURSE_CELLS),
      rows,
    });
  }

  /** People sent to study before this product was used: a sheet for each program. */
  @Transactional()
  async placementsFile(actor: Actor): Promise<Buffer> {
    const rows = await this.sendings.all(actor.unitId);
    await this.record(actor, 'placements.exported', rows.length);
    const programs = (await this.programs.list()).items.filter(({ kind }) => SHEETS[kind] !== undefined);
    return writeWorkbook(
      ...programs.map(({ id, kind, name }): ExportSheet<SendingRow> => ({
        name: SHEETS[kind] ?? name,
        title: [`DANH SÁCH CỬ ĐI HỌC ${name.toUpperCase()}`],
        columns: columnsOf<SendingRow>('placements', SENDING_CELLS),
        rows: rows.filter(({ programId }) => programId === id),
      })),
    );
  }

  /** An empty workbook of a kind. */
  template(kind: ImportKind): Promise<Buffer> {
    return writeWorkbook({
      name: TEMPLATES[kind].name,
      title: [TEMPLATES[kind].title],
      columns: columnsOf<never>(kind, CELLS[kind], ['recordId']),
      rows: [],
    });
  }

  private record(actor: Actor, action: string, rows: number): Promise<void> {
    return this.audit.record({
      actor,
      action,
      subjectType: 'export',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data: { rows },
    });
  }
}

/** Names by which a sheet says which program it is about. */
const SHEETS: Readonly<Record<string, string>> = {
  'advanced-llct': 'Cao cấp LLCT',
  'intermediate-llct': 'Trung cấp LLCT',
};

const TEMPLATES = {
  officials: { name: 'Trích ngang', title: 'DANH SÁCH TRÍCH NGANG CÁN BỘ' },
  courses: { name: 'Lớp', title: 'TỔNG HỢP CÁC LỚP ĐÃ MỞ' },
  placements: { name: 'Trung cấp LLCT', title: 'DANH SÁCH CỬ ĐI HỌC TRUNG CẤP LÝ LUẬN CHÍNH TRỊ' },
} as const;

/** Columns headed as the reader of workbooks knows them best, the running number first. */
function columnsOf<Row>(kind: ImportKind, cells: Cells<Row>, withheld: readonly string[] = []): ExportColumn<Row>[] {
  const fields = FIELDS[kind].filter(({ name }) => cells[name] !== undefined && !withheld.includes(name));
  return [
    { heading: 'STT', width: 6, value: (_, index) => index + 1 },
    ...fields.map(({ name, heading, under }) => ({
      heading,
      ...(under !== undefined && { under }),
      width: WIDTHS[name] ?? 14,
      value: (row: Row) => cells[name]?.(row) ?? null,
    })),
  ];
}

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
