import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { LINE_NUMBER, type ListColumn, ListExports } from '../units/index.js';
import type { StandardsReportQuery } from './dto/report.dto.js';
import type { StandardsCounts } from './dto/report.view.js';
import { ReportsService } from './reports.service.js';

type Row = StandardsCounts & { readonly name: string };

/** Who meets the standards, one line per unit and one for all, as a workbook. */
@Injectable()
export class StandardsReportExport {
  constructor(
    private readonly reports: ReportsService,
    private readonly lists: ListExports,
  ) {}

  async file(actor: Actor, query: StandardsReportQuery): Promise<StreamableFile> {
    const { units, managementAsked, ...all } = await this.reports.standardsReport(actor, query);
    const columns: ListColumn<Row>[] = [
      LINE_NUMBER,
      { heading: 'unit', width: 32, value: ({ name }) => name },
      { heading: 'officials', value: ({ officials }) => officials },
      { heading: 'metProfessional', value: ({ professional }) => professional },
      { heading: 'metLlct', value: ({ llct }) => llct },
      ...(managementAsked ? [{ heading: 'metManagement', value: ({ management }: Row): number => management }] : []),
      { heading: 'metBoth', value: ({ both }) => both },
    ];
    return this.lists.file<Row>(actor, {
      name: 'standardsReport',
      facts: { asOf: all.asOf },
      rows: units,
      total: { ...all, name: '' },
      columns,
    });
  }
}
