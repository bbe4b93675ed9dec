import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { QUOTA_CATEGORIES, type QuotaCategory } from '../rules/minimums.js';
import { MOST_PLACES } from './places.dto.js';

const YOUNGEST = 18;
const OLDEST = 60;

/** At least so many of the places are for these people. */
export class QuotaMinimumDto {
  @ApiProperty({ enum: QUOTA_CATEGORIES })
  @IsIn(QUOTA_CATEGORIES)
  category: QuotaCategory;

  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  places: number;

  /** Of the young alone: they are younger than this at the end of the year. */
  @ApiProperty({ type: Number, required: false, nullable: true })
  @ValidateIf(({ category }: QuotaMinimumDto) => category === 'young')
  @IsInt()
  @Min(YOUNGEST)
  @Max(OLDEST)
  underAge?: number | null;
}
