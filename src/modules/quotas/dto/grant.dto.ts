import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { MOST_PLACES, NOTE, SomePlaces } from './places.dto.js';
import { AllocationDto } from './quota.dto.js';

const NAME = 200;
const NUMBER = 100;

/** Places that the province or a school gives. */
export class CreateGrantDto extends SomePlaces {
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

/** Puts right what was written down wrongly; what is left out stays, and null is none. */
export class CorrectGrantDto {
  /** Of the grant as it was read. */
  @IsInt()
  version: number;

  @IsString()
  @IsNotBlank()
  @MaxLength(NOTE)
  reason: string;

  /** A wrong number moves places, and the ledger shows it. */
  @IsOmittable()
  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  places?: number;

  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(NUMBER)
  documentNumber?: string;

  @IsOmittable()
  @IsPlainDate()
  documentDate?: string;

  @IsOptional()
  @IsPlainDate()
  useBy?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(NAME)
  grantor?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(NAME)
  school?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(NOTE)
  note?: string | null;
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
