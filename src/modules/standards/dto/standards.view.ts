import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category } from '../../officials/index.js';
import { UNIT_AREAS, type UnitArea } from '../../units/index.js';
import { STANDARD_ANSWERS, STANDARD_KINDS, type StandardAnswer, type StandardKind } from '../standard.types.js';

/** What a post asks for on one ladder, what the person has, and the answer. */
export class StandardVerdictView {
  /** Lowest level that meets it, or null when nothing is asked. */
  @ApiProperty({ type: String, nullable: true })
  asked: string | null;
  @ApiProperty({ type: String, nullable: true })
  has: string | null;
  @ApiProperty({ enum: STANDARD_ANSWERS })
  answer: StandardAnswer;
}

/** Lowest level asked on each ladder; null asks for nothing. */
export class MinimumView {
  @ApiProperty({ type: String, nullable: true })
  professional: string | null;
  @ApiProperty({ type: String, nullable: true })
  llct: string | null;
  @ApiProperty({ type: String, nullable: true })
  management: string | null;
}

/** What is asked of which posts, from when to when, and which paper says so. */
export class StandardView {
  id: string;
  @ApiProperty({ enum: CATEGORIES })
  category: Category;
  /** Null: every post of the category. */
  @ApiProperty({ type: String, nullable: true })
  postTitle: string | null;
  /** Null: every kind of area. */
  @ApiProperty({ enum: UNIT_AREAS, nullable: true })
  area: UnitArea | null;
  minimum: MinimumView;
  /** Null: since ever. */
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
  /** The last day; null: until further notice. */
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  source: string;
  @ApiProperty({ type: String, nullable: true })
  sourceNumber: string | null;
  @ApiProperty({ type: String, nullable: true })
  sourceDate: string | null;
  /** False: to be confirmed. */
  confirmed: boolean;
  version: number;
}

/** The standards of a day, and those that come later. */
export class StandardList {
  asOf: string;
  items: StandardView[];
  upcoming: StandardView[];
}

/** A change to a standard, as the trail keeps it. */
export class StandardStep {
  /** e.g. `standard.corrected`. */
  action: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  /** Why, where a reason was given. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

/** What the same posts were asked for over time, the newest first, and who changed it. */
export class StandardHistory {
  items: StandardView[];
  steps: StandardStep[];
}

export class ExemptionView {
  id: string;
  @ApiProperty({ enum: STANDARD_KINDS })
  kind: StandardKind;
  number: string;
  decidedOn: string;
  @ApiProperty({ type: String, nullable: true })
  until: string | null;
  reason: string;
}

/** A class that would close a gap. */
export class ClosingCourse {
  id: string;
  code: string;
  title: string;
  state: string;
  startsOn: string;
  @ApiProperty({ type: String, nullable: true })
  deadline: string | null;
}

/** The program that gives what is missing; null where no program of ours does. */
export class ClosingProgram {
  id: string;
  code: string;
  name: string;
}

/** One thing that the post asks for and the person does not have. */
export class MissingView {
  @ApiProperty({ enum: STANDARD_KINDS })
  kind: StandardKind;
  asked: string;
  @ApiProperty({ type: String, nullable: true })
  has: string | null;
  @ApiProperty({ type: ClosingProgram, nullable: true })
  program: ClosingProgram | null;
  /** Up to three planned or open classes, the soonest first. */
  courses: ClosingCourse[];
}

export class OfficialStandardsView {
  asOf: string;
  professional: StandardVerdictView;
  llct: StandardVerdictView;
  /** State management. */
  management: StandardVerdictView;
  /** The paper the standard comes from, or null when there is none for this post. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
  /** The whole standard, or null. */
  @ApiProperty({ type: StandardView, nullable: true })
  standard: StandardView | null;
  missing: MissingView[];
  /** All decisions that exempt the person, the latest first; those that no longer hold, too. */
  exemptions: ExemptionView[];
}
