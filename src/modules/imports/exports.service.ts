import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { type ExportSheet, writeWorkbook } from '../../platform/workbooks/write-workbook.js';
import { CoursesBulk } from '../courses/index.js';
import { PastSendingsBulk } from '../officials/index.js';
import { ProgramsService } from '../programs/index.js';
import { CELLS, columnsOf, COURSE_CELLS, type CourseRow, SENDING_CELLS, type SendingRow } from './export-columns.js';
import type { ImportKind } from './import.types.js';

/** Lists in exactly the layout that imports read: to be downloaded, corrected and sent back. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly courses: CoursesBulk,
    private readonly sendings: PastSendingsBulk,
    private readonly programs: ProgramsService,
    private readonly audit: Audit,
  ) {}

  /** Classes that are over. */
  @Transactional()
  async coursesFile(actor: Actor): Promise<Buffer> {
    const names = new Map((await this.programs.list()).items.map(({ id, name }) => [id, name]));
    const found = await this.courses.completed(actor.unitId);
    const rows = found.map((course) => ({ ...course, programName: names.get(course.programId) ?? '' }));
    await this.record(actor, 'courses.exported', { rows: rows.length });
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
    await this.record(actor, 'placements.exported', { rows: rows.length });
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
      columns: columnsOf<never>(kind, CELLS[kind], ['planningConfirmedOn', 'recordId']),
      rows: [],
    });
  }

  private record(actor: Actor, action: string, data: Record<string, number>): Promise<void> {
    return this.audit.record({
      actor,
      action,
      subjectType: 'export',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data,
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
