import { ApiProperty } from '@nestjs/swagger';
import { COURSE_STATES, type CourseState } from '../../courses/index.js';
import { UnitRef } from '../../units/index.js';
import {
  LINE_CHANGES,
  LINE_STATES,
  type LineChange,
  type LineState,
  PLAN_KINDS,
  PLAN_STATES,
  type PlanKind,
  type PlanState,
  VERSION_STATES,
  type VersionState,
} from '../plan.types.js';

/** A program as a plan names it. */
export class PlannedProgram {
  id: string;
  code: string;
  name: string;
}

/** Classes, and turns of trainees. */
export class PlanTotals {
  classes: number;
  trainees: number;
}

export class TrainedView {
  classes: number;
  /** Who completed twice counts twice. */
  turns: number;
  /** Who completed twice counts once; old classes without names are not in it. */
  persons: number;
  /** Turns of old classes, of which no names are kept. */
  unnamed: number;
}

export class PlanProgress {
  /** Classes being prepared. */
  drafts: number;
  opened: PlanTotals;
  trained: TrainedView;
}

/** A class that counts for a line. */
export class PlanCourse {
  id: string;
  code: string;
  title: string;
  @ApiProperty({ enum: COURSE_STATES })
  state: CourseState;
  startsOn: string;
  /** Whether it was opened from the plan or linked to the line by hand; else it counts by itself. */
  linked: boolean;
}

export class PlanLineView {
  id: string;
  program: PlannedProgram;
  unit: UnitRef;
  classes: number;
  /** Turns. */
  trainees: number;
  @ApiProperty({ type: Number, nullable: true })
  firstMonth: number | null;
  @ApiProperty({ type: Number, nullable: true })
  lastMonth: number | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  /** For `If-Match`. */
  version: number;
}

/** A line with what became of it. */
export class FollowedLine extends PlanLineView {
  @ApiProperty({ enum: LINE_STATES })
  state: LineState;
  progress: PlanProgress;
  courses: PlanCourse[];
  /** What the years' plans in force say; null for the plan of one year. */
  @ApiProperty({ type: PlanTotals, nullable: true })
  years: PlanTotals | null;
}

/** All lines of one program together, with the classes that no line takes. */
export class PlanGroup {
  program: PlannedProgram;
  /** Null where the plan has no line of it: classes that were not planned. */
  @ApiProperty({ type: PlanTotals, nullable: true })
  planned: PlanTotals | null;
  progress: PlanProgress;
  @ApiProperty({ type: PlanTotals, nullable: true })
  years: PlanTotals | null;
}

export class PlanVersionView {
  number: number;
  @ApiProperty({ enum: VERSION_STATES })
  state: VersionState;
  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;
  @ApiProperty({ type: String, nullable: true })
  documentDate: string | null;
  @ApiProperty({ type: String, nullable: true })
  signer: string | null;
  @ApiProperty({ type: Date, nullable: true })
  approvedAt: Date | null;
}

/** The last lines taken from the needs, which can be taken back. */
export class PlanFillView {
  id: string;
  at: Date;
  added: number;
  changed: number;
}

/** What the reader may do with the version shown. */
export class PlanAbilities {
  /** Change its lines, approve it, discard it. */
  write: boolean;
  /** Begin a revision. */
  revise: boolean;
  /** Open classes for its lines. */
  openClasses: boolean;
}

/** A plan in the list. */
export class PlanSummary {
  id: string;
  @ApiProperty({ enum: PLAN_KINDS })
  kind: PlanKind;
  firstYear: number;
  lastYear: number;
  unit: UnitRef;
  @ApiProperty({ enum: PLAN_STATES })
  state: PlanState;
  /** Number of the draft being written, or null. */
  @ApiProperty({ type: Number, nullable: true })
  draftNumber: number | null;
  /** The document of the version in force. */
  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;
  @ApiProperty({ type: String, nullable: true })
  documentDate: string | null;
  /** Of the version in force, else of the draft. */
  planned: PlanTotals;
}

export class PlanPage {
  items: PlanSummary[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** One version of a plan with everything that became of it. */
export class PlanView {
  id: string;
  @ApiProperty({ enum: PLAN_KINDS })
  kind: PlanKind;
  firstYear: number;
  lastYear: number;
  unit: UnitRef;
  @ApiProperty({ enum: PLAN_STATES })
  state: PlanState;
  /** The version shown. */
  shown: PlanVersionView;
  versions: PlanVersionView[];
  lines: FollowedLine[];
  groups: PlanGroup[];
  planned: PlanTotals;
  progress: PlanProgress;
  late: number;
  @ApiProperty({ type: PlanFillView, nullable: true })
  lastFill: PlanFillView | null;
  can: PlanAbilities;
  /** Changes of the version shown, for `If-Match`. */
  version: number;
}

export class ComparedLineView {
  @ApiProperty({ enum: LINE_CHANGES })
  change: LineChange;
  program: PlannedProgram;
  unit: UnitRef;
  @ApiProperty({ type: PlanLineView, nullable: true })
  before: PlanLineView | null;
  @ApiProperty({ type: PlanLineView, nullable: true })
  after: PlanLineView | null;
}

/** Two versions side by side. */
export class PlanComparison {
  from: PlanVersionView;
  to: PlanVersionView;
  lines: ComparedLineView[];
  before: PlanTotals;
  after: PlanTotals;
}

/** What lines from the needs did, or would do. */
export class NeedsFillView {
  /** Null where it was only asked, or where nothing came of it. */
  @ApiProperty({ type: String, nullable: true })
  fillId: string | null;
  added: number;
  /** Lines whose number of trainees was replaced. */
  changed: number;
  /** Lines that are there with other numbers and were left alone. */
  kept: number;
  /** Lines that said the same already. */
  same: number;
}
