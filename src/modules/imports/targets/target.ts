import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Judged, RowProblem, SourceRow } from '../import.types.js';

/** For whom a file is held against what is recorded. */
export interface ImportScope {
  /** The unit whose part of the tree it may touch. */
  readonly unitId: string;
  /** Where a row belongs that names no unit; null when it must name one. */
  readonly homeUnitId: string | null;
  readonly today: PlainDate;
  /** Whether the one who handed it in may speak of planning (quy hoạch). */
  readonly mayConfirmPlannings: boolean;
}

/** One kind of thing that a workbook brings in. */
export interface ImportTarget {
  /** Begins with a file; what must be known of all its rows together is kept until its end. */
  open(scope: ImportScope): Promise<TargetSession>;
}

/** A row with what was looked up for it: what a session writes. */
export interface Match extends Judged {
  readonly row: SourceRow;
}

/** A file being held against what is recorded, batch by batch in its order. */
export interface TargetSession {
  /**
   * What the rows of a batch come to.
   * @param hold whether what they speak of stays as it is until the transaction ends.
   */
  judge(rows: readonly SourceRow[], hold?: boolean): Promise<Match[]>;
  /** Writes new and changed rows that this session judged. @returns what each row speaks of, in their order. */
  write(rows: readonly Match[]): Promise<string[]>;
}

/** A problem of a row's field, with the cell that it stands in. */
export const problem = (
  row: Pick<SourceRow, 'cells'>,
  field: string | null,
  rule: string,
  facts: RowProblem['facts'] = {},
): RowProblem => ({ rule, field, cell: field === null ? null : (row.cells[field] ?? null), facts });

/** Says of the second of two rows about one thing that it is the second. Keys are remembered until the file's end. */
export class Doubles {
  private readonly lines = new Map<string, string>();

  /** The problem of a row whose key stood before. */
  of(key: string | null, row: SourceRow, field: string): RowProblem[] {
    if (key === null) return [];
    const before = this.lines.get(key);
    if (before === undefined) this.lines.set(key, `${row.line} (${row.sheet})`);
    return before === undefined ? [] : [problem(row, field, 'import.double', { line: before })];
  }
}

/** What a row comes to, by what it changes of what was found. */
export function judged(row: SourceRow, title: string, found: Pick<Judged, 'targetId' | 'changes' | 'problems'>): Match {
  const { targetId, problems } = found;
  if (problems.length > 0) return { row, title, targetId, state: 'problem', changes: [], problems };
  const state = targetId === null ? 'new' : found.changes.length > 0 ? 'changed' : 'unchanged';
  return { row, title, targetId, state, changes: state === 'changed' ? found.changes : [], problems: [] };
}

/** Things by a key that several may share. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}
