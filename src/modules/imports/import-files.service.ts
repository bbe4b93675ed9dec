import { Injectable, type StreamableFile } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Messages } from '../../platform/messages/messages.js';
import { type ExportColumn, workbookFile, writeWorkbook } from '../../platform/workbooks/write-workbook.js';
import { ExportsService } from './exports.service.js';
import { ImportPresenter } from './import.presenter.js';
import { IMPORT_KINDS } from './import.types.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService } from './imports.service.js';

interface ProblemLine {
  readonly sheet: string;
  readonly line: number;
  readonly title: string;
  readonly cell: string | null;
  readonly reason: string;
}

/** Workbooks that the import itself hands out: what to fill in, and what is wrong. */
@Injectable()
export class ImportFilesService {
  constructor(
    private readonly imports: ImportsService,
    private readonly queries: ImportsQueries,
    private readonly presenter: ImportPresenter,
    private readonly exports: ExportsService,
    private readonly messages: Messages,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound when there is no such kind */
  async template(name: string): Promise<StreamableFile> {
    const kind = IMPORT_KINDS.find((known) => known === name);
    if (!kind) throw new NotFound('kind');
    return workbookFile(await this.exports.template(kind), `mau-${kind}`);
  }

  /** The rows that are not sound, a line for each reason. @throws NotFound */
  @Transactional()
  async report(actor: Actor, id: string): Promise<StreamableFile> {
    const { fileName, unit } = await this.imports.get(actor, id);
    const rows = (await this.queries.problems(id)).flatMap(({ problems, ...row }) =>
      problems.map((problem): ProblemLine => ({
        ...row,
        cell: problem.cell,
        reason: this.presenter.sentence(problem),
      })),
    );
    await this.audit.record({
      actor,
      action: 'import.reported',
      subjectType: 'import',
      subjectId: id,
      unitId: unit.id,
      data: { problems: rows.length },
    });
    const text = (key: string): string => this.messages.text(`value.import-report.${key}`);
    const columns: ExportColumn<ProblemLine>[] = [
      { heading: text('sheet'), width: 20, value: ({ sheet }) => sheet },
      { heading: text('line'), width: 8, value: ({ line }) => line },
      { heading: text('cell'), width: 8, value: ({ cell }) => cell },
      { heading: text('who'), width: 28, value: ({ title }) => title },
      { heading: text('reason'), width: 80, value: ({ reason }) => reason },
    ];
    const content = await writeWorkbook({ name: text('name'), title: [text('title'), fileName], columns, rows });
    return workbookFile(content, `loi-${fileName.replace(/\.\w+$/, '')}`);
  }
}
