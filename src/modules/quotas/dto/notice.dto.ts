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
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';

const NOTE = 2000;
const NUMBER = 100;
const SIGNER = 200;
const MOST_PROGRAMS = 50;

export class QuotaNoticesQuery extends PageQuery {
  /** The year. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  period?: number;
}

/** A draft that makes the places of these programs known and calls the units. */
export class CreateQuotaNoticeDto {
  /** The year. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PROGRAMS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  programIds: string[];

  /** The day by which units send their people. */
  @IsPlainDate()
  deadline: string;

  @IsOmittable()
  @IsString()
  @MaxLength(NOTE)
  note?: string;
}

/** The document that approves a draft; number, date and signature are the clerk's. */
export class PublishQuotaNoticeDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(NUMBER)
  documentNumber: string;

  @IsPlainDate()
  documentDate: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(SIGNER)
  signer: string;
}
