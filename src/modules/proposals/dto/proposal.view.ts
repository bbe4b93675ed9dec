import { ApiProperty } from '@nestjs/swagger';
import { RuleCheckView } from '../../eligibility/index.js';
import { UnitRef } from '../../units/index.js';
import { CELL_ANSWERS, type CellAnswer, PROPOSAL_STATES, type ProposalState } from '../proposal.types.js';

export class ProposalCourse {
  id: string;
  code: string;
  title: string;
  startsOn: string;
  endsOn: string;
  state: string;
}

export class ProposedOfficial {
  id: string;
  fullName: string;
  @ApiProperty({ type: String, nullable: true })
  post: string | null;
}

export class ProposalAbilities {
  propose: boolean;
  withdraw: boolean;
  return: boolean;
  decline: boolean;
  /** A cell's no to somebody's own wish. */
  declineWish: boolean;
  keepAsReserve: boolean;
  endorse: boolean;
}

export class CellProposalView {
  id: string;
  course: ProposalCourse;
  official: ProposedOfficial;
  cell: UnitRef;
  /** The called committee. */
  unit: UnitRef;
  @ApiProperty({ enum: PROPOSAL_STATES })
  state: ProposalState;
  /** In the committee's order. */
  position: number;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ type: String, nullable: true })
  nominationId: string | null;
  /** Whether the person asked for it themselves. */
  bySelf: boolean;
  changedAt: Date;
  can: ProposalAbilities;
}

export class CellProposalPage {
  items: CellProposalView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** A class that a cell may propose for, or whose proposals a committee orders. */
export class ProposalCallView {
  course: ProposalCourse;
  /** The committee's deadline. */
  deadline: string;
  daysLeft: number;
  /** The called committee. */
  unit: UnitRef;
  /** Proposals that wait for the committee, and all that live; of the reader's units. */
  waiting: number;
  live: number;
  endorsed: number;
  /** Cells of the committee that proposed or answered, and how many there are; of the reader's units. */
  answeredCells: number;
  cells: number;
  /** What the reader's own cell answered, when it proposed nobody. */
  @ApiProperty({ enum: CELL_ANSWERS, nullable: true })
  answer: CellAnswer | null;
  @ApiProperty({ type: String, nullable: true })
  until: string | null;
}

export class ProposalCalls {
  items: ProposalCallView[];
}

/** What became of one line that was to be endorsed. */
export class EndorsedLine {
  proposalId: string;
  @ApiProperty({ enum: ['seated', 'waitlisted', 'refused'] })
  outcome: 'seated' | 'waitlisted' | 'refused';
  checks: RuleCheckView[];
}

export class EndorsedView {
  items: EndorsedLine[];
}

/** What cells answered about a class when they proposed nobody. */
export class CellAnswerView {
  cell: UnitRef;
  @ApiProperty({ enum: CELL_ANSWERS })
  answer: CellAnswer;
  reason: string;
  @ApiProperty({ type: String, nullable: true })
  until: string | null;
  answeredAt: Date;
}

export class CellAnswers {
  items: CellAnswerView[];
}

/** A class that the reader could wish to be sent to. */
export class WishableClass {
  course: ProposalCourse;
  programName: string;
  deadline: string;
  daysLeft: number;
  /** The called unit that decides whom it sends. */
  unit: UnitRef;
  @ApiProperty({ type: String, nullable: true })
  wishId: string | null;
  /** What became of the reader's wish, or of their cell's proposal. */
  @ApiProperty({ enum: PROPOSAL_STATES, nullable: true })
  wishState: ProposalState | null;
  @ApiProperty({ type: String, nullable: true })
  wishReason: string | null;
  @ApiProperty({ type: String, nullable: true })
  nominationState: string | null;
  canWish: boolean;
  canWithdraw: boolean;
}

export class WishableClasses {
  items: WishableClass[];
}
