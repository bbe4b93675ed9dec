import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { LECTURER_KINDS, type LecturerKind } from '../timetable.types.js';

const HOURS_OF_A_WEEK = 60;
const HOURS_OF_A_YEAR = 2000;

export class CreateLecturerDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  fullName: string;

  /** `full-time` (cơ hữu) when left out; `concurrent` is kiêm chức. */
  @ApiProperty({ enum: LECTURER_KINDS, required: false })
  @IsOptional()
  @IsIn(LECTURER_KINDS)
  kind?: LecturerKind;

  /** Where they work, or their department. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  organisation?: string;

  /** What they can teach; an empty list says nothing. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  subjects?: string[];

  /** Most hours they teach from Monday to Sunday; null or left out: no limit. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HOURS_OF_A_WEEK)
  hoursPerWeek?: number | null;

  /** Most hours in a calendar year. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HOURS_OF_A_YEAR)
  hoursPerYear?: number | null;

  /** Their account here, which then hears of changes. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  accountId?: string | null;
}

export class UpdateLecturerDto {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  fullName?: string;

  @ApiProperty({ enum: LECTURER_KINDS, required: false })
  @IsOmittable()
  @IsIn(LECTURER_KINDS)
  kind?: LecturerKind;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  organisation?: string | null;

  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  subjects?: string[];

  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HOURS_OF_A_WEEK)
  hoursPerWeek?: number | null;

  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HOURS_OF_A_YEAR)
  hoursPerYear?: number | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  accountId?: string | null;

  /** No longer teaches here: nothing new is laid for them. */
  @IsOmittable()
  @IsBoolean()
  closed?: boolean;
}

export class CreateAbsenceDto {
  @IsPlainDate()
  from: string;

  /** The last day. */
  @IsPlainDate()
  to: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  reason?: string;
}

export class LecturersQuery {
  /** Words of the name, with or without accents. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Words of a subject. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;
}
