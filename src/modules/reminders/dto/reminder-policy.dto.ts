import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';
import { type Audience, AUDIENCES, type Channel, CHANNELS, type Trigger, TRIGGERS } from '../reminder.types.js';

const MOST_STAGES = 60;
const FARTHEST_DAYS = 60;
const LONGEST_TEXT = 1000;
const MOST_A_DAY = 20;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whose policy: one class's, one program's, or, with neither, that of all classes. */
export class PolicyScopeQuery {
  @IsOptional()
  @IsUUID()
  programId?: string;

  @IsOptional()
  @IsUUID()
  courseId?: string;
}

/** One time at which people are reminded of something. */
export class PolicyStageDto {
  /** Of what; a call's deadline when it is left out. */
  @ApiProperty({ enum: TRIGGERS, required: false })
  @IsOptional()
  @IsIn(TRIGGERS)
  trigger?: Trigger;

  /** Working days from the trigger's day: negative before, 0 on it, positive after. Said in full: the plugin drops a field with a negative bound. */
  @ApiProperty({
    type: 'integer',
    minimum: -FARTHEST_DAYS,
    maximum: FARTHEST_DAYS,
    description: "Working days from the trigger's day: negative before, 0 on it, positive after.",
  })
  @IsInt()
  @Min(-FARTHEST_DAYS)
  @Max(FARTHEST_DAYS)
  workingDays: number;

  /** Those concerned always (officials, the unit, or the board of a class that is over); levels above them as copies. */
  @ApiProperty({ enum: AUDIENCES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(AUDIENCES, { each: true })
  to: Audience[];

  /** The inbox always. */
  @ApiProperty({ enum: CHANNELS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CHANNELS, { each: true })
  channels: Channel[];

  /** In place of the shipped text; may speak of what its trigger knows, e.g. `{{course}}`, `{{unit}}`, `{{deadline}}`. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_TEXT)
  text?: string | null;
}

export class ReminderPolicyDto {
  @IsArray()
  @ArrayMaxSize(MOST_STAGES)
  @ValidateNested({ each: true })
  @Type(() => PolicyStageDto)
  stages: PolicyStageDto[];

  /** When reminders leave on their day, `HH:MM` in Vietnam. */
  @IsString()
  @Matches(TIME)
  sendAt: string;

  /** Nothing leaves before this time. */
  @IsString()
  @Matches(TIME)
  opensAt: string;

  /** Nothing leaves from this time on. */
  @IsString()
  @Matches(TIME)
  closesAt: string;

  /** Messages at most that one person gets in a day. */
  @IsInt()
  @Min(1)
  @Max(MOST_A_DAY)
  maxPerDay: number;
}

export class PreviewQuery {
  @IsUUID()
  courseId: string;
}
