import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import {
  CERTIFICATE_KINDS,
  type CertificateKind,
  CONFERRED_LEVELS,
  PAPER_KINDS,
  type PaperKind,
  PROGRAM_KINDS,
  PROGRAM_LEVELS,
  type ProgramKind,
  type ProgramLevel,
  STUDY_MODES,
  type StudyMode,
} from '../program.types.js';

const MOST_HOURS = 10_000;
const MOST_DAYS = 2000;
const LARGEST_CLASS = 2000;
const MOST_SUBJECTS = 100;

export class ProgramsQuery {
  /** What programs are on this day, `YYYY-MM-DD`; today when left out. */
  @IsOptional()
  @IsPlainDate()
  asOf?: string;
}

export class ProgramSubjectDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;

  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_HOURS)
  hours?: number | null;
}

/** What completing it gives; what is null or left out gives nothing. */
export class ConfersDto {
  @ApiProperty({ enum: CONFERRED_LEVELS.llct, nullable: true, required: false })
  @IsOptional()
  @IsIn(CONFERRED_LEVELS.llct)
  llct?: string | null;

  @ApiProperty({ enum: CONFERRED_LEVELS.management, nullable: true, required: false })
  @IsOptional()
  @IsIn(CONFERRED_LEVELS.management)
  management?: string | null;

  @ApiProperty({ enum: CONFERRED_LEVELS.professional, nullable: true, required: false })
  @IsOptional()
  @IsIn(CONFERRED_LEVELS.professional)
  professional?: string | null;
}

/** What a program is from a day on. What is null or left out has not been said. */
export class AddVersionDto {
  /** The first day of it: a class that opens then or later follows it. */
  @IsPlainDate()
  from: string;

  @ApiProperty({ enum: PROGRAM_LEVELS, nullable: true, required: false })
  @IsOptional()
  @IsIn(PROGRAM_LEVELS)
  level?: ProgramLevel | null;

  /** Null or left out: held in either mode. */
  @ApiProperty({ enum: STUDY_MODES, nullable: true, required: false })
  @IsOptional()
  @IsIn(STUDY_MODES)
  mode?: StudyMode | null;

  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_HOURS)
  hours?: number | null;

  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  days?: number | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  school?: string | null;

  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_CLASS)
  minimumSize?: number | null;

  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_CLASS)
  maximumSize?: number | null;

  /** The share in percent of all that is taught that somebody must attend; a hint when results are recorded. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  minimumAttendance?: number | null;

  @ApiProperty({ enum: CERTIFICATE_KINDS, nullable: true, required: false })
  @IsOptional()
  @IsIn(CERTIFICATE_KINDS)
  certificateKind?: CertificateKind | null;

  @IsOmittable()
  @ValidateNested()
  @Type(() => ConfersDto)
  confers?: ConfersDto;

  /** The paper that says so, in words. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  source?: string | null;

  /** Cells propose and a committee endorses; left out: a cell nominates by itself. */
  @IsOmittable()
  @IsBoolean()
  cellStep?: boolean;

  /** Nobody is enrolled without a decision (quyết định cử đi học); left out: who is approved is enrolled. */
  @IsOmittable()
  @IsBoolean()
  decisionStep?: boolean;

  /** In the order in which they are taught. */
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(MOST_SUBJECTS)
  @ValidateNested({ each: true })
  @Type(() => ProgramSubjectDto)
  subjects?: ProgramSubjectDto[];
}

/** Mends what was written wrongly; what is left out stays. From when it holds stays too: for that, add another. */
export class CorrectVersionDto extends PartialType(OmitType(AddVersionDto, ['from'] as const)) {}

export class CreateProgramDto extends AddVersionDto {
  /** Short code that people say, once ever. */
  @IsString()
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u)
  @MaxLength(20)
  code: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;

  @ApiProperty({ enum: PROGRAM_KINDS })
  @IsIn(PROGRAM_KINDS)
  kind: ProgramKind;

  /** Whether a nomination needs a place of the unit's quota. */
  @IsBoolean()
  needsQuota: boolean;
}

/** Which papers a nomination must bring, in the order in which they are asked for; none is an answer too. */
export class SetPapersDto {
  @ApiProperty({ enum: PAPER_KINDS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(PAPER_KINDS, { each: true })
  papers: PaperKind[];
}

/** What a program is called. Its kind and code stay: reports count by them. */
export class RenameProgramDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;
}
