import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { STANDARD_KINDS, type StandardKind } from '../../standards/index.js';

export class NeedsQuery {
  /** The day that "now" is, `YYYY-MM-DD`; today when left out. */
  @IsOptional()
  @IsPlainDate()
  asOf?: string;

  /** The last day of the period looked at; the end of the next year when left out. */
  @IsOptional()
  @IsPlainDate()
  until?: string;

  /** Only this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Only what this program gives. */
  @IsOptional()
  @IsUUID()
  programId?: string;
}

export class NeedsPeopleQuery extends NeedsQuery {
  /** Only what is missing on this ladder. */
  @ApiProperty({ enum: STANDARD_KINDS, required: false })
  @IsOptional()
  @IsIn(STANDARD_KINDS)
  kind?: StandardKind;
}
