import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { CATEGORIES, type Category, OFFICIAL_STATUSES, type OfficialStatus } from '../official.types.js';
import { BULK_ACTIONS, type BulkAction, MOST_AT_ONCE } from '../officials-list.types.js';
import { OfficialsFilter } from './officials-query.dto.js';

const WhenAction = (action: BulkAction) => ValidateIf((dto: BulkChangeDto) => dto.action === action);

/** One change for many officials: those that are named, or everybody a filter of the list finds. */
export class BulkChangeDto {
  @ApiProperty({ enum: BULK_ACTIONS })
  @IsIn(BULK_ACTIONS)
  action: BulkAction;

  @IsOmittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  officialIds?: string[];

  /** The conditions of the list, in place of `officialIds`. */
  @IsOmittable()
  @IsObject()
  @ValidateNested()
  @Type(() => OfficialsFilter)
  filter?: OfficialsFilter;

  /** For `cell`: the new Party cell, or null for none. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @ValidateIf((dto: BulkChangeDto) => dto.action === 'cell' && dto.cellId !== null)
  @IsUUID()
  cellId?: string | null;

  /** For `status`. */
  @ApiProperty({ enum: OFFICIAL_STATUSES, required: false })
  @WhenAction('status')
  @IsIn(OFFICIAL_STATUSES)
  status?: OfficialStatus;

  /** For `move`: where to. */
  @ApiProperty({ type: String, format: 'uuid', required: false })
  @WhenAction('move')
  @IsUUID()
  unitId?: string;

  /** For `move`: title of the new main post. */
  @ApiProperty({ type: String, required: false })
  @WhenAction('move')
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  post?: string;

  /** For `move`: category of the new post; each one's own when left out. */
  @ApiProperty({ enum: CATEGORIES, required: false })
  @IsOmittable()
  @IsIn(CATEGORIES)
  category?: Category;

  /** For `move`: first day of the new post, today or earlier. */
  @ApiProperty({ type: String, required: false })
  @WhenAction('move')
  @IsPlainDate()
  from?: string;

  /** Only says what would be done. */
  @IsOmittable()
  @IsBoolean()
  preview?: boolean;
}
