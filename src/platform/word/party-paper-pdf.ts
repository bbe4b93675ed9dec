import type { StreamableFile } from '@nestjs/common';
import { createRequire } from 'node:module';
import path from 'node:path';
import type pdfmake from 'pdfmake';
import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js';
import { attachment } from '../http/attachment.js';
import type { Annex, PartyPaper } from './party-paper.js';

export const PDF = 'application/pdf';
const SIZE = 14;
/** Millimetres in points. */
const MM = 72 / 25.4;
const MARGINS: [number, number, number, number] = [30 * MM, 20 * MM, 15 * MM, 20 * MM];
const LINE_HEIGHT = 1.15;
const AFTER: [number, number, number, number] = [0, 0, 0, 6];

/**
 * Tinos, which measures as Times New Roman does and has every Vietnamese letter (OFL 1.1). Found from the program's own place, since
 * this file is compiled to both module systems, which know different names for theirs.
 */
const fonts = createRequire(path.resolve(process.argv[1] ?? 'package.json'));
const tinos = (style: string): string => fonts.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`);
const FACES = {
  normal: tinos('400Regular'),
  bold: tinos('700Bold'),
  italics: tinos('400Regular_Italic'),
  bolditalics: tinos('700Bold_Italic'),
};

let printer: Promise<typeof pdfmake> | undefined;

/** Brought by the first paper that is asked for: it takes a tenth of the idle program's memory. */
const printing = (): Promise<typeof pdfmake> => (printer ??= loadPrinter());

async function loadPrinter(): Promise<typeof pdfmake> {
  const { default: loaded } = await import('pdfmake');
  loaded.setFonts({ Tinos: FACES });
  // Papers are made of texts alone: nothing else is fetched or read, whatever a text says.
  loaded.setUrlAccessPolicy(() => false);
  loaded.setLocalAccessPolicy((file) => Object.values(FACES).includes(file));
  return loaded;
}

/** Papers as one PDF to print, each beginning on a page of its own: what the Word file says, in the same form. */
export async function partyPapersPdf(name: string, papers: readonly PartyPaper[]): Promise<StreamableFile> {
  const pdf = await printing();
  const content = await pdf
    .createPdf({
      pageSize: 'A4',
      pageMargins: MARGINS,
      defaultStyle: { font: 'Tinos', fontSize: SIZE, lineHeight: LINE_HEIGHT },
      info: { title: name },
      content: papers.map((paper, n): Content => ({ stack: written(paper), ...(n > 0 && { pageBreak: 'before' }) })),
    })
    .getBuffer();
  return attachment({ name: `${name}.pdf`, mediaType: PDF, content });
}

const written = (paper: PartyPaper): Content[] => [
  ...opening(paper),
  ...paper.paragraphs.map((text): Content => ({ text, alignment: 'justify', margin: AFTER, leadingIndent: 10 * MM })),
  closing(paper),
  ...(paper.annex ? annexed(paper.annex) : []),
];

const centered = (text: string, style: Partial<ContentText> = {}): ContentText => ({
  text,
  alignment: 'center',
  margin: AFTER,
  ...style,
});

function opening({ issuer, number, party, day, title, about }: PartyPaper): Content[] {
  return [
    {
      columns: [
        {
          width: '45%',
          stack: [centered(issuer.toUpperCase(), { bold: true }), centered('*'), centered(number)],
        },
        {
          width: '55%',
          // Underlined, as the heading of Party papers is; in one line.
          stack: [
            centered(party, { bold: true, decoration: 'underline', noWrap: true, fontSize: SIZE - 1 }),
            centered(day, { italics: true }),
          ],
        },
      ],
      margin: [0, 0, 0, 18],
    },
    centered(title, { bold: true }),
    centered(about, { bold: true }),
    centered('-----'),
  ];
}

/** Whoever signs stands beside those it goes to, and both on one page. */
const closing = ({ to, sign, signer }: PartyPaper): Content => ({
  unbreakable: true,
  margin: [0, 12, 0, 0],
  columns: [
    { width: '50%', text: to, fontSize: SIZE - 2 },
    {
      width: '50%',
      stack: [centered(sign, { bold: true }), centered('\n\n'), centered(signer ?? '', { bold: true })],
    },
  ],
});

function annexed({ title, columns, rows }: Annex): Content[] {
  const cells = (texts: readonly string[], heading = false): TableCell[] =>
    texts.map((text, n) => ({
      text,
      bold: heading,
      alignment: heading || columns[n]?.center ? 'center' : 'left',
    }));
  return [
    centered(title, { bold: true, pageBreak: 'before' }),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: columns.map(({ percent }) => `${percent}%`),
        body: [
          cells(
            columns.map(({ heading }) => heading),
            true,
          ),
          ...rows.map((texts) => cells(texts)),
        ],
      },
    },
  ];
}
