import { ApiProperty } from '@nestjs/swagger';
import { NOMINATION_STATES, type NominationState } from '../../nominations/index.js';
import { UnitRef } from '../../units/index.js';
import { DECISION_STATES, type DecisionState } from '../decision.types.js';

export class DecisionProgram {
  id: string;
  name: string;
}

export class DecisionCourse {
  id: string;
  code: string;
  title: string;
  startsOn: string;
  endsOn: string;
}

export class DecisionAbilities {
  issue: boolean;
  /** Leave people of its list for another decision. */
  leaveOut: boolean;
  revoke: boolean;
  discard: boolean;
}

export class DecisionView {
  id: string;
  /** The issuer. */
  unit: UnitRef;
  program: DecisionProgram;
  @ApiProperty({ enum: DECISION_STATES })
  state: DecisionState;
  @ApiProperty({ type: String, nullable: true })
  number: string | null;
  @ApiProperty({ type: String, nullable: true })
  decidedOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  signer: string | null;
  @ApiProperty({ type: String, nullable: true })
  revokeReason: string | null;
  /** People it sends now; of the reader's units. */
  people: number;
  can: DecisionAbilities;
}

/** A class with people who are approved and on no decision. */
export class UndecidedCourse extends DecisionCourse {
  people: number;
}

/** Classes of one program whose people wait for a decision: one decision can send them all. */
export class UndecidedProgram {
  program: DecisionProgram;
  courses: UndecidedCourse[];
}

export class UndecidedList {
  items: UndecidedProgram[];
}

export class DecisionPage {
  items: DecisionView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** One line of the annexed list; ended ones stay, so that the history can be read. */
export class DecisionLine {
  id: string;
  nominationId: string;
  fullName: string;
  @ApiProperty({ type: Number, nullable: true })
  birthYear: number | null;
  @ApiProperty({ type: String, nullable: true })
  post: string | null;
  unit: UnitRef;
  course: DecisionCourse;
  @ApiProperty({ enum: NOMINATION_STATES })
  state: NominationState;
  /** Why it no longer sends anybody: revoked, replaced, withdrawn…; null: it does. */
  @ApiProperty({ type: String, nullable: true })
  ended: string | null;
  /** Whose place the person took. */
  @ApiProperty({ type: String, nullable: true })
  replaces: string | null;
}

export class DecisionDetail extends DecisionView {
  lines: DecisionLine[];
}
