import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Judged, RowProblem, SourceRow } from '../import.types.js';

/** For whom a file is held against what is recorded. */
export interface ImportScope {
  /** The unit whose part of the tree it may touch. */
  readonly unitId: string;
  /** Where a row belongs that names no unit, or null when it must name one. */
  readonly homeUnitId: string | null;
  readonly today: PlainDate;
}

/** One kind of thing that a workbook brings in. */
export interface ImportTarget {
  /** The fields of a row, in the order they are shown. */
  readonly fields: readonly string[];
  /** Begins with a file; what must be known of all its rows together is kept until its end. */
  open(scope: ImportScope): Promise<TargetSession>;
}

/** A file being held against what is recorded, batch by batch in its order. */
export interface TargetSession {
  /**
   * What the rows of a batch come to.
   * @param hold whether what they speak of stays as it is until the transaction ends.
   */
  judge(rows: readonly SourceRow[], hold?: boolean): Promise<Judged[]>;
  /** Writes sound rows of a batch. @returns the ids of what each row speaks of, in their order. */
  write(rows: readonly Judged[]): Promise<string[]>;
}

/** A problem of a row's field, with the cell that it stands in. */
export const problem = (
  row: Pick<SourceRow, 'cells'>,
  field: string,
  rule: string,
  facts: RowProblem['facts'] = {},
): RowProblem => ({ rule, field, cell: row.cells[field] ?? null, facts });

/** Says of the second of two rows about one thing that it is the second. Keys are remembered until the file's end. */
export class Doubles {
  private readonly lines = new Map<string, string>();

  /** Where the key stood before, or null the first time. */
  seen(key: string | null, { sheet, line }: Pick<SourceRow, 'sheet' | 'line'>): string | null {
    if (key === null) return null;
    const before = this.lines.get(key);
    if (before === undefined) this.lines.set(key, `${line} (${sheet})`);
    return before ?? null;
  }
}
