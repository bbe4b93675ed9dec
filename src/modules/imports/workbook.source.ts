import { Injectable } from '@nestjs/common';
import type { ImportKind, RowProblem, SourceRow, Values } from './import.types.js';
import { tooLong } from './rules/lengths.js';
import {
  type CellProblem,
  type InspectedSheet,
  inspectWorkbook,
  type Layout,
  type ReadRow,
  readRows,
  type WorkbookFile,
} from './workbooks/index.js';

/** What stands in a file, before any row is judged. */
export interface Found {
  readonly type: string;
  readonly encoding: Layout['encoding'];
  readonly sheets: readonly InspectedSheet[];
  /** As they were found, without what a hand corrected. */
  readonly layouts: readonly Layout[];
}

/** Some rows of a file, in the words of this room. */
export interface SourceBatch {
  readonly rows: readonly SourceRow[];
  readonly warnings: readonly RowProblem[];
  readonly line: number;
  readonly total: number;
}

/** Rows held against what is recorded in one go. */
const BATCH = 2000;

/** The columns in which a value may stand that no column is named after. */
const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  fullName: ['fullName', 'nameAndBirth'],
  bornOn: ['born', 'bornMale', 'bornFemale', 'nameAndBirth'],
  birthYear: ['born', 'bornMale', 'bornFemale', 'nameAndBirth'],
  professionalLevel: ['professionalLevel', 'levels'],
  llctLevel: ['llctLevel', 'levels'],
  gender: ['gender', 'isMale', 'isFemale', 'bornMale', 'bornFemale'],
};

/** Files as rows that can be held against what is recorded. */
@Injectable()
export class WorkbookSource {
  /** @throws FileRefused */
  async inspect(kind: ImportKind, file: WorkbookFile): Promise<Found> {
    const { type, encoding, sheets, layouts } = await inspectWorkbook(file, kind);
    return { type, encoding, sheets, layouts };
  }

  /** The rows of the tables that the layouts describe, batch by batch. @throws FileRefused */
  async *rows(kind: ImportKind, file: WorkbookFile, layouts: readonly Layout[]): AsyncGenerator<SourceBatch> {
    if (layouts.length === 0) return;
    const letters = new Map(layouts.map((layout) => [layout.sheet, lettersOf(layout)]));
    let gathered: SourceBatch = { rows: [], warnings: [], line: 0, total: 0 };
    for await (const { rows, warnings, line, total } of ahead(readRows(file, kind, layouts))) {
      gathered = {
        rows: [...gathered.rows, ...rows.map((row) => sourceRow(row, letters.get(row.sheet) ?? {}))],
        warnings: [...gathered.warnings, ...warnings.map(problemOf)],
        line,
        total,
      };
      if (gathered.rows.length < BATCH) continue;
      yield gathered;
      gathered = { rows: [], warnings: [], line, total };
    }
    if (gathered.rows.length + gathered.warnings.length > 0) yield gathered;
  }
}

/** The same, the next one already being made while one is looked at: the file is read while the database writes. */
async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let coming = source.next();
    for (;;) {
      const result = await coming;
      if (result.done) return;
      coming = source.next();
      coming.catch(() => undefined); // It is waited for in its turn.
      yield result.value;
    }
  } finally {
    await source.return(undefined);
  }
}

const lettersOf = ({ columns }: Layout): Record<string, string> =>
  Object.fromEntries(columns.flatMap(({ field, letter }) => (field === null ? [] : [[field, letter]])));

function sourceRow(row: ReadRow, letters: Readonly<Record<string, string>>): SourceRow {
  const at = (field: string): string[] => (letters[field] === undefined ? [] : [`${letters[field]}${row.line}`]);
  const cells = Object.fromEntries(Object.keys(letters).map((field) => [field, `${letters[field]}${row.line}`]));
  const shared = Object.entries(STANDS_IN).flatMap(([field, columns]) => {
    const filled = columns.filter((column) => row.raw[column] !== undefined);
    const [cell] = (filled.length > 0 ? filled : columns).flatMap(at);
    return cell === undefined ? [] : [[field, cell] as const];
  });
  const source: SourceRow = {
    sheet: row.sheet,
    line: row.line,
    values: saidIn(row.values as unknown as Values),
    problems: row.problems.map(problemOf),
    notes: row.notes.map(problemOf),
    cells: { ...cells, ...Object.fromEntries(shared) },
  };
  return { ...source, problems: [...source.problems, ...tooLong(source)] };
}

/** What a row says, without what it leaves empty. */
const saidIn = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const problemOf = ({ sheet, line, cell, heading, field, rule, value, expected }: CellProblem): RowProblem => ({
  rule: `cell.${rule}`,
  field,
  cell,
  facts: { sheet, line, cell, heading, value, ...(expected !== undefined && { expected }) },
});
