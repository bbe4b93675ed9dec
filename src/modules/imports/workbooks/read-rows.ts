import { columnLetter, readText } from './cells.js';
import { combinedColumns } from './combined.js';
import { readCourse } from './courses-sheet.js';
import { Dittos } from './dittos.js';
import { shownValue } from './hidden-numbers.js';
import { convertCell } from './legacy-text.js';
import { readOfficial } from './officials-sheet.js';
import { readPlacement } from './placements-sheet.js';
import { OpenWorkbook } from './reader-process.js';
import { rowKind } from './row-kinds.js';
import { type Table, tableOf, TableRow } from './table-row.js';
import { Totals } from './totals.js';
import type {
  Cell,
  CellProblem,
  ImportKind,
  Layout,
  ReadBatch,
  ReadRow,
  SheetInfo,
  SheetRow,
  ValuesOf,
  WorkbookFile,
} from './workbook.types.js';

/**
 * Reads the rows of the tables that the layouts describe, sheet by sheet in the order of the layouts, batch by batch:
 * the next batch is read when it is asked for. Layouts of sheets that the file does not have are passed over.
 * @param layouts as `inspectWorkbook` found them, or corrected by hand
 * @throws FileRefused
 */
export async function* readRows<Kind extends ImportKind>(
  file: WorkbookFile,
  kind: Kind,
  layouts: readonly Layout[],
): AsyncGenerator<ReadBatch<Kind>> {
  const workbook = await OpenWorkbook.open(file);
  try {
    const { sheets, date1904 } = workbook.opened;
    const tables = layouts.flatMap((layout) => {
      const index = sheets.findIndex(({ name }) => name.normalize('NFC') === layout.sheet.normalize('NFC'));
      const info = sheets[index];
      return info ? [{ index, info, layout }] : [];
    });
    const total = tables.reduce((sum, { info }) => sum + info.rows, 0);
    let passed = 0;
    for (const { index, info, layout } of tables) {
      const reading = new SheetReading(tableOf(kind, layout, date1904), info);
      for await (const rows of workbook.rows(index)) {
        const batch = reading.read(rows);
        yield { ...batch, line: passed + (rows.at(-1)?.[0] ?? 0) + 1, total } as ReadBatch<Kind>;
      }
      passed += info.rows;
      const warnings = reading.end();
      if (warnings.length > 0) yield { rows: [], warnings, line: passed, total };
    }
  } finally {
    workbook.close();
  }
}

/** Columns whose vertically merged value holds for every row beside it. Others are merged because a person has two lines. */
const FILLED_DOWN = ['unitName', 'category', 'program', 'programName', 'year', 'mode', 'school', 'venue'];

/** One sheet while it is read: what the rows above said. */
class SheetReading {
  private unitHeading: string | null = null;
  private partHeading: string | null = null;
  private closing = false;
  private readonly headers = new Set<string>();
  private readonly totals: Totals;
  private readonly hiddenRows: ReadonlySet<number>;
  private readonly hiddenRead: number[] = [];
  private readonly merged: MergedValues;
  private readonly dittos: Dittos;

  constructor(
    private readonly table: Table,
    info: SheetInfo,
  ) {
    this.totals = new Totals(table);
    this.hiddenRows = new Set(info.hiddenRows);
    this.merged = new MergedValues(table, info);
    this.dittos = new Dittos(table);
  }

  read(rows: readonly SheetRow[]): Pick<ReadBatch, 'rows' | 'warnings'> {
    const found: ReadRow[] = [];
    const warnings: CellProblem[] = [];
    for (const [index, written] of rows) {
      const cells = this.converted(written);
      if (index < this.table.layout.firstRow - 1) {
        if (index >= this.table.layout.headerRow - 1) this.headers.add(textOf(cells));
        continue;
      }
      if (this.headers.has(textOf(cells))) continue;
      this.take(index, cells, found, warnings);
    }
    return { rows: found, warnings };
  }

  /** What can be said when the sheet is over. */
  end(): CellProblem[] {
    const combined = combinedColumns(this.table.kind, this.table.layout);
    const [first] = this.hiddenRead;
    if (first === undefined) return combined;
    return [
      ...combined,
      warning(this.table, first, 0, 'row-hidden', ranges(this.hiddenRead.map((index) => index + 1))),
    ];
  }

  private converted(cells: readonly Cell[]): readonly Cell[] {
    const { layout } = this.table;
    if (layout.encoding === 'unicode') return cells;
    return cells.map((cell) => (typeof cell === 'string' ? convertCell(cell, layout) : cell));
  }

