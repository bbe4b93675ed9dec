import type { StreamableFile } from '@nestjs/common';
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
import { attachment } from '../http/attachment.js';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
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
const CENTER = AlignmentType.CENTER;

interface Writing {
  readonly strong?: boolean;
  readonly slanted?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: boolean;
}

/** A table that is annexed, on a page of its own. */
export interface Annex {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly percent: number; readonly center?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A paper as Party committees write theirs; every text is given, the form is here. */
export interface PartyPaper {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly issuer: string;
  readonly number: string;
  readonly party: string;
  readonly day: string;
  readonly title: string;
  readonly about: string;
  readonly paragraphs: readonly string[];
  readonly to: string;
  readonly sign: string;
  readonly signer: string | null;
  /** Nothing where the letter says it all. */
  readonly annex: Annex | null;
}

/** The paper as a Word file to take home. */
export const partyPaper = (paper: PartyPaper): Promise<StreamableFile> => partyPapers(paper.name, [paper]);

/** Papers as one Word file, each beginning on a page of its own. */
export async function partyPapers(name: string, papers: readonly PartyPaper[]): Promise<StreamableFile> {
  const document = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: SIZE } } } },
    sections: papers.map((paper) => ({
      properties: { page: { margin: MARGINS } },
      children: [...opening(paper), ...body(paper), closing(paper), ...(paper.annex ? annexed(paper.annex) : [])],
    })),
  });
  return attachment({ name: `${name}.docx`, mediaType: WORD, content: await Packer.toBuffer(document) });
}

function paragraph(text: string, writing: Writing = {}): Paragraph {
  return new Paragraph({
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
}

const cell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({ width: { size: width, type: WidthType.PERCENTAGE }, children });

/** Two columns without lines: the head of a paper, and its foot. */
const columns = (...cells: TableCell[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_LINES,
    rows: [new TableRow({ children: cells })],
  });

function opening({ issuer, number, party, day, title, about }: PartyPaper): (Table | Paragraph)[] {
  return [
    columns(
      cell(45, [
        paragraph(issuer.toUpperCase(), { strong: true, align: CENTER }),
        paragraph('*', { align: CENTER }),
        paragraph(number, { align: CENTER }),
      ]),
      cell(55, [paragraph(party, { strong: true, align: CENTER }), paragraph(day, { slanted: true, align: CENTER })]),
    ),
    paragraph(''),
    paragraph(title, { strong: true, align: CENTER }),
    paragraph(about, { strong: true, align: CENTER }),
    paragraph('-----', { align: CENTER }),
  ];
}

const body = ({ paragraphs }: PartyPaper): Paragraph[] =>
  paragraphs.map((text) => paragraph(text, { align: AlignmentType.JUSTIFIED, indent: true }));

const closing = ({ to, sign, signer }: PartyPaper): Table =>
  columns(
    cell(50, [paragraph(to)]),
    cell(50, [
      paragraph(sign, { strong: true, align: CENTER }),
      paragraph('\n\n'),
      paragraph(signer ?? '', { strong: true, align: CENTER }),
    ]),
  );

function annexed({ title, columns: heads, rows }: Annex): (Paragraph | Table)[] {
  const row = (texts: readonly string[], heading = false): TableRow =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: texts.map((text, n) =>
        cell(heads[n]?.percent ?? 0, [
          paragraph(text, { strong: heading, ...(heads[n]?.center ? { align: CENTER } : {}) }),
        ]),
      ),
    });
  return [
    new Paragraph({ children: [new PageBreak()] }),
    paragraph(title, { strong: true, align: CENTER }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row(
          heads.map(({ heading }) => heading),
          true,
        ),
        ...rows.map((texts) => row(texts)),
      ],
    }),
  ];
}
