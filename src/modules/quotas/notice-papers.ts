import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { type Annex, partyPaper } from '../../platform/word/party-paper.js';
import type { QuotaNoticeView } from './dto/notice.view.js';
import { NoticesService } from './notices.service.js';

/** The columns of the annex: percent of its width, and whether it is written in the middle. */
const COLUMNS = [
  ['line', 8, true],
  ['unit', 24, false],
  ['program', 24, false],
  ['places', 10, true],
  ['reason', 34, false],
] as const;

/** A notice of places as a Word file, in the form in which Party committees write theirs; always in Vietnamese. */
@Injectable()
export class NoticePapers {
  constructor(
    private readonly notices: NoticesService,
    private readonly messages: Messages,
  ) {}

  /** @throws NotFound */
  async file(actor: Actor, id: string): Promise<StreamableFile> {
    const notice = await this.notices.get(actor, id);
    const { unit, documentNumber, documentDate, period, signer } = notice;
    const [year = '……', month = '……', day = '……'] = documentDate?.split('-') ?? [];
    const number = documentNumber?.replaceAll('/', '-') ?? this.text('draft');
    return partyPaper({
      name: this.text('file', { number, period }),
      issuer: unit.name,
      number: this.text('number', { number: documentNumber ?? '……' }),
      party: this.text('party'),
      day: this.text('day', { day, month, year }),
      title: this.text('title'),
      about: this.text('about', { period }),
      paragraphs: this.body(notice),
      to: this.text('to'),
      sign: this.text('sign'),
      signer,
      annex: this.annex(notice),
    });
  }

  private body({ unit, programs, period, deadline, note }: QuotaNoticeView): string[] {
    const facts = { unit: unit.name, period, deadline, programs: programs.map(({ name }) => name).join('; ') };
    return [this.text('body', facts), ...(note === null ? [] : [note]), this.text('answer', facts)];
  }

  private annex({ lines, programs, period }: QuotaNoticeView): Annex {
    const nameOf = new Map(programs.map(({ id, name }) => [id, name]));
    const total = lines.reduce((sum, { places }) => sum + places, 0);
    return {
      title: this.text('annex', { period }),
      columns: COLUMNS.map(([key, percent, center]) => ({ heading: this.text(key), percent, center })),
      rows: [
        ...lines.map(({ unit, programId, places, reason }, n) => [
          String(n + 1),
          unit.name,
          nameOf.get(programId) ?? '',
          String(places),
          reason,
        ]),
        ['', this.text('total'), '', String(total), ''],
      ],
    };
  }

  private text(key: string, facts: Record<string, unknown> = {}): string {
    return this.messages.text(`quotas.paper.${key}`, facts, 'vi');
  }
}
