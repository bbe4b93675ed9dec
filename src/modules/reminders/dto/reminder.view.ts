import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import {
  type Audience,
  AUDIENCES,
  REMINDER_STATES,
  type ReminderState,
  type Trigger,
  TRIGGERS,
} from '../reminder.types.js';

export class RemindedCourse {
  id: string;
  code: string;
  title: string;
}

/** Places of a unit that a reminder is about. */
export class RemindedPlaces {
  /** The name of the program. */
  program: string;
  /** The year. */
  period: number;
}

export class ReminderView {
  id: string;
  @ApiProperty({ type: String, nullable: true })
  courseId: string | null;
  /** The class it is about; null when it is about places. */
  @ApiProperty({ type: RemindedCourse, nullable: true })
  course: RemindedCourse | null;
  @ApiProperty({ type: RemindedPlaces, nullable: true })
  places: RemindedPlaces | null;
  unit: UnitRef;
  /** What made it due. */
  @ApiProperty({ enum: TRIGGERS })
  trigger: Trigger;
  /** `call`, `free`, `before-n`, `due` or `after-n` working days, or `nudge`. */
  stage: string;
  /** Who it goes to. */
  @ApiProperty({ enum: AUDIENCES, isArray: true })
  audience: Audience[];
  /** What was added by hand, if it is a nudge. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  /** Whether somebody chose its day. */
  byHand: boolean;
  /** The day that its stage counts from: a deadline, the first or the last day of a class, the last day of places. */
  deadline: string;
  dueAt: Date;
  @ApiProperty({ enum: REMINDER_STATES })
  state: ReminderState;
  @ApiProperty({ type: Date, nullable: true })
  sentAt: Date | null;
  /** People it reached, or null while it has not gone. */
  @ApiProperty({ type: Number, nullable: true })
  recipients: number | null;
  /** Of these, people who have read it. */
  read: number;
  /**
   * Why it will not go: `answered`, `course-closed`, `course-cancelled`, `deadline-moved`, `day-moved`, `overtaken`,
   * `carried-over`, `policy-changed`, `cancelled`, `settled`, `too-late`, `nobody`.
   */
  @ApiProperty({ type: String, nullable: true })
  droppedBecause: string | null;
  /** Whether the reader may move it, send it now or take it out. */
  canEdit: boolean;
}

export class ReminderPage {
  items: ReminderView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

/** What became of a press by hand. */
export class NudgeView {
  /** Units that are told. */
  nudged: number;
  /** Units that owe nothing any more, left alone. */
  answered: UnitRef[];
  /** When it leaves: now, or when the hours of the policy begin again. */
  goesAt: Date;
}