  private take(index: number, cells: readonly Cell[], found: ReadRow[], warnings: CellProblem[]): void {
    const row = rowKind(cells, this.table);
    if (row.kind === 'data') {
      this.closing = false;
      const read = this.data(index, this.merged.fill(index, cells));
      found.push(read);
      this.totals.count(read);
      if (this.hiddenRows.has(index)) this.hiddenRead.push(index);
      return;
    }
    this.merged.fill(index, cells);
    if (row.kind === 'unit') {
      [this.unitHeading, this.partHeading] = [row.heading, null];
      this.totals.beginGroup();
    } else if (row.kind === 'part') this.partHeading = row.heading;
    else if (row.kind === 'total') {
      const differs = this.totals.differs(row.stated);
      if (differs !== null)
        warnings.push({
          ...warning(this.table, index, row.column, 'total-differs', String(row.stated)),
          expected: String(differs),
        });
      this.closing = true;
    } else if (row.kind === 'closing') this.closing = true;
    else if (row.kind === 'unknown' && !this.closing)
      warnings.push(warning(this.table, index, firstFilled(cells), 'row-not-read', shownLine(cells, this.table)));
  }

  private data(index: number, cells: readonly Cell[]): ReadRow {
    const { kind, layout } = this.table;
    const { cells: filled, dittos } = this.dittos.fill(cells);
    const row = new TableRow(this.table, index + 1, filled);
    for (const { field, above, isOwn } of dittos) {
      if (above === null) row.fail(field, isOwn ? 'ditto-own' : 'ditto-nothing-above');
      else row.note(field, 'ditto', above);
    }
    const surroundings = { unitHeading: this.unitHeading, partHeading: this.partHeading };
    const read: Readonly<Record<ImportKind, () => ValuesOf[ImportKind]>> = {
      officials: () => readOfficial(row, surroundings),
      courses: () => readCourse(row),
      placements: () => readPlacement(row, surroundings, layout),
    };
    return {
      sheet: layout.sheet,
      line: index + 1,
      unitHeading: this.unitHeading,
      values: read[kind](),
      problems: row.problems,
      notes: row.notes,
      raw: row.raw(),
    };
  }
}

/** Values of cells that are merged downward, for the rows that they cover. */
class MergedValues {
  private readonly merges: readonly { readonly top: number; readonly column: number; readonly bottom: number }[];
  private readonly values = new Map<number, { readonly bottom: number; readonly value: Cell }>();

  constructor({ columnOf, layout }: Table, { merges }: SheetInfo) {
    const columns = FILLED_DOWN.map((field) => columnOf.get(field));
    this.merges = merges
      .filter(
        ([top, left, bottom, right]) =>
          top >= layout.firstRow - 1 && bottom > top && left === right && columns.includes(left),
      )
      .map(([top, column, bottom]) => ({ top, column, bottom }));
  }

  fill(index: number, cells: readonly Cell[]): readonly Cell[] {
    if (this.merges.length === 0) return cells;
    for (const { top, column, bottom } of this.merges)
      if (top === index) this.values.set(column, { bottom, value: cells[column] ?? null });
    const filled = [...cells];
    for (const [column, { bottom, value }] of this.values)
      if (index <= bottom && readText(filled[column]) === null) filled[column] = value;
    return filled;
  }
}

const textOf = (cells: readonly Cell[]): string =>
  cells
    .map((cell) => readText(cell) ?? '')
    .join('\t')
    .trimEnd();
/** What stands in a line, for people to find it again. */
function shownLine(cells: readonly Cell[], { layout }: Table): string {
  const fieldAt = new Map(layout.columns.map(({ index, field }) => [index, field]));
  return cells
    .flatMap((cell, column) => shownValue(fieldAt.get(column) ?? null, readText(cell) ?? '') || [])
    .join(' · ');
}
const firstFilled = (cells: readonly Cell[]): number =>
  Math.max(
    0,
    cells.findIndex((cell) => readText(cell) !== null),
  );

function warning(
  { layout }: Table,
  index: number,
  column: number,
  rule: CellProblem['rule'],
  value: string,
): CellProblem {
  const heading = layout.columns.find((candidate) => candidate.index === column);
  return {
    sheet: layout.sheet,
    line: index + 1,
    cell: `${columnLetter(column)}${index + 1}`,
    heading: heading?.heading ?? '',
    field: null,
    rule,
    value,
  };
}

/** 4, 5, 6, 9 as `4–6, 9`. */
function ranges(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
