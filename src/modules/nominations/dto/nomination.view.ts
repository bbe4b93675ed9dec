import { ApiProperty } from '@nestjs/swagger';
import { RuleCheckView, WaiverRef } from '../../eligibility/index.js';
import { COURSE_STATES, type CourseState, HistoryStepView } from '../../courses/index.js';
import { OfficialView } from '../../officials/index.js';
import { PlacesView, QuotaMinimumState } from '../../quotas/index.js';
import { UnitRef } from '../../units/index.js';
import {
  NOMINATION_STATES,
  type NominationState,
  type Outcome,
  OUTCOMES,
  type Place,
  PLACES,
} from '../nomination.types.js';

/** What became of one line of the list. */
export class NominatedLine {
  officialId: string;
  /** Missing when the line was refused. */
  nominationId?: string;
  @ApiProperty({ enum: OUTCOMES })
  outcome: Outcome;
  checks: RuleCheckView[];
}

export class NominatedView {
  items: NominatedLine[];
}

export class NominationAbilities {
  approve: boolean;
  return: boolean;
  reject: boolean;
  withdraw: boolean;
  resubmit: boolean;
  /** Say that the person never came. */
  noShow: boolean;
  /** Say that the person came after all. */
  arrive: boolean;
  /** Have another person take the seat and the place (thay người). */
  replace: boolean;
  /** Send the person to another class of the program (chuyển lớp). */
  transfer: boolean;
}

export class NominatedCourse {
  id: string;
  code: string;
  title: string;
  startsOn: string;
  endsOn: string;
  @ApiProperty({ enum: COURSE_STATES })
  state: CourseState;
  /** Last day to send people; null while it is a draft. */
  @ApiProperty({ type: String, nullable: true })
  deadline: string | null;
}

/** The last time that a reviewer sent a nomination back. */
export class ReturnedView {
  /** Who did. */
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  byMe: boolean;
  at: Date;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class NominatedOfficial {
  id: string;
  fullName: string;
  @ApiProperty({ type: String, nullable: true })
  post: string | null;
  unit: UnitRef;
  @ApiProperty({ type: String, nullable: true })
  llctLevel: string | null;
  @ApiProperty({ type: String, nullable: true })
  professionalLevel: string | null;
}

export class NominationView {
  id: string;
  course: NominatedCourse;
  official: NominatedOfficial;
  /** The called unit in whose name it was made. */
  unit: UnitRef;
  @ApiProperty({ enum: NOMINATION_STATES })
  state: NominationState;
  @ApiProperty({ enum: PLACES })
  place: Place;
  /** 1 is the next to move up; null when not waiting. */
  @ApiProperty({ type: Number, nullable: true })
  waitlistPosition: number | null;
  late: boolean;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** Decisions (quyết định ngoại lệ) that let the person in. */
  waivers: WaiverRef[];
  /** Rules that asked for an exception or for data at the nomination, and that no decision has lifted. */
  openChecks: number;
  @ApiProperty({ type: ReturnedView, nullable: true })
  returned: ReturnedView | null;
  submittedAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  decidedAt: Date | null;
  can: NominationAbilities;
  version: number;
}

export class NominationDetail extends NominationView {
  /** Every rule's answer as it was at the nomination; empty where none was kept. */
  checks: RuleCheckView[];
  history: HistoryStepView[];
}

export class NominationPage {
  items: NominationView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** What became of one line of a decision on many. */
export class DecidedLine {
  id: string;
  done: boolean;
  /** As it is now; null when it was not decided on. */
  @ApiProperty({ type: NominationView, nullable: true })
  nomination: NominationView | null;
  /** Why it was not, as a code and in words. */
  @ApiProperty({ type: String, nullable: true })
  code: string | null;
  @ApiProperty({ type: String, nullable: true })
  message: string | null;
}

export class DecidedView {
  items: DecidedLine[];
}

export class SeatCounts {
  capacity: number;
  taken: number;
  waitlisted: number;
  approved: number;
  submitted: number;
}

export class UnitCounts {
  unit: UnitRef;
  @ApiProperty({ type: Number, nullable: true })
  expected: number | null;
  /** Hold a seat or wait. */
  sent: number;
  approved: number;
  submitted: number;
}

export class QuotaCounts extends PlacesView {
  unit: UnitRef;
  minimums: QuotaMinimumState[];
}

/** The numbers beside a review, as they are now. */
export class ReviewCounts {
  seats: SeatCounts;
  @ApiProperty({ type: String, nullable: true })
  deadline: string | null;
  units: UnitCounts[];
  quotas: QuotaCounts[];
}

export const TURNED_DOWN = ['rejected', 'withdrawn', 'no-show'] as const satisfies NominationState[];

/** A nomination of the reader's units that came to nothing. */
export class EarlierNomination {
  courseId: string;
  courseCode: string;
  @ApiProperty({ enum: TURNED_DOWN })
  state: (typeof TURNED_DOWN)[number];
  at: Date;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

/** An official and whether this class is open to them. */
export class CandidateView {
  official: OfficialView;
  /** Whether a nomination would get a seat or a place on the waitlist. */
  eligible: boolean;
  /** Whether the class would close a gap in what the official's post asks for. */
  needed: boolean;
  checks: RuleCheckView[];
  /** The last times that the person was refused, withdrew or stayed away, the newest first. */
  earlier: EarlierNomination[];
}

export class CandidatePage {
  items: CandidateView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
