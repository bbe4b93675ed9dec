import type { PlainDate } from '../../../kernel/plain-date.js';
import { brokenFormula, columnLetter, readText, readWord } from './cells.js';
import { readDate, type WrittenDate } from './dates.js';
import { fieldOf, headingOf } from './fields.js';
import { shownValue } from './hidden-numbers.js';
import type { Cell, CellProblem, CellRule, ImportKind, Layout } from './workbook.types.js';

/** What a table is read with: its layout, and where its fields stand. */
export interface Table {
  readonly kind: ImportKind;
  readonly layout: Layout;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly date1904: boolean;
}

export function tableOf(kind: ImportKind, layout: Layout, date1904: boolean): Table {
  const mapped = layout.columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const]));
  return { kind, layout, columnOf: new Map(mapped), date1904 };
}

/** Reads the cells of one row by the names of their fields, and keeps what was wrong with them. */
export class TableRow {
  readonly problems: CellProblem[] = [];
  readonly notes: CellProblem[] = [];

  constructor(
    private readonly table: Table,
    /** The row as the office's program numbers it, from 1. */
    readonly line: number,
    private readonly cells: readonly Cell[],
  ) {}

  has = (field: string): boolean => this.table.columnOf.has(field);

  cell(field: string): Cell {
    const column = this.table.columnOf.get(field);
    return column === undefined ? null : (this.cells[column] ?? null);
  }

  isEmpty = (field: string): boolean => readText(this.cell(field)) === null && brokenFormula(this.cell(field)) === null;

  /** Notes that a cell breaks a rule, once. */
  fail(field: string, rule: CellRule): null {
    const column = this.table.columnOf.get(field);
    const missing = column === undefined && rule !== 'program';
    const broken = brokenFormula(this.cell(field)) ?? (missing ? 'column-missing' : rule);
    const { layout } = this.table;
    if (this.problems.some((problem) => problem.field === field)) return null;
    this.problems.push({
      sheet: layout.sheet,
      line: this.line,
      cell: `${columnLetter(column ?? layout.ordinal ?? 0)}${column === undefined ? layout.headerRow : this.line}`,
      heading: this.headingOf(field, column),
      field,
      rule: broken,
      value: shownValue(field, readText(this.cell(field)) ?? ''),
    });
    return null;
  }

  /** Says how a cell was read that stands there otherwise. */
  note(field: string, rule: CellRule, value: string): void {
    const column = this.table.columnOf.get(field) ?? 0;
    this.notes.push({
      sheet: this.table.layout.sheet,
      line: this.line,
      cell: `${columnLetter(column)}${this.line}`,
      heading: this.headingOf(field, column),
      field,
      rule,
      value: shownValue(field, value),
    });
  }

  private headingOf(field: string, column: number | undefined): string {
    const known = fieldOf(this.table.kind, field);
    const written = this.table.layout.columns.find(({ index }) => index === column)?.heading;
    return written ?? (known ? headingOf(known) : field);
  }

  /** A text that may be empty. */
  text(field: string): string | null {
    return brokenFormula(this.cell(field)) ? this.fail(field, 'empty') : readText(this.cell(field));
  }

  /** A text that must not be empty. */
  needText = (field: string): string | null => this.text(field) ?? this.fail(field, 'empty');

  /** A date as it is written; null when it is empty or none. */
  written(field: string): WrittenDate | null {
    return this.isEmpty(field) ? null : (readDate(this.cell(field), this.table.date1904) ?? this.fail(field, 'date'));
  }

  /** A date that may be left empty, but is whole when given. */
  date(field: string): PlainDate | null {
    const written = this.written(field);
    return written && (written.date ?? this.fail(field, 'date-incomplete'));
  }

  /** A whole date that must not be empty. */
  needDate = (field: string): PlainDate | null => (this.isEmpty(field) ? this.fail(field, 'empty') : this.date(field));

  /** One of the words, or null when the cell is empty. @param rule what other words break */
  word<Value>(field: string, words: Readonly<Record<string, Value>>, rule: CellRule): Value | null {
    return this.isEmpty(field) ? null : (readWord(this.cell(field), words) ?? this.fail(field, rule));
  }

  /** A number that must not be empty. @param read what takes a cell for a number, or null */
  needNumber(field: string, read: (cell: Cell) => number | null): number | null {
    return read(this.cell(field)) ?? this.fail(field, this.isEmpty(field) ? 'empty' : 'number');
  }

  /** What stands in the mapped cells, by field. */
  raw(): Record<string, string> {
    return Object.fromEntries(
      [...this.table.columnOf.keys()].flatMap((field) => {
        const text = readText(this.cell(field));
        return text === null ? [] : [[field, text]];
      }),
    );
  }
}

/** What the rows above a row say about it. */
export interface Surroundings {
  /** The unit that the group row above names. */
  readonly unitHeading: string | null;
  /** The group row below that, which names no unit but a part of its people. */
  readonly partHeading: string | null;
}
