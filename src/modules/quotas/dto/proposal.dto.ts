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
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  isUUID,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IsOmittable } from '../../../platform/http/optional.validators.js';
import { QuotaMinimumDto } from './minimum.dto.js';
import { MOST_PLACES, PlacesNamed } from './places.dto.js';
import { APPORTIONMENT_METHODS, type ApportionmentMethod } from '../rules/apportionment/claim.js';

const MOST_WEIGHT = 100_000;
const MOST_UNITS = 1000;
const PERCENT = 100;
const SCALE = 1000;
const TOKEN_LENGTH = 64;

/** Numbers by unit: at most a thousand, none below zero, with at most so many decimals. */
const numbersByUnit =
  (most: number, scale: number) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length <= MOST_UNITS &&
    Object.entries(value).every(
      ([unitId, number]) =>
        isUUID(unitId) &&
        typeof number === 'number' &&
        number >= 0 &&
        number <= most &&
        Math.abs(number * scale - Math.round(number * scale)) < 1e-6,
    );

const PlacesByUnit = () =>
  ValidateBy({ name: 'isPlacesByUnit', validator: { validate: numbersByUnit(MOST_PLACES, 1) } });

/** A minimum share of all places, and how it comes to the units. */
export class WishedMinimumDto extends QuotaMinimumDto {
  /** What each unit gets of it, by its id; when left out, the method spreads it in proportion to the units' places. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, selfRequired: false })
  @IsOmittable()
  @IsObject()
  @PlacesByUnit()
  byUnit?: Record<string, number>;
}

/** How places are to be shared out. */
export class ProposalDto extends PlacesNamed {
  /** How many there are to share. */
  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  places: number;

  /** Sainte-Laguë when left out. */
  @ApiProperty({ enum: APPORTIONMENT_METHODS, required: false })
  @IsOmittable()
  @IsIn(APPORTIONMENT_METHODS)
  method?: ApportionmentMethod;

  /** By unit's id, instead of the units' needs; only the units named take part. Three decimals at most. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, selfRequired: false })
  @IsOmittable()
  @IsObject()
  @ValidateBy({ name: 'isWeightsByUnit', validator: { validate: numbersByUnit(MOST_WEIGHT, SCALE) } })
  weights?: Record<string, number>;

  /** Fewest places, by unit's id. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, selfRequired: false })
  @IsOmittable()
  @IsObject()
  @PlacesByUnit()
  floors?: Record<string, number>;

  /** Most places, by unit's id. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, selfRequired: false })
  @IsOmittable()
  @IsObject()
  @PlacesByUnit()
  ceilings?: Record<string, number>;

  /** No unit gets more places than it has people in need. When left out: by Sainte-Laguë and by need, unless there are weights. */
  @IsOmittable()
  @IsBoolean()
  capByNeed?: boolean;

  /** Percent of each unit's need that is met at least; none when left out. */
  @IsOmittable()
  @IsInt()
  @Min(0)
  @Max(PERCENT)
  minimumShare?: number;

  /** Minimum shares by category of people; when left out, units keep those they have. */
  @IsOmittable()
  @IsArray()
  @ArrayUnique((minimum?: WishedMinimumDto) => minimum?.category)
  @ValidateNested({ each: true })
  @Type(() => WishedMinimumDto)
  minimums?: WishedMinimumDto[];
}

export class ProposedPlacesDto {
  @IsUUID()
  unitId: string;

  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  places: number;

  /** Instead of what the question proposes. */
  @IsOmittable()
  @IsArray()
  @ArrayUnique((minimum?: QuotaMinimumDto) => minimum?.category)
  @ValidateNested({ each: true })
  @Type(() => QuotaMinimumDto)
  minimums?: QuotaMinimumDto[];
}

/** A proposal to be written: the question again, and what was made of its answer by hand. */
export class ApplyProposalDto extends ProposalDto {
  /** What is written; when left out, what the question proposes now. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_UNITS)
  @ValidateNested({ each: true })
  @Type(() => ProposedPlacesDto)
  allocations?: ProposedPlacesDto[];

  /** `basedOn` of the proposal that was looked at: refused when the places of these units changed since. */
  @IsOptional()
  @IsString()
  @MaxLength(TOKEN_LENGTH)
  basedOn?: string;
}
