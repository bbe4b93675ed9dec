import { StreamableFile } from '@nestjs/common';
import type { SheetData } from 'write-excel-file/node';

/** What a cell of an export holds. A `PlainDate` is written as dd/mm/yyyy text, the way offices write dates. */
export type ExportValue = string | number | null;

/** One column of an export. `under` is the merged heading above it, shared with its neighbours. */
export interface ExportColumn<Row> {
  readonly heading: string;
  readonly under?: string;
  /** In characters. */
  readonly width?: number;
  readonly value: (row: Row, index: number) => ExportValue;
}

/** A list as a sheet: title lines, a header of one or two storeys, the rows, closing lines. */
export interface ExportSheet<Row> {
  readonly name: string;
  readonly title: readonly string[];
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: readonly Row[];
  /** Lines that head groups of rows: before which row, its number, its words. */
  readonly groups?: readonly { readonly before: number; readonly ordinal: string; readonly words: string }[];
  readonly closing?: readonly string[];
}

type Cell = NonNullable<SheetData[number][number]>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Characters that XML cannot hold. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** What Excel allows in a sheet's name. */
const NAME_LENGTH = 31;

/** A list as an .xlsx workbook. Every text is a text cell, so none can become a formula, whatever it begins with. */
export async function writeWorkbook<Row>(...sheets: readonly ExportSheet<Row>[]): Promise<Buffer> {
  // Only when somebody downloads a list.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map((sheet) => ({
      data: sheetData(sheet),
      sheet: sheet.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, NAME_LENGTH),
      columns: sheet.columns.map(({ width = 16 }) => ({ width })),
      stickyRowsCount: sheet.title.length + 1 + storeys(sheet),
    })),
  ).toBuffer();
}

/** A workbook as a download. @param name of the file, without its ending. */
export function workbookFile(content: Buffer, name: string): StreamableFile {
  return new StreamableFile(content, {
    type: XLSX,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
    length: content.length,
  });
}

const storeys = <Row>({ columns }: ExportSheet<Row>): number =>
  columns.some(({ under }) => under !== undefined) ? 2 : 1;

function sheetData<Row>(sheet: ExportSheet<Row>): SheetData {
  const span = sheet.columns.length;
  const line = (words: string, bold: boolean): SheetData[number] => [
    { ...text(words), ...(bold && { fontWeight: 'bold' as const }), columnSpan: span },
    ...Array<null>(Math.max(0, span - 1)).fill(null),
  ];
  const bold = (words: string): Cell => ({ ...text(words), fontWeight: 'bold', borderStyle: 'thin' });
  const groups = new Map(
    (sheet.groups ?? []).map(({ before, ordinal, words }) => [before, [[bold(ordinal), bold(words)]]]),
  );
  return [
    ...sheet.title.map((words, index) => line(words, index === 0)),
    [],
    ...header(sheet),
    ...sheet.rows.flatMap((row, index) => [
      ...(groups.get(index) ?? []),
      sheet.columns.map(({ value }) => cell(value(row, index))),
    ]),
    ...(sheet.closing ?? []).map((words) => line(words, false)),
  ];
}

function header<Row>(sheet: ExportSheet<Row>): SheetData {
  const heading = (words: string): Cell => ({
    ...text(words),
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    borderStyle: 'thin',
  });
  if (storeys(sheet) === 1) return [sheet.columns.map((column) => heading(column.heading))];
  const upper = sheet.columns.map(({ heading: words, under }, index) => {
    if (under === undefined) return { ...heading(words), rowSpan: 2 };
    if (sheet.columns[index - 1]?.under === under) return null;
    const end = sheet.columns.findIndex((column, at) => at > index && column.under !== under);
    return { ...heading(under), columnSpan: (end < 0 ? sheet.columns.length : end) - index };
  });
  return [upper, sheet.columns.map((column) => (column.under === undefined ? null : heading(column.heading)))];
}

const text = (value: string): { type: StringConstructor; value: string } => ({
  type: String,
  value: value.replace(UNWRITABLE, ''),
});

function cell(value: ExportValue): SheetData[number][number] {
  if (value === null || value === '') return null;
  const borders = { borderStyle: 'thin' as const };
  return typeof value === 'number'
    ? { type: Number, value, ...borders }
    : { ...text(value), ...borders, wrap: true, alignVertical: 'top' as const };
}
