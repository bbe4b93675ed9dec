import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { STANDARD_KINDS, type StandardKind } from '../../standards/index.js';
import { NEED_CAUSES, type NeedCause } from '../rules/find-needs.js';

/** The program that gives what is needed. */
export class NeededProgram {
  id: string;
  code: string;
  name: string;
}

/** One unit and one program (or one ladder that no program of ours serves). */
export class NeedsRow {
  /** Its place; 1 is the most pressing. */
  rank: number;
  unit: UnitRef;
  @ApiProperty({ enum: STANDARD_KINDS })
  kind: StandardKind;
  /** Null where no class of ours gives it. */
  @ApiProperty({ type: NeededProgram, nullable: true })
  program: NeededProgram | null;
  /** People who need it within the period. */
  people: number;
  /** Of them, those whose post asks for it today. */
  now: number;
  /** Of them, those who are planned for a post that asks for it by a day of the period. */
  planned: number;
  /** People of whom it is not recorded whether they have it: counted apart. */
  unknown: number;
  /** All who hold a post in the unit: what the numbers are a part of. */
  officials: number;
  /** The earliest day by which somebody must have it. */
  @ApiProperty({ type: String, nullable: true })
  earliest: string | null;
}

/** People, each once. */
export class NeedsTotals {
  officials: number;
  /** Who needs anything. */
  people: number;
  /** Who needs nothing that is known of, but of whom something is not recorded. */
  unknown: number;
  /** Who retires within the period, or has left: not counted among those in need. */
  leaving: number;
  /** Whose post no standard speaks of. */
  withoutStandard: number;
}

/** Who lacks what, per unit and program: the start of a plan. */
export class NeedsView {
  asOf: string;
  until: string;
  rows: NeedsRow[];
  totals: NeedsTotals;
  /** Where the retirement ages come from. */
  retirementSource: string;
}

export class NeedyPerson {
  rank: number;
  officialId: string;
  fullName: string;
  unit: UnitRef;
  post: string;
  @ApiProperty({ enum: STANDARD_KINDS })
  kind: StandardKind;
  @ApiProperty({ type: NeededProgram, nullable: true })
  program: NeededProgram | null;
  asked: string;
  @ApiProperty({ type: String, nullable: true })
  has: string | null;
  @ApiProperty({ enum: NEED_CAUSES })
  cause: NeedCause;
  /** The day by which it must be met. */
  by: string;
  /** Why, in the reader's words. */
  reason: string;
}

export class NeedsPeople {
  asOf: string;
  until: string;
  items: NeedyPerson[];
  /** Of whom it is not recorded whether they have it. */
  unknown: NeedyPerson[];
}
