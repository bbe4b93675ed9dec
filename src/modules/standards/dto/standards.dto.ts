import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import {
  CATEGORIES,
  type Category,
  LLCT_LEVELS,
  MANAGEMENT_LEVELS,
  PROFESSIONAL_LEVELS,
} from '../../officials/index.js';
import { UNIT_AREAS, type UnitArea } from '../../units/index.js';
import { STANDARD_KINDS, type StandardKind } from '../standard.types.js';

/** What can be asked: every step above none. */
const asked = (ladder: readonly string[]): string[] => ladder.slice(1);

export class AsOfQuery {
  /** The day asked about, `YYYY-MM-DD`; today when left out. */
  @IsOptional()
  @IsPlainDate()
  asOf?: string;
}

/** What is asked of a post from a day on. A minimum that is null or left out asks for nothing. */
export class CreateStandardDto {
  @ApiProperty({ enum: CATEGORIES })
  @IsIn(CATEGORIES)
  category: Category;

  /** Title of the post; null or left out: every post of the category. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  postTitle?: string | null;

  /** Kind of area; null or left out: every area. */
  @ApiProperty({ enum: UNIT_AREAS, nullable: true, required: false })
  @IsOptional()
  @IsIn(UNIT_AREAS)
  area?: UnitArea | null;

  @ApiProperty({ enum: asked(PROFESSIONAL_LEVELS), nullable: true, required: false })
  @IsOptional()
  @IsIn(asked(PROFESSIONAL_LEVELS))
  professional?: string | null;

  @ApiProperty({ enum: asked(LLCT_LEVELS), nullable: true, required: false })
  @IsOptional()
  @IsIn(asked(LLCT_LEVELS))
  llct?: string | null;

  @ApiProperty({ enum: asked(MANAGEMENT_LEVELS), nullable: true, required: false })
  @IsOptional()
  @IsIn(asked(MANAGEMENT_LEVELS))
  management?: string | null;

  /** First day on which it is asked. */
  @IsPlainDate()
  from: string;

  /** The regulation in words. */
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  source: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  sourceNumber?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsPlainDate()
  sourceDate?: string | null;

  /** Whether the body that answers for it has confirmed it. */
  @IsBoolean()
  confirmed: boolean;
}

/** Mends what was written wrongly. What it is about, and from when, stays: for that, add another. */
export class CorrectStandardDto extends PartialType(
  OmitType(CreateStandardDto, ['category', 'postTitle', 'area', 'from', 'source', 'confirmed'] as const),
) {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  source?: string;

  @IsOmittable()
  @IsBoolean()
  confirmed?: boolean;

  /** Why; needed once the standard is in force, and kept in the trail. */
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(1000)
  reason?: string;
}

export class EndStandardDto {
  /** The last day on which it is asked. */
  @IsPlainDate()
  on: string;
}

/** The decision that one official need not meet a standard. */
export class CreateExemptionDto {
  @ApiProperty({ enum: STANDARD_KINDS })
  @IsIn(STANDARD_KINDS)
  kind: StandardKind;

  /** Number of the decision. */
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  number: string;

  /** Date of the decision: it holds from that day. */
  @IsPlainDate()
  decidedOn: string;

  /** The last day; null or left out: until further notice. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsPlainDate()
  until?: string | null;

  @IsString()
  @IsNotBlank()
  @MaxLength(1000)
  reason: string;
}

export class EndExemptionDto {
  /** The last day on which it holds. */
  @IsPlainDate()
  on: string;
}
