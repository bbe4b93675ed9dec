import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import { REMINDER_STAGES, REMINDER_STATES, type ReminderStage, type ReminderState } from '../reminder.types.js';

export class RemindedCourse {
  id: string;
  code: string;
  title: string;
}

export class ReminderView {
  id: string;
  courseId: string;
  course: RemindedCourse;
  unit: UnitRef;
  @ApiProperty({ enum: REMINDER_STAGES })
  stage: ReminderStage;
  /** The deadline it speaks of. */
  deadline: string;
  dueAt: Date;
  @ApiProperty({ enum: REMINDER_STATES })
  state: ReminderState;
  @ApiProperty({ type: Date, nullable: true })
  sentAt: Date | null;
  /** People it reached, or null while it has not gone. */
  @ApiProperty({ type: Number, nullable: true })
  recipients: number | null;
  /** Why it will not go: `answered`, `course-closed`, `deadline-moved`, `overtaken`, `carried-over`. */
  @ApiProperty({ type: String, nullable: true })
  droppedBecause: string | null;
}

export class ReminderPage {
  items: ReminderView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
