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
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { PLAN_KINDS, PLAN_STATES, type PlanKind, type PlanState } from '../plan.types.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const MOST_CLASSES = 1000;
const MOST_TRAINEES = 100_000;
const MONTHS = 12;

export class PlansQuery extends PageQuery {
  @ApiProperty({ enum: PLAN_KINDS, required: false })
  @IsOptional()
  @IsIn(PLAN_KINDS)
  kind?: PlanKind;

  @ApiProperty({ enum: PLAN_STATES, required: false })
  @IsOptional()
  @IsIn(PLAN_STATES)
  state?: PlanState;

  /** Plans that hold in this year. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year?: number;
}

/** Begins a plan: of one year when both are the same, else of a period of two to ten years. */
export class CreatePlanDto {
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  firstYear: number;

  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  lastYear: number;
}

export class PlanQuery {
  /** Which version; when left out the one in force, or the draft when none is. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_CLASSES)
  number?: number;
}

export class CompareQuery {
  /** The earlier version. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_CLASSES)
  from: number;

  /** The later version. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_CLASSES)
  to: number;
}

/** What can change of a line. */
export class ChangeLineDto {
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(MOST_CLASSES)
  classes?: number;

  /** Turns. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(MOST_TRAINEES)
  trainees?: number;

  /** First month in which its classes open; null with the other: any time. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MONTHS)
  firstMonth?: number | null;

  /** Last month in which its classes open. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MONTHS)
  lastMonth?: number | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string | null;
}

export class CreateLineDto extends ChangeLineDto {
  @IsUUID()
  programId: string;

  /** Whom it is for; the plan's own unit means all its units together. */
  @IsUUID()
  unitId: string;
}

/** The document by which a version is approved. */
export class ApprovePlanDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  documentNumber: string;

  @IsPlainDate()
  documentDate: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  signer: string;
}

/** Which needs lines are made of. */
export class NeedsFillDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  programIds: string[];

  /** Only these units; all when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  unitIds?: string[];

  /** The need by this day. */
  @IsPlainDate()
  day: string;

  /** A line for each unit, or one of each program for all of them together. */
  @ApiProperty({ enum: ['unit', 'common'] })
  @IsIn(['unit', 'common'])
  grouping: 'unit' | 'common';

  /** How many make a class. */
  @IsInt()
  @Min(1)
  @Max(2000)
  classSize: number;

  /** What happens to the number of trainees of lines that are there already. */
  @ApiProperty({ enum: ['keep', 'replace'] })
  @IsIn(['keep', 'replace'])
  existing: 'keep' | 'replace';
}
