import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { YearsQuery } from './report.dto.js';

export class PlacesHistoryQuery extends YearsQuery {
  /** Years without anybody after which a unit in need counts as left out; 3 when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(30)
  without?: number;
}
