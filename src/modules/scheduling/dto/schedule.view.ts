import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { PROPOSAL_STATUSES, type ProposalStatus, RHYTHMS, type Rhythm } from '../schedule.types.js';

export class WeightsView {
  wishedDate: number;
  unbroken: number;
  roomFit: number;
  evenWeeks: number;
  holidayEve: number;
  stability: number;
  ownLecturers: number;
}

/** A class as a proposal names it. */
export class ScheduledCourse {
  id: string;
  code: string;
  title: string;
  capacity: number;
  version: number;
}

export class ScheduledPart {
  @ApiProperty({ type: String, nullable: true })
  subject: string | null;
  days: number;
  /** Who could teach it; null when the register says by subject. */
  @ApiProperty({ type: String, isArray: true, nullable: true })
  lecturerIds: string[] | null;
}

export class ScheduledRoom {
  id: string;
  name: string;
}

export class ScheduledLecturer {
  id: string;
  fullName: string;
}

/** Where a class is put. */
@ApiExtraModels(ScheduledLecturer)
export class PlacementView {
  /** The days it is taught, in order. */
  days: string[];
  @ApiProperty({ type: ScheduledRoom, nullable: true })
  room: ScheduledRoom | null;
  /** One per part; null for nobody of the register. */
  @ApiProperty({
    type: 'array',
    items: { nullable: true, allOf: [{ $ref: getSchemaPath(ScheduledLecturer) }] },
  })
  lecturers: (ScheduledLecturer | null)[];
}

export class ScheduleItemView {
  course: ScheduledCourse;
  @ApiProperty({ enum: RHYTHMS })
  rhythm: Rhythm;
  @ApiProperty({ type: ScheduledPart, isArray: true })
  parts: ScheduledPart[];
  from: string;
  to: string;
  @ApiProperty({ type: String, nullable: true })
  wishedOn: string | null;
  needsRoom: boolean;
  audiences: string[];
  /** Units whose people it is for, as the planner named them. */
  @ApiProperty({ type: UnitRef, isArray: true })
  units: UnitRef[];
  @ApiProperty({ type: PlacementView, nullable: true })
  placement: PlacementView | null;
  locked: boolean;
  accepted: boolean;
  /** Why it is where it is, or why it has no place, in the reader's language. */
  reasons: string[];
  /** Hard rules that its place breaks since it was put by hand, in the reader's language. */
  clashes: string[];
}

export class ScheduleProposalRef {
  id: string;
  from: string;
  to: string;
  @ApiProperty({ enum: PROPOSAL_STATUSES })
  status: ProposalStatus;
  createdAt: Date;
  createdByName: string;
  classes: number;
  /** Classes that have a place. */
  placed: number;
}

export class ScheduleProposalList {
  items: ScheduleProposalRef[];
}

export class ScheduleProposalView extends ScheduleProposalRef {
  classesPerWeek: number;
  weights: WeightsView;
  /** What the timetable goes against, by the weights; less is better. Null while it is worked out. */
  @ApiProperty({ type: Number, nullable: true })
  price: number | null;
  /** What placing the classes one after another would have come to. */
  @ApiProperty({ type: Number, nullable: true })
  inOrder: number | null;
  /** Whether none is better. */
  @ApiProperty({ type: Boolean, nullable: true })
  best: boolean | null;
  @ApiProperty({ type: Date, nullable: true })
  solvedAt: Date | null;
  @ApiProperty({ type: Date, nullable: true })
  acceptedAt: Date | null;
  @ApiProperty({ type: ScheduleItemView, isArray: true })
  items: ScheduleItemView[];
}
