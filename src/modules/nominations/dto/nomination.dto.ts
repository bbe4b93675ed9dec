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
} from 'class-validator';
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
