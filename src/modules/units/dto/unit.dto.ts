import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { IsPlainDate } from '../../../platform/http/plain-date.validator.js';
import { UNIT_AREAS, UNIT_CODE, UNIT_KINDS, type UnitArea, type UnitKind } from '../unit.types.js';

export class UnitsQuery extends PageQuery {
  /** Words of the name or the code, with or without accents. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiProperty({ enum: UNIT_KINDS, required: false })
  @IsOptional()
  @IsIn(UNIT_KINDS)
  kind?: UnitKind;

  /** Only the units right below this one. */
  @IsOptional()
  @IsUUID()
  parentId?: string;

  /** The map of a day, `YYYY-MM-DD`: the units that stood then, under the names and in the places they had. */
  @IsOptional()
  @IsPlainDate()
  asOf?: string;

  /** Whether units that have ended are listed too. */
  @ApiProperty({ type: Boolean, required: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  includeClosed?: boolean;
}

/** How to reach a unit, and where it works; null takes a value away. */
export class UnitContactsDto {
  @IsOptional()
  @IsString()
  @MaxLength(120)
  secretary?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Matches(/^[0-9+(). -]+$/)
  phone?: string | null;

  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string | null;

  /** The kind of area that standards of posts distinguish. */
  @ApiProperty({ enum: UNIT_AREAS, required: false, nullable: true })
  @IsOptional()
  @IsIn(UNIT_AREAS)
  area?: UnitArea | null;

  /** The day it was founded; none when nobody asks. Its end is the matter of a reorganisation. */
  @IsOptional()
  @IsPlainDate()
  validFrom?: string | null;
}

export class CreateUnitDto extends UnitContactsDto {
  @IsUUID()
  parentId: string;

  @ApiProperty({ enum: UNIT_KINDS })
  @IsIn(UNIT_KINDS)
  kind: UnitKind;

  /** Short code, once at a time in the whole tree: capital letters, digits, hyphens. */
  @IsString()
  @MaxLength(40)
  @Matches(UNIT_CODE)
  code: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;
}

/** Corrects what a unit is called or is now; what changes on a day is a reorganisation. */
export class UpdateUnitDto extends UnitContactsDto {
  @ApiProperty({ enum: UNIT_KINDS, required: false })
  @IsOmittable()
  @IsIn(UNIT_KINDS)
  kind?: UnitKind;

  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name?: string;

  @IsOmittable()
  @IsString()
  @MaxLength(40)
  @Matches(UNIT_CODE)
  code?: string;

  /** The first day on which the area holds: today when left out, null for since ever. What was before keeps its area. */
  @IsOptional()
  @IsPlainDate()
  areaFrom?: string | null;
}
