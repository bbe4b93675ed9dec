import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { ENTRY_KINDS, type EntryKind } from '../quota.types.js';
import { PlacesQuery } from './places.dto.js';

const NAME = 200;

export class LedgerQuery extends PlacesQuery {
  /** The unit whose row of places it is. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ enum: ENTRY_KINDS, required: false })
  @IsOptional()
  @IsIn(ENTRY_KINDS)
  kind?: EntryKind;

  /** A part of the name of who did it, or of who was nominated. */
  @IsOptional()
  @IsString()
  @MaxLength(NAME)
  person?: string;

  /** From this day on. */
  @IsOptional()
  @IsPlainDate()
  from?: string;

  /** Up to and with this day. */
  @IsOptional()
  @IsPlainDate()
  to?: string;
}
