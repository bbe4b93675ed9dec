import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { STUDY_MODES, type StudyMode } from '../../programs/index.js';
import {
  RATINGS,
  type Rating,
  REFERENCE_DAYS,
  type ReferenceDay,
  RULE_KINDS,
  type RuleKind,
} from '../eligibility.types.js';

export class RuleDto {
  @ApiProperty({ enum: RULE_KINDS })
  @IsIn(RULE_KINDS)
  kind: RuleKind;

  /** Numbers, levels and lists that the kind asks for, e.g. `{"maxMale": 40, "maxFemale": 38}` of `age`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  parameters: Record<string, unknown>;

  /** Whether the regulation lets the competent authority except from it. */
  @IsBoolean()
  exception: boolean;

  /** The clause, where it is another than the set's. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  source?: string | null;
}

/** Rules as they are being written. */
export class RulesDto {
  /** Null or left out: classes in either mode. */
  @ApiProperty({ enum: STUDY_MODES, nullable: true, required: false })
  @IsOptional()
  @IsIn(STUDY_MODES)
  mode?: StudyMode | null;

  /** The day on which age, years in post and the like are counted. */
  @ApiProperty({ enum: REFERENCE_DAYS })
  @IsIn(REFERENCE_DAYS)
  reference: ReferenceDay;

  /** Each kind once. */
  @IsArray()
  @ArrayMaxSize(RULE_KINDS.length)
  @ArrayUnique(({ kind }: RuleDto) => kind)
  @ValidateNested({ each: true })
  @Type(() => RuleDto)
  rules: RuleDto[];
}

/** Rules from a day on; those that held before end the day before. */
export class CreateRuleSetDto extends RulesDto {
  /** First day on which nominations are judged by it. */
  @IsPlainDate()
  from: string;

  /** The regulation in words. */
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  source: string;

  /** Whether the body that answers for it has confirmed it. */
  @IsBoolean()
  confirmed: boolean;
}

export class TryRulesDto extends RulesDto {
  /** The day on which age and the like are counted; today when left out. */
  @IsOptional()
  @IsPlainDate()
  on?: string;

  /** Only this person; everyone of the caller's units when left out. */
  @IsOptional()
  @IsUUID()
  officialId?: string;
}

export class WaiversQuery {
  @IsOptional()
  @IsUUID()
  officialId?: string;

  @IsOptional()
  @IsUUID()
  programId?: string;
}

/** The decision (quyết định ngoại lệ) that a rule does not hold for one person. */
export class CreateWaiverDto {
  @IsUUID()
  officialId: string;

  @IsUUID()
  programId: string;

  @ApiProperty({ enum: RULE_KINDS })
  @IsIn(RULE_KINDS)
  rule: RuleKind;

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

export class EndWaiverDto {
  /** The last day on which it holds. */
  @IsPlainDate()
  on: string;
}

/** Fit to study: yes or no, and when that was found; nothing else of anyone's health. */
export class FitnessDto {
  @IsBoolean()
  fit: boolean;

  @IsPlainDate()
  on: string;
}

export class RatingDto {
  @IsInt()
  @Min(1990)
  @Max(2100)
  year: number;

  @ApiProperty({ enum: RATINGS })
  @IsIn(RATINGS)
  rating: Rating;
}
