import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';

const NOTE = 2000;
const NUMBER = 100;
const SIGNER = 200;
const REASON = 1000;
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

/** What a draft says; its number, date and signer come with its document. */
export class EditQuotaNoticeDto {
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

/** A draft that makes the places of these programs known and calls the units. */
export class CreateQuotaNoticeDto extends EditQuotaNoticeDto {
  /** The year. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;
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

export const NOTICE_ANSWERS = ['list', 'none', 'more-time'] as const;
export type NoticeAnswer = (typeof NOTICE_ANSWERS)[number];

/** What a unit says to the notice that calls it. */
export class AnswerQuotaNoticeDto {
  @ApiProperty({ enum: NOTICE_ANSWERS })
  @IsIn(NOTICE_ANSWERS)
  answer: NoticeAnswer;

  /** Why nobody, or why later. */
  @ValidateIf(({ answer }: AnswerQuotaNoticeDto) => answer !== 'list')
  @IsString()
  @IsNotBlank()
  @MaxLength(REASON)
  reason?: string;

  /** The day asked for, with `more-time`. */
  @ValidateIf(({ answer }: AnswerQuotaNoticeDto) => answer === 'more-time')
  @IsPlainDate()
  until?: string;
}

/** A later day for one unit. */
export class ExtendQuotaNoticeDto {
  @IsPlainDate()
  deadline: string;
}
