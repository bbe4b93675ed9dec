import { ApiProperty } from '@nestjs/swagger';
import { RuleCheckView, WaiverRef } from '../../eligibility/index.js';
import { COURSE_STATES, type CourseState, HistoryStepView } from '../../courses/index.js';
import { OfficialView } from '../../officials/index.js';
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
}

export class NominatedCourse {
  id: string;
  code: string;
  title: string;
  startsOn: string;
  endsOn: string;
  @ApiProperty({ enum: COURSE_STATES })
  state: CourseState;
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

/** An official and whether this class is open to them. */
export class CandidateView {
  official: OfficialView;
  /** Whether a nomination would get a seat or a place on the waitlist. */
  eligible: boolean;
  /** Whether the class would close a gap in what the official's post asks for. */
  needed: boolean;
  checks: RuleCheckView[];
}

export class CandidatePage {
  items: CandidateView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
