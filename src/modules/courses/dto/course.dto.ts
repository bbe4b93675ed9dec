import { ApiProperty } from '@nestjs/swagger';
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
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { STUDY_MODES, type StudyMode } from '../../programs/index.js';
import { COURSE_STATES, type CourseState } from '../course.types.js';

const LARGEST_CLASS = 2000;
const MOST_COPIES = 24;

export class CoursesQuery extends PageQuery {
  /** Words of the code or the title, with or without accents. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiProperty({ enum: COURSE_STATES, required: false })
  @IsOptional()
  @IsIn(COURSE_STATES)
  state?: CourseState;

  @IsOptional()
  @IsUUID()
  programId?: string;

  /** Held by a unit of this one's part of the tree, or calling one. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** The year it starts in. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  year?: number;

  /** Newest first when left out. */
  @ApiProperty({ enum: ['startsOn', '-startsOn'], required: false })
  @IsOptional()
  @IsIn(['startsOn', '-startsOn'])
  sort?: 'startsOn' | '-startsOn';
}

export class CreateCourseDto {
  /** Short code that people say, once ever. */
  @IsString()
  @IsNotBlank()
  @MaxLength(40)
  code: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  title: string;

  @IsUUID()
  programId: string;

  @IsPlainDate()
  startsOn: string;

  @IsPlainDate()
  endsOn: string;

  /** Seats. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_CLASS)
  capacity: number;

  /** Fewer trainees than this, and the class is confirmed only with a reason. */
  @IsInt()
  @Min(0)
  @Max(LARGEST_CLASS)
  minimum: number;

  /** How it is studied, where its program leaves it to the class; null: as the program says. */
  @ApiProperty({ enum: STUDY_MODES, nullable: true, required: false })
  @IsOptional()
  @IsIn(STUDY_MODES)
  mode?: StudyMode | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  venue?: string;

  /** What those who study are asked to bring: told before the first session. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  bring?: string | null;

  /** Number of the written request (số văn bản), e.g. `15-CV/BTCHU`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  documentNumber?: string;
}

/** What may still change; once nominations are open, dates, venue, what to bring, title and document only. */
export class UpdateCourseDto {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(40)
  code?: string;

  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  title?: string;

  @IsOmittable()
  @IsUUID()
  programId?: string;

  @IsOmittable()
  @IsPlainDate()
  startsOn?: string;

  @IsOmittable()
  @IsPlainDate()
  endsOn?: string;

  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(LARGEST_CLASS)
  minimum?: number;

  /** How it is studied, where its program leaves it to the class; null: as the program says. */
  @ApiProperty({ enum: STUDY_MODES, nullable: true, required: false })
  @IsOptional()
  @IsIn(STUDY_MODES)
  mode?: StudyMode | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  venue?: string;

  /** What those who study are asked to bring: told before the first session. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  bring?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  documentNumber?: string;
}

/** How many people a call expects of one unit. */
export class ExpectedDto {
  @IsUUID()
  unitId: string;

  @IsInt()
  @Min(0)
  @Max(LARGEST_CLASS)
  people: number;
}

export class OpenNominationsDto {
  /** Last day to answer, `YYYY-MM-DD`; good until its end in Vietnam. */
  @IsPlainDate()
  deadline: string;

  /** The units called; every committee right below the board when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  unitIds?: string[];

  /** How many people are expected of units; nothing is expected of those left out. */
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique(({ unitId }: ExpectedDto) => unitId)
  @ValidateNested({ each: true })
  @Type(() => ExpectedDto)
  expected?: ExpectedDto[];

  /** Number of the call, if the class has none yet. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  documentNumber?: string;

  /** Why a call that was closed is opened again; needed then. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

/** One class to be planned like another. */
export class CourseCopyDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(40)
  code: string;

  /** Its first day; it lasts as long as the other. */
  @IsPlainDate()
  startsOn: string;

  /** That of the other when left out. */
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(300)
  title?: string;
}

export class CopyCourseDto {
  /** One for a copy, several for a series. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COPIES)
  @ValidateNested({ each: true })
  @Type(() => CourseCopyDto)
  classes: CourseCopyDto[];
}

export class ReasonDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(1000)
  reason: string;
}

export class OptionalReasonDto {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class CallsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  courseId?: string;

  /** Only calls of classes in this state. */
  @ApiProperty({ enum: COURSE_STATES, required: false })
  @IsOptional()
  @IsIn(COURSE_STATES)
  courseState?: CourseState;
}

export class ExpectDto {
  /** Null: no number is expected. */
  @ApiProperty({ type: Number, nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(0)
  @Max(LARGEST_CLASS)
  people: number | null;
}

export class AskMoreTimeDto {
  /** The day the unit asks for, `YYYY-MM-DD`. */
  @IsPlainDate()
  until: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(1000)
  reason: string;
}

export class ExtendCallDto {
  /** The new last day, `YYYY-MM-DD`. */
  @IsPlainDate()
  deadline: string;
}
