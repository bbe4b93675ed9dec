import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { type Locale, LOCALES } from '../../../platform/access/actor.js';
import { IsNotBlank, IsOmittable } from '../../../platform/http/optional.validators.js';
import { PageQuery } from '../../../platform/http/page.dto.js';

/** Roles of those who act for a unit. */
const ROLES_OF_UNITS = ['board', 'committee', 'cell', 'leader'] as const;
type RoleOfUnit = (typeof ROLES_OF_UNITS)[number];

const SHORTEST_PASSWORD = 12;

export class LoginDto {
  @IsString()
  @IsNotBlank()
  @MaxLength(64)
  username: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  password: string;
}

export class ChangePasswordDto {
  @IsString()
  @MaxLength(200)
  currentPassword: string;

  @IsString()
  @MinLength(SHORTEST_PASSWORD)
  @MaxLength(200)
  newPassword: string;
}

export class UpdateMeDto {
  @ApiProperty({ enum: LOCALES })
  @IsIn(LOCALES)
  locale: Locale;
}

export class CreateTokenDto {
  /** What it is for, so that its owner knows it again. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  /** Days it is good for; 90 when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(366)
  days?: number;
}

export class AccountsQuery extends PageQuery {
  /** Words of the name or the user name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class CreateAccountDto {
  @IsString()
  @MaxLength(63)
  @Matches(/^[a-z0-9][a-z0-9._-]+$/)
  username: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  displayName: string;

  /** Officials' own accounts are made from their records. */
  @ApiProperty({ enum: ROLES_OF_UNITS })
  @IsIn(ROLES_OF_UNITS)
  role: RoleOfUnit;

  @IsUUID()
  unitId: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email?: string;
}

export class UpdateAccountDto {
  @IsOmittable()
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  displayName?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email?: string;

  @IsOmittable()
  @IsBoolean()
  active?: boolean;
}
