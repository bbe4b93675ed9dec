import { ApiProperty } from '@nestjs/swagger';
import { PAPER_KINDS, type PaperKind, ProgramView, STUDY_MODES, type StudyMode } from '../../programs/index.js';
import { UnitRef } from '../../units/index.js';
import {
  CALL_ANSWERS,
  CALL_STATUSES,
  type CallAnswer,
  type CallStatus,
  COURSE_STATES,
  type CourseState,
} from '../course.types.js';

/** What the reader may do with a class as it stands now. */
export class CourseAbilities {
  edit: boolean;
  copy: boolean;
  changeCapacity: boolean;
  openNominations: boolean;
  closeNominations: boolean;
  confirm: boolean;
  start: boolean;
  complete: boolean;
  cancel: boolean;
  nominate: boolean;
  review: boolean;
}

/** How many of the called units stand where. */
export class CallTally {
  units: number;
  /** In time or late. */
  answered: number;
  late: number;
  awaiting: number;
  silent: number;
}

/** Another class of the same series. */
export class SeriesCourse {
  id: string;
  code: string;
  startsOn: string;
  @ApiProperty({ enum: COURSE_STATES })
  state: CourseState;
}

export class CourseView {
  id: string;
  code: string;
  title: string;
  programId: string;
  program: ProgramView;
  /** The board's unit that holds it. */
  unit: UnitRef;
  startsOn: string;
  endsOn: string;
  /** How it is studied, where its program leaves it to the class; null: as the program says. */
  @ApiProperty({ enum: STUDY_MODES, nullable: true })
  mode: StudyMode | null;
  @ApiProperty({ type: String, nullable: true })
  venue: string | null;
  /** What those who study are asked to bring. */
  @ApiProperty({ type: String, nullable: true })
  bring: string | null;
  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;
  capacity: number;
  minimum: number;
  @ApiProperty({ enum: COURSE_STATES })
  state: CourseState;
  /** Why it was cancelled, or confirmed below its minimum. */
  @ApiProperty({ type: String, nullable: true })
  stateReason: string | null;
  /** Last day to answer the call, or null while it is a draft. */
  @ApiProperty({ type: String, nullable: true })
  deadline: string | null;
  seatsTaken: number;
  waitlisted: number;
  /** Trainees: the reported number of old classes, else the seats taken. */
  trainees: number;
  calls: CallTally;
  /** Other classes that were copied from this one, or with it. */
  @ApiProperty({ type: SeriesCourse, isArray: true })
  series: SeriesCourse[];
  can: CourseAbilities;
  /** For `If-Match`. */
  version: number;
}

/** Classes that were made of one. */
export class CourseCopies {
  items: CourseView[];
}

export class CoursePage {
  items: CourseView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** What a unit may do with its part of a call as it stands now. */
export class CallAbilities {
  answer: boolean;
  extend: boolean;
  refuseTime: boolean;
}

/** A class as a call names it. */
export class CalledCourse {
  id: string;
  code: string;
  title: string;
  startsOn: string;
  endsOn: string;
  @ApiProperty({ enum: COURSE_STATES })
  state: CourseState;
  capacity: number;
  seatsTaken: number;
  waitlisted: number;
  /** Whether its program's places are rationed. */
  needsQuota: boolean;
}

/** One unit's part of a call. */
export class UnitCallView {
  id: string;
  courseId: string;
  course: CalledCourse;
  unit: UnitRef;
  deadline: string;
  /** Days from today to the deadline; negative when it has passed. */
  daysLeft: number;
  @ApiProperty({ enum: CALL_ANSWERS, nullable: true })
  answer: CallAnswer | null;
  @ApiProperty({ enum: CALL_STATUSES })
  status: CallStatus;
  @ApiProperty({ type: Date, nullable: true })
  answeredAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** The day asked for, when the answer is `more-time`. */
  @ApiProperty({ type: String, nullable: true })
  askedUntil: string | null;
  /** How many people are expected of the unit; null when no number was said. */
  @ApiProperty({ type: Number, nullable: true })
  expected: number | null;
  /** How many people of the unit hold a seat of the class or wait for one. */
  sent: number;
  /** Number of the written request. */
  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;
  /** Papers that each person must bring. */
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  papers: PaperKind[];
  /** Why more time was refused; null when it was not. */
  @ApiProperty({ type: String, nullable: true })
  timeRefused: string | null;
  can: CallAbilities;
}

export class UnitCallPage {
  items: UnitCallView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** One line of a timeline; `action` such as `course.opened` is a key of the client's texts. */
export class HistoryStepView {
  action: string;
  at: Date;
  /** Who did it, or null for the system itself. */
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}

export class HistoryView {
  items: HistoryStepView[];
}
