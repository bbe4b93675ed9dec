import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { AllocationDto } from './quota.dto.js';

const MOST_PLACES = 10_000;
const NAME = 200;
const NUMBER = 100;
const NOTE = 1000;

export class GrantsQuery extends PageQuery {
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
}

/** Places that the province or a school gives. */
export class CreateGrantDto {
  @IsUUID()
  programId: string;

  /** The year. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;

  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  places: number;

  /** Who gives them, e.g. _Ban Tổ chức Tỉnh ủy_. */
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(NAME)
  grantor?: string;

  /** Where the class is held. */
  @IsOmittable()
  @IsString()
  @MaxLength(NAME)
  school?: string;

  /** Number of the document that gives them. */
  @IsString()
  @IsNotBlank()
  @MaxLength(NUMBER)
  documentNumber: string;

  @IsPlainDate()
  documentDate: string;

  /** The last day to use them or give them back. */
  @IsOmittable()
  @IsPlainDate()
  useBy?: string;

  @IsOmittable()
  @IsString()
  @MaxLength(NOTE)
  note?: string;
}

export class CutPreviewQuery {
  /** How many places are taken back. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  places: number;
}

/** The giver takes places back. */
export class CutGrantDto {
  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  places: number;

  /** Number of the document that cuts it. */
  @IsString()
  @IsNotBlank()
  @MaxLength(NUMBER)
  documentNumber: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(NOTE)
  reason: string;

  /** Free places that units give back first, where the reserve does not suffice. */
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => AllocationDto)
  callBack?: AllocationDto[];
}
