import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { readCount, readDate, readText, readWord } from './cells.js';
import { findHeader, type Header, headingName, type Headings } from './header.js';
import type { Cell, Parsed, Sheet, SheetError, SheetRule } from './read-workbook.js';

/**
 * Which rows of an office's table are data: the office also writes rows that only head a group, that number the
 * columns, that are prepared but empty, that add up, and that are signed. No row that holds data is passed over in
 * silence: a number in front is enough, and where it was forgotten so are several filled cells.
 */

/** A row without a number in front is data from so many filled cells on; heads and signatures fill one or two. */
const LEAST_CELLS = 4;
/** Consecutive numbers from 1 over at least so many cells are the row that numbers the columns. */
const LEAST_NUMBERED = 3;
const NUMBERED = /^\(?(\d+)\)?\.?$/;
/** "Cộng", "Tổng số: 243 đồng chí", "Danh sách này có 243 đồng chí; trong đó nữ: 80"; not "Tổng số nữ: 80". */
const TOTAL_WORD = '(?:tong so|tong cong|tong|cong|danh sach(?: nay)? (?=co|gom))';
const COUNTED = '(?:dong chi|nguoi|lop|luot|hoc vien)';
const TOTAL = new RegExp(
  `^${TOTAL_WORD}\\s*(?:co|gom|la)?\\s*:?\\s*(\\d+(?:\\.\\d{3})*)?(?:\\s*[,;(].*|\\s+${COUNTED}\\b.*)?\\.?$`,
);

/** Reads the cells of one row by the names of their columns, and keeps what was wrong with them. */
export class TableRow<Name extends string> {
  readonly errors: SheetError[] = [];

  constructor(
    /** The row as the office's program numbers it, from 1. */
    readonly line: number,
    private readonly cells: readonly Cell[],
    private readonly columns: Header<Name>['columns'],
    private readonly headings: Headings<Name>,
  ) {}

  cell(name: Name): Cell {
    const column = this.columns[name];
    return column === undefined ? null : (this.cells[column] ?? null);
  }

  isEmpty = (name: Name): boolean => readText(this.cell(name)) === null;

  /** Notes that a cell breaks a rule. */
  fail(name: Name, rule: SheetRule): null {
    const value = readText(this.cell(name)) ?? '';
    this.errors.push({ line: this.line, column: headingName(this.headings[name]), rule, value });
    return null;
  }

  text = (name: Name): string | null => readText(this.cell(name));

  /** A text that must not be empty. */
  needText(name: Name): string {
    const text = this.text(name);
    if (text === null) this.fail(name, 'empty');
    return text ?? '';
  }

  /** A date that may be left empty, but is whole when given. */
  date(name: Name): PlainDate | null {
    if (this.isEmpty(name)) return null;
    const written = readDate(this.cell(name)) ?? this.fail(name, 'date');
    return written && (written.date ?? this.fail(name, 'date-incomplete'));
  }

  /** A whole date that must not be empty. */
  needDate(name: Name): PlainDate {
    if (this.isEmpty(name)) this.fail(name, 'empty');
    return this.date(name) ?? '';
  }

  /** One of the words, or null when the cell is empty. @param rule what other words break */
  word<Value>(name: Name, words: Readonly<Record<string, Value>>, rule: SheetRule): Value | null {
    return this.isEmpty(name) ? null : (readWord(this.cell(name), words) ?? this.fail(name, rule));
  }

  /** One of the words; an empty cell is an error too. */
  needWord<Value>(name: Name, words: Readonly<Record<string, Value>>, rule: SheetRule): Value | null {
    return this.isEmpty(name) ? this.fail(name, 'empty') : this.word(name, words, rule);
  }

  /** A number that must not be empty. @param read what takes a cell for a number, or null */
  needNumber(name: Name, read: (cell: Cell) => number | null): number {
    const number = read(this.cell(name));
    if (number === null) this.fail(name, this.isEmpty(name) ? 'empty' : 'number');
    return number ?? 0;
  }
}

