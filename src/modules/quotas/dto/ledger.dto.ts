import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { ENTRY_KINDS, type EntryKind } from '../quota.types.js';

export class LedgerQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  programId?: string;

  /** The year. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  period?: number;

  /** The unit whose row of places it is. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ enum: ENTRY_KINDS, required: false })
  @IsOptional()
  @IsIn(ENTRY_KINDS)
  kind?: EntryKind;

  /** From this day on. */
  @IsOptional()
  @IsPlainDate()
  from?: string;

  /** Up to and with this day. */
  @IsOptional()
  @IsPlainDate()
  to?: string;
}
