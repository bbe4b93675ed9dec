import { Injectable, type StreamableFile } from '@nestjs/common';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type IRunOptions,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Actor } from '../../platform/access/actor.js';
import { attachment } from '../../platform/http/attachment.js';
import { Messages } from '../../platform/messages/messages.js';
import type { QuotaNoticeView } from './dto/notice.view.js';
import { NoticesService } from './notices.service.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Half points, as Word counts: 14 points, as Party documents are written. */
const SIZE = 28;
/** Millimetres in twentieths of a point. */
const MM = 56.7;
const MARGINS = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM };
const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
    side,
    { style: BorderStyle.NONE, size: 0 },
  ]),
);
const COLUMNS = [8, 24, 24, 10, 34];

interface Writing {
  readonly strong?: boolean;
  readonly slanted?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: boolean;
}

const paragraph = (text: string, writing: Writing = {}): Paragraph =>
  new Paragraph({
    ...(writing.align && { alignment: writing.align }),
    ...(writing.indent && { indent: { firstLine: 10 * MM } }),
    spacing: { after: 120 },
    children: text.split('\n').map((line, n) => {
      const run: IRunOptions = {
        text: line,
        bold: writing.strong ?? false,
        italics: writing.slanted ?? false,
        break: Math.min(n, 1),
      };
      return new TextRun(run);
    }),
  });

const cell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({ width: { size: width, type: WidthType.PERCENTAGE }, children });

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
    const document = new Document({
      styles: { default: { document: { run: { font: 'Times New Roman', size: SIZE } } } },
      sections: [
        {
          properties: { page: { margin: MARGINS } },
          children: [...this.opening(notice), ...this.body(notice), ...this.closing(notice), ...this.annex(notice)],
        },
      ],
    });
    const number = notice.documentNumber?.replaceAll('/', '-') ?? this.text('draft', {});
    return attachment({
      name: `${this.text('file', { number, period: notice.period })}.docx`,
      mediaType: WORD,
      content: await Packer.toBuffer(document),
    });
  }

  private opening({ unit, documentNumber, documentDate, period }: QuotaNoticeView): (Table | Paragraph)[] {
    const [year = '……', month = '……', day = '……'] = documentDate?.split('-') ?? [];
    const center = AlignmentType.CENTER;
    return [
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        borders: NO_LINES,
        rows: [
          new TableRow({
            children: [
              cell(45, [
                paragraph(unit.name.toUpperCase(), { strong: true, align: center }),
                paragraph('*', { align: center }),
                paragraph(this.text('number', { number: documentNumber ?? '……' }), { align: center }),
              ]),
              cell(55, [
                paragraph(this.text('party', {}), { strong: true, align: center }),
                paragraph(this.text('day', { day, month, year }), { slanted: true, align: center }),
              ]),
            ],
          }),
        ],
      }),
      paragraph(''),
      paragraph(this.text('title', {}), { strong: true, align: center }),
      paragraph(this.text('about', { period }), { strong: true, align: center }),
      paragraph('-----', { align: center }),
    ];
  }

  private body({ unit, programs, period, deadline, note }: QuotaNoticeView): Paragraph[] {
    const facts = { unit: unit.name, period, deadline, programs: programs.map(({ name }) => name).join('; ') };
    const align = AlignmentType.JUSTIFIED;
    return [
      paragraph(this.text('body', facts), { align, indent: true }),
      ...(note === null ? [] : [paragraph(note, { align, indent: true })]),
      paragraph(this.text('answer', facts), { align, indent: true }),
    ];
  }

  private closing({ signer }: QuotaNoticeView): Table[] {
    return [
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        borders: NO_LINES,
        rows: [
          new TableRow({
            children: [
              cell(50, [paragraph(this.text('to', {}))]),
              cell(50, [
                paragraph(this.text('sign', {}), { strong: true, align: AlignmentType.CENTER }),
                paragraph('\n\n'),
                paragraph(signer ?? '', { strong: true, align: AlignmentType.CENTER }),
              ]),
            ],
          }),
        ],
      }),
    ];
  }

  private annex({ lines, programs, period }: QuotaNoticeView): (Paragraph | Table)[] {
    const nameOf = new Map(programs.map(({ id, name }) => [id, name]));
    const row = (texts: readonly string[], heading = false): TableRow =>
      new TableRow({
        tableHeader: heading,
        cantSplit: true,
        children: texts.map((text, column) =>
          cell(COLUMNS[column] ?? 0, [
            paragraph(text, {
              strong: heading,
              ...(column === 0 || column === 3 ? { align: AlignmentType.CENTER } : {}),
            }),
          ]),
        ),
      });
    const total = String(lines.reduce((sum, { places }) => sum + places, 0));
    return [
      new Paragraph({ children: [new PageBreak()] }),
      paragraph(this.text('annex', { period }), { strong: true, align: AlignmentType.CENTER }),
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: [
          row(
            ['line', 'unit', 'program', 'places', 'reason'].map((column) => this.text(column, {})),
            true,
          ),
          ...lines.map(({ unit, programId, places, reason }, n) =>
            row([String(n + 1), unit.name, nameOf.get(programId) ?? '', String(places), reason]),
          ),
          row(['', this.text('total', {}), '', total, '']),
        ],
      }),
    ];
  }

  private text(key: string, facts: Record<string, unknown>): string {
    return this.messages.text(`quotas.paper.${key}`, facts, 'vi');
  }
}
