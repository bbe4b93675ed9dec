/** What a workbook may bring in. */
export const IMPORT_KINDS = ['officials', 'courses', 'placements'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The life of an import: read, looked at, applied, perhaps taken back; or refused, or given up. */
export const IMPORT_STATUSES = ['reading', 'preview', 'applying', 'applied', 'undone', 'refused', 'failed'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What a row does to what is recorded. */
export const ROW_STATES = ['new', 'changed', 'unchanged', 'problem'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a cell says, as it is stored; null says nothing. */
export type Value = string | number | null;
export type Values = Readonly<Record<string, Value>>;

/** One field that a row changes. */
export interface Change {
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/** Why a row is not sound; its text is `rule.<rule>`. */
export interface RowProblem {
  readonly rule: string;
  readonly field: string | null;
  /** The address of the cell, e.g. `C12`, where one cell is to blame. */
  readonly cell: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A row as it was read, before anything is known of what it speaks of. */
export interface SourceRow {
  readonly sheet: string;
  readonly line: number;
  /** What the row says, by field; what it leaves empty is null or left out. */
  readonly values: Values;
  readonly problems: readonly RowProblem[];
  /** How cells were read that stand there otherwise: nothing is wrong with them, and people should see it. */
  readonly notes: readonly RowProblem[];
  /** Addresses of the row's cells, by field. */
  readonly cells: Readonly<Record<string, string>>;
}

/** What a row comes to. */
export interface Judged {
  readonly state: RowState;
  /** What a person calls it: a name, a code. */
  readonly title: string;
  readonly targetId: string | null;
  readonly changes: readonly Change[];
  readonly problems: readonly RowProblem[];
}

/** A row as it is kept until the import is applied. */
export interface StagedRow extends Judged {
  readonly seq: number;
  readonly sheet: string;
  readonly line: number;
  readonly values: Values;
  readonly notes: readonly RowProblem[];
}

/** How many rows of each kind. */
export type Summary = Record<RowState, number>;
