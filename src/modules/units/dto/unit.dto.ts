import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { UNIT_KINDS, type UnitKind } from '../unit.types.js';

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
}

export class CreateUnitDto {
  @IsUUID()
  parentId: string;

  @ApiProperty({ enum: UNIT_KINDS })
  @IsIn(UNIT_KINDS)
  kind: UnitKind;

  /** Short code, once in the whole tree: capital letters, digits, hyphens. */
  @IsString()
  @MaxLength(40)
  @Matches(/^[A-Z0-9][A-Z0-9-]*$/)
  code: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name: string;
}

export class UpdateUnitDto {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  name?: string;

  @IsOmittable()
  @IsString()
  @MaxLength(40)
  @Matches(/^[A-Z0-9][A-Z0-9-]*$/)
  code?: string;
}
