import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { CLASSIFICATIONS, type Classification } from '../nomination.types.js';

const LARGEST_CLASS = 500;

/** How it went, with the certificate. */
class ResultDto {
  /** `failed` did not complete it; every other one did. */
  @ApiProperty({ enum: CLASSIFICATIONS })
  @IsIn(CLASSIFICATIONS)
  classification: Classification;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  certificateNumber?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsPlainDate()
  certificateDate?: string | null;
}

/** What became of one trainee. */
export class ResultLineDto extends ResultDto {
  @IsUUID()
  nominationId: string;
}

/** A result as it should have been recorded. */
export class CorrectResultDto extends ResultDto {
  @IsString()
  @MaxLength(1000)
  reason: string;
}

export class RecordResultsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LARGEST_CLASS)
  @ValidateNested({ each: true })
  @Type(() => ResultLineDto)
  results: ResultLineDto[];
}

export class TakeBackDto {
  @IsString()
  @MaxLength(1000)
  reason: string;
}
