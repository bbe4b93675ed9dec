import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import {
  CATEGORIES,
  type Category,
  type Gender,
  GENDERS,
  LLCT_LEVELS,
  type LlctLevel,
  type Membership,
  MEMBERSHIPS,
  OFFICIAL_STATUSES,
  type OfficialStatus,
  PROFESSIONAL_LEVELS,
  type ProfessionalLevel,
  SCHOOLINGS,
  type Schooling,
} from '../official.types.js';
import { CitizenIdDigits, PartyCardDigits } from './secret-number.validator.js';

export class CreateOfficialDto {
  @IsUUID()
  unitId: string;

  /** The Party cell the person belongs to. */
  @IsOptional()
  @IsUUID()
  cellId?: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  fullName: string;

  /** What else the person is or was called. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  otherName?: string;

  @ApiProperty({ enum: GENDERS })
  @IsIn(GENDERS)
  gender: Gender;

  @IsOptional()
  @IsPlainDate()
  bornOn?: string;

  /** For files that know the year alone. */
  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2100)
  birthYear?: number;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  ethnicGroup?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  homePlace?: string;

  /** General education completed. */
  @ApiProperty({ enum: SCHOOLINGS, required: false })
  @IsOptional()
  @IsIn(SCHOOLINGS)
  schooling?: Schooling;

  @ApiProperty({ enum: MEMBERSHIPS, required: false })
  @IsOmittable()
  @IsIn(MEMBERSHIPS)
  membership?: Membership;

  @IsOptional()
  @IsPlainDate()
  probationaryOn?: string;

  @IsOptional()
  @IsPlainDate()
  fullMemberOn?: string;

  /** Căn cước, 12 digits, or the old card's 9. Kept sealed. */
  @IsOptional()
  @CitizenIdDigits()
  citizenId?: string;

  /** Number of the Party card. Kept sealed. */
  @IsOptional()
  @PartyCardDigits()
  partyCard?: string;

  /** Title of the main post. */
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  post: string;

  @ApiProperty({ enum: CATEGORIES })
  @IsIn(CATEGORIES)
  category: Category;

  @ApiProperty({ enum: PROFESSIONAL_LEVELS, required: false })
  @IsOmittable()
  @IsIn(PROFESSIONAL_LEVELS)
  professionalLevel?: ProfessionalLevel;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  professionalMajor?: string;

  @ApiProperty({ enum: LLCT_LEVELS, required: false })
  @IsOmittable()
  @IsIn(LLCT_LEVELS)
  llctLevel?: LlctLevel;
}

/** What is left out stays as it is; null empties a field that may be empty. */
export class UpdateOfficialDto extends PartialType(OmitType(CreateOfficialDto, ['professionalLevel', 'llctLevel']), {
  skipNullProperties: false,
}) {
  @ApiProperty({ enum: OFFICIAL_STATUSES, required: false })
  @IsOmittable()
  @IsIn(OFFICIAL_STATUSES)
  status?: OfficialStatus;

  /** The right level: a higher one is added, a lower one corrects what is recorded, null takes it out. */
  @ApiProperty({ enum: PROFESSIONAL_LEVELS, required: false, nullable: true })
  @IsOptional()
  @IsIn(PROFESSIONAL_LEVELS)
  professionalLevel?: ProfessionalLevel | null;

  /** Likewise. */
  @ApiProperty({ enum: LLCT_LEVELS, required: false, nullable: true })
  @IsOptional()
  @IsIn(LLCT_LEVELS)
  llctLevel?: LlctLevel | null;
}
