import type { PlainDate } from '../../../kernel/plain-date.js';

/** What a workbook is handed in as: people, classes held, or people sent to study political theory. */
export const IMPORT_KINDS = ['officials', 'courses', 'placements'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A file as it was handed in. */
export interface WorkbookFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A date cell: its day, and how much of the day the office shows in it. */
export interface DateCell {
  readonly date: PlainDate;
  readonly shown: 'day' | 'month' | 'year';
}

/** What stands in a cell: a formula is its last result, an error (`#REF!`), or was never reckoned. */
export type Cell =
  string | number | boolean | null | DateCell | { readonly error: string } | { readonly unreckoned: true };

/** A row of a sheet: its index from 0, and its cells by column from 0. */
export type SheetRow = readonly [index: number, cells: readonly Cell[]];

/** A merged range: first row and column, last row and column, from 0. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number];

/** A sheet as it stands in the file. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows up to the last that holds anything. */
  readonly rows: number;
  readonly merges: readonly Merge[];
  /** From 0. */
  readonly hiddenRows: readonly number[];
  /** From 0. */
  readonly hiddenColumns: readonly number[];
}

/** How the letters of a text are kept: `tcvn3` is what .VnTime and its like show (ABC), `vni` what VNI-Times shows. */
export type TextEncoding = 'unicode' | 'tcvn3' | 'vni' | 'windows-1258';

/**
 * What can be wrong with a cell; the sentence is `rule.cell.<rule>`. Those that do not explain themselves:
 * `date-incomplete`, a month or a year where a whole date is needed; `gender`, a date of birth in both columns;
 * `order`, an end before its beginning; `program`, neither the sheet's name nor its title names the program;
 * `column-missing`, no column of the sheet holds this; `unreckoned`, a formula without a result.
 * `ditto-own`, "as above" where each row has its own, `two-levels`, two in one cell that cannot be told apart.
 * From `total-differs` on they are warnings: of a total row, a hidden row that was read, a row that was not taken for
 * data, two things under one heading. The last two are notes of how a cell was read: for the one above it, or as two.
 */
export const CELL_RULES = [
  'column-missing',
  'empty',
  'date',
  'date-incomplete',
  'gender',
  'level',
  'category',
  'mode',
  'result',
  'program',
  'number',
  'citizen-id',
  'party-card',
  'order',
  'formula-error',
  'unreckoned',
  'ditto-own',
  'ditto-nothing-above',
  'name-and-birth',
  'two-levels',
  'total-differs',
  'row-hidden',
  'row-not-read',
  'column-combined',
  'ditto',
  'split',
] as const;
export type CellRule = (typeof CELL_RULES)[number];

/** Something in a cell that was not understood. */
export interface CellProblem {
  readonly sheet: string;
  /** The row as the office's program numbers it, from 1. */
  readonly line: number;
  /** For example `D12`; of the header when the column is missing. */
  readonly cell: string;
  /** The heading as the sheet has it, both storeys; as we know it when the column is missing. */
  readonly heading: string;
  /** The field of `FIELDS`; null when the row, not one value, is meant. */
  readonly field: string | null;
  readonly rule: CellRule;
  /** What stands there. */
  readonly value: string;
  /** What stands there should be, where it can be said: the count that a total differs from. */
  readonly expected?: string;
}

/** One column of a layout. */
export interface LayoutColumn {
  /** From 0. */
  readonly index: number;
  /** As the office's program calls it. */
  readonly letter: string;
  /** The heading, both storeys: `Ngày, tháng, năm sinh: Nam`. */
  readonly heading: string;
  /** The field of `FIELDS` that stands in it; null when it is not read. A hand may change it. */
  readonly field: string | null;
  /** A hidden column is not read unless a hand maps it. */
  readonly hidden: boolean;
}

export type LlctProgram = 'advanced-llct' | 'intermediate-llct';

/** A table of a sheet: where it stands, and what its columns hold. Plain data, kept and corrected between two readings. */
export interface Layout {
  readonly sheet: string;
  /** Line of the header's first storey, from 1. */
  readonly headerRow: number;
  /** First line below the header, from 1. */
  readonly firstRow: number;
  readonly columns: readonly LayoutColumn[];
  /** Column that numbers the rows, from 0; null when there is none. */
  readonly ordinal: number | null;
  /** The same for every table with the same headings in the same order, whatever its sheet, place or rows. */
  readonly fingerprint: string;
  /** How the sheet's texts are kept; other than `unicode` they are converted while they are read. */
  readonly encoding: TextEncoding;
  /** Some of its texts are Unicode besides: one that can be either is left as it is. */
  readonly mixed: boolean;
  /** Of placements: which program the sheet is about, by its name or title; null when neither says so. */
  readonly program: LlctProgram | null;
  /** Required fields that no column holds; until they are mapped, no row is sound. */
  readonly missing: readonly string[];
}

/** A sheet as a person is shown it. */
export interface InspectedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  /** Its first 30 lines as texts, blank ones included. */
  readonly preview: readonly (readonly string[])[];
}

/** What stands in a file. */
export interface Inspection {
  readonly type: 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'csv';
  readonly sheets: readonly InspectedSheet[];
  /** One for each sheet that holds a table of the kind; hidden sheets have none. Empty when none was found. */
  readonly layouts: readonly Layout[];
  /** Other than `unicode` when some sheet's texts had to be converted. */
  readonly encoding: TextEncoding;
}