/** A table of a sheet as it was read, and what is needed to hold it against its own total row. */
export interface Table<Name extends string, Row> extends Parsed<Row> {
  readonly header: Header<Name> | null;
  /** Rows that are data, those with errors included. */
  readonly counted: number;
}

/**
 * Reads a table.
 * @param read makes a row of the cells; its row is left out when it noted an error or answers null.
 */
export function readTable<Name extends string, Row>(
  { rows }: Pick<Sheet, 'rows'>,
  headings: Headings<Name>,
  read: (row: TableRow<Name>) => Row | null,
): Table<Name, Row> {
  const header = findHeader(rows, headings);
  if (!('columns' in header)) return { rows: [], errors: header, header: null, counted: 0 };
  const parsed: Row[] = [];
  const errors: SheetError[] = [];
  let counted = 0;
  for (const { line, cells } of body(rows, header)) {
    if (!isData(cells, header)) continue;
    const row = new TableRow(line, cells, header.columns, headings);
    const made = read(row);
    counted++;
    errors.push(...row.errors);
    if (row.errors.length === 0 && made !== null) parsed.push(made);
  }
  return { rows: parsed, errors, header, counted };
}

/** The rows below the header, without those that repeat it on another page. */
function body<Name extends string>(
  rows: Sheet['rows'],
  { headerRow, firstRow }: Header<Name>,
): { line: number; cells: readonly Cell[] }[] {
  const text = (cells: readonly Cell[]): string => cells.map((cell) => readText(cell) ?? '').join('\t');
  const headerTexts = rows.slice(headerRow, firstRow).map(text);
  const numbered = rows.map((cells, index) => ({ line: index + 1, cells }));
  return numbered.slice(firstRow).filter(({ cells }) => !headerTexts.includes(text(cells)));
}

function isData<Name extends string>(cells: readonly Cell[], { columns, ordinal }: Header<Name>): boolean {
  const filled = Object.values<number | undefined>(columns).filter(
    (column) => column !== undefined && readText(cells[column]) !== null,
  );
  if (filled.length === 0 || numbersColumns(cells)) return false;
  const isNumbered = ordinal !== undefined && NUMBERED.test(readText(cells[ordinal]) ?? '');
  return isNumbered || (filled.length >= LEAST_CELLS && !isTotal(cells));
}

function numbersColumns(cells: readonly Cell[]): boolean {
  const texts = cells.map(readText).filter((text) => text !== null);
  return texts.length >= LEAST_NUMBERED && texts.every((text, index) => Number(NUMBERED.exec(text)?.[1]) === index + 1);
}

const isTotal = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => TOTAL.test(foldVietnamese(readText(cell) ?? '')));

/**
 * Holds the total rows of a table, where it has any, against what was counted.
 * @param column the one that is added up; without it the total is the number of rows, written beside its word.
 */
export function totalErrors<Name extends string>(
  { rows }: Pick<Sheet, 'rows'>,
  { header }: Pick<Table<Name, unknown>, 'header'>,
  counted: number,
  column?: { readonly name: Name; readonly heading: string },
): SheetError[] {
  if (!header) return [];
  return body(rows, header).flatMap(({ line, cells }) => {
    if (isData(cells, header) || !isTotal(cells)) return [];
    const total = column ? readCount(cells[header.columns[column.name] ?? -1]) : statedCount(cells);
    if (total === null || total === counted) return [];
    return [{ line, column: column?.heading ?? 'Tổng số', rule: 'total-differs' as const, value: String(total) }];
  });
}

/** The number in the words of a total, else the only number of its row. */
function statedCount(cells: readonly Cell[]): number | null {
  const words = cells
    .map((cell) => TOTAL.exec(foldVietnamese(readText(cell) ?? ''))?.[1])
    .find((number) => number !== undefined);
  if (words !== undefined) return readCount(words);
  const numbers = cells.map(readCount).filter((number) => number !== null);
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}
