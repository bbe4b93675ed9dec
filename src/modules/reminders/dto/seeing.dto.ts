import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQuery } from '../../../platform/http/page.dto.js';

const FARTHEST_DAYS = 90;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export class UpcomingQuery {
  /** How many days to look ahead; 14 when it is left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(FARTHEST_DAYS)
  days?: number;
}

export class DeliveriesQuery extends PageQuery {
  @IsUUID()
  courseId: string;
}

/** Years in which calls were due, both included. */
export class ResponsivenessQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  from?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  to?: number;
}
