import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { UNIT_AREAS, UNIT_CODE, UNIT_KINDS, type UnitArea, type UnitKind } from '../../units/index.js';
import { STEP_KINDS, type StepKind } from '../rules/plan.types.js';

const LONGEST_REFERENCE = 40;
const MOST_STEPS = 500;

/** A unit to be made. */
export class NewUnitDto {
  /** How other steps speak of it, in place of an id. */
  @IsString()
  @IsNotBlank()
  @MaxLength(LONGEST_REFERENCE)
  key: string;

  @ApiProperty({ enum: UNIT_KINDS })
  @IsIn(UNIT_KINDS)
  kind: UnitKind;

  @IsString()
  @MaxLength(40)
  @Matches(UNIT_CODE)
  code: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;

  /** Id of an existing unit, or the key of one made by an earlier step. */
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  parent: string;

  @ApiProperty({ enum: UNIT_AREAS, required: false, nullable: true })
  @IsOptional()
  @IsIn(UNIT_AREAS)
  area?: UnitArea | null;
}

export class PartPlacesDto {
  @IsUUID()
  programId: string;

  @IsInt()
  @Min(2000)
  @Max(2100)
  period: number;

  @IsInt()
  @Min(0)
  @Max(10_000)
  places: number;
}

/** One part of a split. */
export class PartDto {
  /** An existing unit, or one made by an earlier step. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  unit?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => NewUnitDto)
  newUnit?: NewUnitDto;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsUUID(undefined, { each: true })
  officialIds?: string[];

  /** Units below; officials of a Party cell go with it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  unitIds?: string[];

  /** Whoever and whatever no part names. */
  @IsOptional()
  @IsBoolean()
  rest?: boolean;

  /** Accounts, and classes that the unit holds, go here. */
  @IsOptional()
  @IsBoolean()
  main?: boolean;

  /** Places left that this part gets; left out, they are shared by officials. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PartPlacesDto)
  places?: PartPlacesDto[];
}

/** One step; which fields it needs depends on its kind, and the preview names what is missing. */
export class StepDto {
  @ApiProperty({ enum: STEP_KINDS })
  @IsIn(STEP_KINDS)
  kind: StepKind;

  /** rename, move, split, close. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  unit?: string;

  /** move. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  parent?: string;

  /** rename. */
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name?: string;

  /** rename. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Matches(UNIT_CODE)
  code?: string;

  /** rename. */
  @ApiProperty({ enum: UNIT_KINDS, required: false })
  @IsOptional()
  @IsIn(UNIT_KINDS)
  unitKind?: UnitKind;

  /** create; merge into a new unit. */
  @IsOptional()
  @ValidateNested()
  @Type(() => NewUnitDto)
  newUnit?: NewUnitDto;

  /** merge: the units that end. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(LONGEST_REFERENCE, { each: true })
  from?: string[];

  /** merge into a unit that stands. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  into?: string;

  /** split. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PartDto)
  parts?: PartDto[];
}

export class CreateReorganisationDto {
  /** Of the resolution or decision. */
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  documentNumber: string;

  @IsPlainDate()
  documentDate: string;

  /** First day of the new order. */
  @IsPlainDate()
  effectiveOn: string;

  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => StepDto)
  steps: StepDto[];
}

/** Changes a draft; steps are replaced as a whole. */
export class UpdateReorganisationDto {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  documentNumber?: string;

  @IsOmittable()
  @IsPlainDate()
  documentDate?: string;

  @IsOmittable()
  @IsPlainDate()
  effectiveOn?: string;

  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => StepDto)
  steps?: StepDto[];
}
