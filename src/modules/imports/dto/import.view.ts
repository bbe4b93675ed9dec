import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import {
  IMPORT_KINDS,
  IMPORT_STATUSES,
  type ImportKind,
  type ImportStatus,
  ROW_STATES,
  type RowState,
  type Value,
} from '../import.types.js';

/** How many rows do what to the record. */
export class ImportSummary {
  new: number;
  changed: number;
  unchanged: number;
  problems: number;
}

/** What the reader may do with an import as it stands. */
export class ImportAbilities {
  remap: boolean;
  apply: boolean;
  undo: boolean;
  remove: boolean;
}

/** An import in a list. */
export class ImportItem {
  id: string;
  @ApiProperty({ enum: IMPORT_KINDS })
  kind: ImportKind;
  @ApiProperty({ enum: IMPORT_STATUSES })
  status: ImportStatus;
  /** Of the work at hand, in hundredths: 0–100; 100 when none is. */
  progress: number;
  summary: ImportSummary;
  fileName: string;
  /** Whose part of the tree it may touch. */
  unit: UnitRef;
  createdAt: Date;
  createdBy: string;
  @ApiProperty({ type: Date, nullable: true })
  appliedAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  appliedBy: string | null;
  @ApiProperty({ type: Date, nullable: true })
  undoneAt: Date | null;
  /** Why the file was refused or the work given up, in the reader's words. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class ImportPage {
  items: ImportItem[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** One column of a table, and what is read from it. */
export class ImportColumn {
  index: number;
  letter: string;
  heading: string;
  /** Null when it is not read. */
  @ApiProperty({ type: String, nullable: true })
  field: string | null;
  hidden: boolean;
  /** The first things that stand in it. */
  samples: string[];
}

/** A table of the file: where it stands and how it is read. */
export class ImportTable {
  sheet: string;
  headerRow: number;
  firstRow: number;
  columns: ImportColumn[];
  /** Fields without which no row is sound, and that no column holds. */
  missing: string[];
  /** How its texts were kept, when that had to be converted. */
  encoding: string;
}

/** The first lines of a sheet, to find its header by hand. */
export class ImportSheet {
  name: string;
  hidden: boolean;
  rows: number;
  preview: string[][];
}

/** Something in the file that is shown although it stops nothing. */
export class ImportWarning {
  sheet: string;
  line: number;
  message: string;
}

/** A value that a column may hold. */
export class ImportField {
  name: string;
  /** As our own lists head it. */
  heading: string;
  required: boolean;
}

/** Everything about one import but its rows. */
export class ImportView extends ImportItem {
  tables: ImportTable[];
  sheets: ImportSheet[];
  /** What columns of this kind of file may hold. */
  fields: ImportField[];
  warnings: ImportWarning[];
  onlySound: boolean;
  /** Whether its rows were kept long enough and are forgotten. */
  rowsForgotten: boolean;
  can: ImportAbilities;
}

/** One field that a row changes. Values are codes or texts as they are stored. */
export class ImportChange {
  field: string;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true })
  before: Value;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true })
  after: Value;
}

/** Why a row is not sound. */
export class ImportRowProblem {
  /** The cell to look at, e.g. `C12`. */
  @ApiProperty({ type: String, nullable: true })
  cell: string | null;
  @ApiProperty({ type: String, nullable: true })
  field: string | null;
  rule: string;
  message: string;
}

export class ImportRowView {
  /** Its place in the file. */
  id: string;
  sheet: string;
  line: number;
  title: string;
  @ApiProperty({ enum: ROW_STATES })
  state: RowState;
  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } })
  values: Record<string, Value>;
  changes: ImportChange[];
  problems: ImportRowProblem[];
  /** How cells were read that stand there otherwise, e.g. "như trên". */
  notes: string[];
  /** What it speaks of, once that exists. */
  @ApiProperty({ type: String, nullable: true })
  targetId: string | null;
}

export class ImportRowPage {
  items: ImportRowView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
