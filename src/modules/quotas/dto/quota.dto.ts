import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsOmittable } from '../../../platform/http/optional.validators.js';
import { QuotaMinimumDto } from './minimum.dto.js';
import { MOST_PLACES, NOTE, PlacesQuery } from './places.dto.js';

export class QuotasQuery extends PlacesQuery {
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class SetQuotasQuery {
  @IsUUID()
  programId: string;

  /** The year. */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;
}

export class AllocationDto {
  @IsUUID()
  unitId: string;

  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  places: number;

  /** At least so many are for these people, instead of what was said before; left out: as before. */
  @IsOmittable()
  @IsArray()
  @ArrayUnique((minimum?: QuotaMinimumDto) => minimum?.category)
  @ValidateNested({ each: true })
  @Type(() => QuotaMinimumDto)
  minimums?: QuotaMinimumDto[];
}

/** Sets the units named; the others keep what they have. */
export class SetQuotasDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => AllocationDto)
  allocations: AllocationDto[];

  /** Number of the document that allocates. */
  @IsOmittable()
  @IsString()
  @MaxLength(200)
  document?: string;

  @IsOmittable()
  @IsString()
  @MaxLength(NOTE)
  reason?: string;
}