/** One person of a danh sách trích ngang. What the sheet leaves empty is null: unknown, not none. */
export interface OfficialValues {
  readonly fullName: string | null;
  readonly otherName: string | null;
  readonly gender: 'male' | 'female' | null;
  /** Null when only the year, or month and year, of birth is written. */
  readonly bornOn: PlainDate | null;
  readonly birthYear: number | null;
  /** Digits alone. Such numbers are sealed wherever a row is kept, and never stand in a problem. */
  readonly citizenId: string | null;
  readonly partyCard: string | null;
  readonly ethnicGroup: string | null;
  readonly homePlace: string | null;
  readonly post: string | null;
  readonly category: 'cadre' | 'civil-servant' | 'public-employee' | 'part-time' | 'armed-forces' | 'other' | null;
  readonly probationaryOn: PlainDate | null;
  readonly fullMemberOn: PlainDate | null;
  readonly professionalLevel:
    'none' | 'elementary' | 'intermediate' | 'college' | 'bachelor' | 'master' | 'doctor' | null;
  readonly major: string | null;
  readonly llctLevel: 'none' | 'elementary' | 'intermediate' | 'advanced' | 'bachelor' | null;
  readonly managementLevel: 'none' | 'officer' | 'specialist' | 'principal' | 'senior' | null;
  /** What the certificate says, e.g. `B1`. */
  readonly language: string | null;
  readonly it: string | null;
  /** Of which day the planning (quy hoạch) was last confirmed; not for what. */
  readonly planningConfirmedOn: PlainDate | null;
  /** The column's, else that of the group row above. */
  readonly unitName: string | null;
  readonly note: string | null;
  /** Of a list that we handed out: which record the row is. */
  readonly recordId: string | null;
}

/** One class of a list of classes held. */
export interface CourseValues {
  readonly code: string | null;
  readonly title: string | null;
  readonly programName: string | null;
  /** The year whose plan the class belongs to. */
  readonly year: number | null;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  /** Turns, not persons: who attended two classes counts twice. */
  readonly trainees: number | null;
  readonly venue: string | null;
  readonly documentNumber: string | null;
}

/** One person of a list of people sent to study political theory. */
export interface PlacementValues {
  readonly program: LlctProgram | null;
  readonly fullName: string | null;
  /** The column's, else that of the group row above. */
  readonly unitName: string | null;
  readonly post: string | null;
  readonly mode: 'full-time' | 'part-time' | null;
  readonly school: string | null;
  readonly year: number | null;
  /** Null while the class is not over. */
  readonly result: 'excellent' | 'good' | 'fair' | 'average' | null;
  readonly note: string | null;
  /** Of a list that we handed out: which record the row is. */
  readonly recordId: string | null;
}

/** Values that a sound row has for certain. */
interface NeededOf {
  officials: 'fullName' | 'gender' | 'birthYear' | 'post' | 'category' | 'unitName';
  courses: 'code' | 'title' | 'programName' | 'year' | 'startsOn' | 'endsOn' | 'trainees';
  placements: 'program' | 'fullName' | 'unitName' | 'mode' | 'year';
}
type WithoutNull<Values, Name extends keyof Values> = Omit<Values, Name> & {
  readonly [Key in Name]: NonNullable<Values[Key]>;
};

/** The values of a row without problems. */
export type SoundValues<Kind extends ImportKind> = WithoutNull<ValuesOf[Kind], NeededOf[Kind] & keyof ValuesOf[Kind]>;

export interface ValuesOf {
  officials: OfficialValues;
  courses: CourseValues;
  placements: PlacementValues;
}

/** One row of data. It is sound when it has no problems; a value with a problem is null. */
export interface ReadRow<Kind extends ImportKind = ImportKind> {
  readonly sheet: string;
  /** The row as the office's program numbers it, from 1. */
  readonly line: number;
  /** The unit that the group row above names; null when there is none. */
  readonly unitHeading: string | null;
  readonly values: ValuesOf[Kind];
  readonly problems: readonly CellProblem[];
  /** Cells that were read otherwise than they stand there: for the one above, or as two. Nothing is wrong with them. */
  readonly notes: readonly CellProblem[];
  /** What stands in the mapped cells, as text, by field; empty cells are left out. */
  readonly raw: Readonly<Record<string, string>>;
}

/** Some rows of a workbook in their order, and how far the reading is. */
export interface ReadBatch<Kind extends ImportKind = ImportKind> {
  readonly rows: readonly ReadRow<Kind>[];
  /** Of the lines passed in this batch: totals that differ, rows not taken for data, hidden rows that were read. */
  readonly warnings: readonly CellProblem[];
  /** Lines passed so far, and lines of all sheets that are read. */
  readonly line: number;
  readonly total: number;
}

/** A row without problems. */
export type SoundRow<Kind extends ImportKind> = ReadRow<Kind> & { readonly values: SoundValues<Kind> };

/** Whether a row can be taken as it is. */
export const isSound = <Kind extends ImportKind>(row: ReadRow<Kind>): row is SoundRow<Kind> =>
  row.problems.length === 0;
