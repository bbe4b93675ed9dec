import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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

/** Word to be changed before it is signed, PDF to be printed. */
const LETTER_FORMATS = ['docx', 'pdf'] as const;
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

export class LetterQuery extends CourseToHoldDto {
  /** By default a Word file. */
  @ApiProperty({ enum: LETTER_FORMATS, required: false })
  @IsOptional()
  @IsIn(LETTER_FORMATS)
  format?: (typeof LETTER_FORMATS)[number];

  /** A letter to each unit in place of one with a list. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  perUnit?: boolean;
}

export class MoveReminderDto {
  /** A working day from today on, `YYYY-MM-DD`. */
  @IsPlainDate()
  on: string;
}
