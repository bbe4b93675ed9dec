import { ApiProperty } from '@nestjs/swagger';
import { HistoryStepView } from '../../courses/index.js';
import {
  type Classification,
  CLASSIFICATIONS,
  NOMINATION_STATES,
  type NominationState,
  type Place,
  PLACES,
} from '../nomination.types.js';

export class TrainingCourse {
  id: string;
  code: string;
  title: string;
}

/** One class that an official studies or studied in. */
export class TrainingView {
  id: string;
  course: TrainingCourse;
  programName: string;
  @ApiProperty({ enum: ['running', 'completed'] })
  state: 'running' | 'completed';
  startsOn: string;
  endsOn: string;
  /** Null while it runs. */
  @ApiProperty({ enum: ['completed', 'not-completed'], nullable: true })
  result: 'completed' | 'not-completed' | null;
}

export class OfficialTraining {
  items: TrainingView[];
}

/** What one was put forward for, as the person themselves sees it. */
export class OwnNomination {
  id: string;
  course: TrainingCourse;
  programName: string;
  startsOn: string;
  endsOn: string;
  @ApiProperty({ type: String, nullable: true })
  venue: string | null;
  @ApiProperty({ enum: NOMINATION_STATES })
  state: NominationState;
  @ApiProperty({ enum: PLACES })
  place: Place;
  @ApiProperty({ type: Number, nullable: true })
  waitlistPosition: number | null;
  /** For one who waits, in a sentence why. */
  @ApiProperty({ type: String, nullable: true })
  waitingFor: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ enum: CLASSIFICATIONS, nullable: true })
  classification: Classification | null;
  @ApiProperty({ type: String, nullable: true })
  certificateNumber: string | null;
  @ApiProperty({ type: String, nullable: true })
  certificateDate: string | null;
  submittedAt: Date;
  /** Every step of the way, oldest first. */
  history: HistoryStepView[];
}

export class OwnNominations {
  items: OwnNomination[];
}
