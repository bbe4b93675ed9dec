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
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { NOMINATION_STATES, type NominationState, type Place, PLACES } from '../nomination.types.js';

export const LONGEST_LIST = 200;

export class NominateDto {
  @IsUUID()
  courseId: string;

  /** In the order of the list: earlier lines come first for seats. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LONGEST_LIST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  officialIds: string[];
}

export class NominationsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  courseId?: string;

  @IsOptional()
  @IsUUID()
  officialId?: string;

  /** Only of classes of this program. */
  @IsOptional()
  @IsUUID()
  programId?: string;

  /** The nearest deadline of a class first; in the order in which they came when left out. */
  @ApiProperty({ enum: ['deadline'], required: false })
  @IsOptional()
  @IsIn(['deadline'])
  sort?: 'deadline';

  /** Made in the name of this unit or a unit below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ enum: NOMINATION_STATES, required: false })
  @IsOptional()
  @IsIn(NOMINATION_STATES)
  state?: NominationState;

  @ApiProperty({ enum: PLACES, required: false })
  @IsOptional()
  @IsIn(PLACES)
  place?: Place;
}

/** A nomination as the one who decides has seen it. */
export class DecisionItemDto {
  @IsUUID()
  id: string;

  /** What has changed since is not decided on. */
  @IsInt()
  @Min(0)
  version: number;
}

export const REVIEW_STEPS = ['approve', 'return', 'reject'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];

/** One decision on many people. */
export class DecisionsDto {
  @ApiProperty({ enum: REVIEW_STEPS })
  @IsIn(REVIEW_STEPS)
  step: ReviewStep;

  /** One for all; needed to return, to reject, and to approve against what somebody or some rule left open. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LONGEST_LIST)
  @ArrayUnique(({ id }: DecisionItemDto) => id)
  @ValidateNested({ each: true })
  @Type(() => DecisionItemDto)
  items: DecisionItemDto[];
}

export class DecisionDto {
  /** Needed to return and to reject. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class ReplaceDto {
  /** Who takes the seat; of the same unit. */
  @IsUUID()
  officialId: string;

  @IsString()
  @MaxLength(1000)
  reason: string;
}

export class TransferDto {
  /** An open class of the same program. */
  @IsUUID()
  courseId: string;

  @IsString()
  @MaxLength(1000)
  reason: string;
}

export class CandidatesQuery extends PageQuery {
  /** Words of the name, with or without accents. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Only this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class ChangeCapacityDto {
  @IsInt()
  @Min(1)
  @Max(2000)
  capacity: number;
}

export class CompleteCourseDto {
  /** Nominations of those who did not complete it; everyone else approved did. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  notCompleted?: string[];
}
