import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { STANDARD_KINDS, type StandardKind } from '../../standards/index.js';

export class StandardsReportQuery {
  /** The day the report speaks of, `YYYY-MM-DD`; today when left out. */
  @IsOptional()
  @IsPlainDate()
  asOf?: string;
}

export class StandardsPeopleQuery extends StandardsReportQuery {
  /** Only this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ enum: STANDARD_KINDS })
  @IsIn(STANDARD_KINDS)
  standard: StandardKind;

  @ApiProperty({ enum: ['met', 'notMet', 'unknown', 'exempt'] })
  @IsIn(['met', 'notMet', 'unknown', 'exempt'])
  answer: 'met' | 'notMet' | 'unknown' | 'exempt';
}

export class YearsQuery {
  /** First year; 2015 when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  from?: number;

  /** Last year; this year when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  to?: number;
}
