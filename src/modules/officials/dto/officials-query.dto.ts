import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import {
  CATEGORIES,
  type Category,
  type Gender,
  GENDERS,
  LLCT_LEVELS,
  type LlctLevel,
  MANAGEMENT_LEVELS,
  type ManagementLevel,
  type Membership,
  MEMBERSHIPS,
  PROFESSIONAL_LEVELS,
  type ProfessionalLevel,
} from '../official.types.js';
import { type Gap, GAPS } from '../officials-list.types.js';
import { LEVEL_MATCHES, type LevelMatch, OFFICIAL_SORTS, type OfficialSort } from '../officials-list.types.js';
import { STATUS_FILTERS, type StatusFilter } from '../officials-list.types.js';

/** Which officials of the caller's subtree: every condition given must hold. */
export class OfficialsFilter {
  /** Words of the name in any order, with or without accents: `dao dinh` finds Đinh Thị Đào. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Only this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Only members of this Party cell. */
  @IsOptional()
  @IsUUID()
  cellId?: string;

  @ApiProperty({ enum: CATEGORIES, required: false })
  @IsOptional()
  @IsIn(CATEGORIES)
  category?: Category;

  /** Words of the title of the main post, with or without accents. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  post?: string;

  @ApiProperty({ enum: PROFESSIONAL_LEVELS, required: false })
  @IsOptional()
  @IsIn(PROFESSIONAL_LEVELS)
  professionalLevel?: ProfessionalLevel;

  /** How `professionalLevel` is meant; exactly that level when left out. */
  @ApiProperty({ enum: LEVEL_MATCHES, required: false })
  @IsOptional()
  @IsIn(LEVEL_MATCHES)
  professionalMatch?: LevelMatch;

  @ApiProperty({ enum: LLCT_LEVELS, required: false })
  @IsOptional()
  @IsIn(LLCT_LEVELS)
  llctLevel?: LlctLevel;

  /** How `llctLevel` is meant; exactly that level when left out. */
  @ApiProperty({ enum: LEVEL_MATCHES, required: false })
  @IsOptional()
  @IsIn(LEVEL_MATCHES)
  llctMatch?: LevelMatch;

  /** State management: cán sự, chuyên viên, … */
  @ApiProperty({ enum: MANAGEMENT_LEVELS, required: false })
  @IsOptional()
  @IsIn(MANAGEMENT_LEVELS)
  managementLevel?: ManagementLevel;

  /** How `managementLevel` is meant; exactly that level when left out. */
  @ApiProperty({ enum: LEVEL_MATCHES, required: false })
  @IsOptional()
  @IsIn(LEVEL_MATCHES)
  managementMatch?: LevelMatch;

  /** Who does not meet what the post asks for on the day `asOf`: that standard, or any of them. Unknown is no lack. */
  @ApiProperty({ enum: GAPS, required: false })
  @IsOptional()
  @IsIn(GAPS)
  gap?: Gap;

  /** Full years on the day `asOf`; by the calendar year where only the year of birth is known. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(150)
  ageFrom?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(150)
  ageTo?: number;

  @ApiProperty({ enum: GENDERS, required: false })
  @IsOptional()
  @IsIn(GENDERS)
  gender?: Gender;

  /** Sensitive: for those who may read it. `dtts` stands for every group but Kinh. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  ethnicGroup?: string;

  /** Sensitive: for those who may read it. */
  @ApiProperty({ enum: MEMBERSHIPS, required: false })
  @IsOptional()
  @IsIn(MEMBERSHIPS)
  membership?: Membership;

  /** `serving` when left out: working, rotated or seconded. */
  @ApiProperty({ enum: STATUS_FILTERS, required: false })
  @IsOptional()
  @IsIn(STATUS_FILTERS)
  status?: StatusFilter;

  /** The day on which posts, levels and ages are looked at; today when left out. */
  @IsOptional()
  @IsPlainDate()
  asOf?: string;
}

export class OfficialsQuery extends IntersectionType(OfficialsFilter, PageQuery) {
  /** `name` when left out; a minus turns it round. `age` begins with the youngest; an unknown age stands last. */
  @ApiProperty({ enum: OFFICIAL_SORTS, required: false })
  @IsOptional()
  @IsIn(OFFICIAL_SORTS)
  sort?: OfficialSort;
}
