import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { LINE_NUMBER, type ListColumn, ListExports } from '../units/index.js';
import type { QuotaNoticeLine } from './dto/notice.view.js';
import { NoticesService } from './notices.service.js';

/** The annex of a notice of places as a workbook. */
@Injectable()
export class NoticesExport {
  constructor(
    private readonly notices: NoticesService,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  /** @throws NotFound */
  async file(actor: Actor, id: string): Promise<StreamableFile> {
    const notice = await this.notices.get(actor, id);
    const nameOf = new Map(notice.programs.map(({ id: programId, name }) => [programId, name]));
    const columns: ListColumn<Partial<QuotaNoticeLine>>[] = [
      LINE_NUMBER,
      { heading: 'unit', width: 30, value: ({ unit }) => unit?.name ?? null },
      { heading: 'program', width: 36, value: ({ programId = '' }) => nameOf.get(programId) ?? null },
      { heading: 'places', width: 12, value: ({ places = 0 }) => places },
      { heading: 'quotaReason', width: 90, value: ({ reason }) => reason ?? null },
    ];
    const { documentNumber: number, documentDate: date, signer, deadline, period } = notice;
    return this.lists.file<Partial<QuotaNoticeLine>>(actor, {
      name: 'quotaNotice',
      facts: { period },
      rows: notice.lines,
      total: { places: notice.lines.reduce((sum, { places }) => sum + places, 0) },
      columns,
      closing: [
        number === null
          ? this.messages.text('list.quotaNoticeDraft')
          : this.messages.text('list.quotaNoticeDocument', { number, date, signer }),
        this.messages.text('list.quotaNoticeDeadline', { deadline }),
      ],
    });
  }
}
