import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  isUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { RHYTHMS, type Rhythm } from '../schedule.types.js';

const STRONGEST = 10;
const LONGEST_PART = 200;
const MOST_CLASSES = 300;

/** How much each wish counts: 0 not at all, 10 most. */
export class WeightsDto {
  /** Opening near the day hoped for. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(STRONGEST)
  wishedDate?: number;

  /** No week-end or holiday in the middle where it can be helped. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(STRONGEST)
  unbroken?: number;

  /** A room no larger than the class needs. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(STRONGEST)
  roomFit?: number;

  /** Not more classes in a week than it bears. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(STRONGEST)
  evenWeeks?: number;

  /** Not on the day before or after a holiday. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(STRONGEST)
  holidayEve?: number;

  /** Near where the class was put before. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(STRONGEST)
  stability?: number;

  /** Full-time lecturers before concurrent ones. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(STRONGEST)
  ownLecturers?: number;
}

/** Some days of a class, taught by one person. */
export class ClassPartDto {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string | null;

  @IsInt()
  @Min(1)
  @Max(LONGEST_PART)
  days: number;

  /** Who could teach it; those whose subjects name it when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  lecturerIds?: string[] | null;
}

/** What the planner says of a class; what is left out is taken from the class and its program. */
export class ClassSettingsDto {
  /** Its days in order. */
  @IsOmittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ClassPartDto)
  parts?: ClassPartDto[];

  @ApiProperty({ enum: RHYTHMS, required: false })
  @IsOmittable()
  @IsIn(RHYTHMS)
  rhythm?: Rhythm;

  /** First day it may be taught, `YYYY-MM-DD`. */
  @IsOmittable()
  @IsPlainDate()
  from?: string;

  /** Last day it may be taught. */
  @IsOmittable()
  @IsPlainDate()
  to?: string;

  /** The opening day hoped for; null for none. */
  @IsOptional()
  @IsPlainDate()
  wishedOn?: string | null;

  /** Whether it is taught in a room of the register. */
  @IsOmittable()
  @IsBoolean()
  needsRoom?: boolean;

  /** Rooms it may use; null for all. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  roomIds?: string[] | null;

  /** Names of groups of people: classes that share one are never taught on one day. */
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/\S/, { each: true })
  @MaxLength(80, { each: true })
  audiences?: string[];

  /** Units whose people it is for, so that their harvests and congresses are minded before they are called. */
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  unitIds?: string[];
}

export class ProposedClassDto extends ClassSettingsDto {
  @IsUUID()
  courseId: string;
}

export class CreateScheduleProposalDto {
  /** First day of the time to plan, `YYYY-MM-DD`. */
  @IsPlainDate()
  from: string;

  /** Last day; two years later at most. */
  @IsPlainDate()
  to: string;

  /** Classes that a week bears without being called full. */
  @IsOmittable()
  @IsInt()
  @Min(1)
  @Max(100)
  classesPerWeek?: number;

  @IsOmittable()
  @ValidateNested()
  @Type(() => WeightsDto)
  weights?: WeightsDto;

  /** Every class still a draft that begins in that time and has no sessions when left out. */
  @IsOmittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CLASSES)
  @ValidateNested({ each: true })
  @Type(() => ProposedClassDto)
  classes?: ProposedClassDto[];
}

const EachIdOrNull = () =>
  ValidateBy(
    { name: 'isUuid', validator: { validate: (value: unknown) => value === null || isUUID(value) } },
    { each: true },
  );

/** A class put by hand, or said otherwise of. */
export class ChangeProposedClassDto extends ClassSettingsDto {
  /** Its first day. The others follow by its rhythm; the place is locked unless `locked` says otherwise. */
  @IsOmittable()
  @IsPlainDate()
  opensOn?: string;

  /** In place of `opensOn`: it opens on the first day from this one on on which it is taught. */
  @IsOmittable()
  @IsPlainDate()
  opensFrom?: string;

  /** Null for none of the register. */
  @IsOptional()
  @IsUUID()
  roomId?: string | null;

  /** One per part, null for nobody of the register. */
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid', nullable: true }, required: false })
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(40)
  @EachIdOrNull()
  lecturerIds?: (string | null)[];

  /** Whether a new proposal must leave it where it is. */
  @IsOmittable()
  @IsBoolean()
  locked?: boolean;
}

export class AcceptScheduleProposalDto {
  /** Classes whose places are taken; all that have one when left out. */
  @IsOmittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CLASSES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  courseIds?: string[];
}
