import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { REMINDER_STATES, type ReminderState, type Trigger, TRIGGERS } from '../reminder.types.js';

const MOST_UNITS = 500;
const LONGEST_NOTE = 500;

export class RemindersQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  courseId?: string;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ enum: REMINDER_STATES, required: false })
  @IsOptional()
  @IsIn(REMINDER_STATES)
  state?: ReminderState;

  @ApiProperty({ enum: TRIGGERS, required: false })
  @IsOptional()
  @IsIn(TRIGGERS)
  trigger?: Trigger;
}

/** A press by hand on units that have not answered. */
export class NudgeDto {
  @IsUUID()
  courseId: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_UNITS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  unitIds: string[];

  /** Words of one's own, without personal data. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_NOTE)
  note?: string | null;

  /** Made by who presses: the same press asked for twice is one. */
  @IsOptional()
  @IsUUID()
  pressId?: string;
}

export class CourseToHoldDto {
  @IsUUID()
  courseId: string;
}

export class MoveReminderDto {
  /** A working day from today on, `YYYY-MM-DD`. */
  @IsPlainDate()
  on: string;
}
