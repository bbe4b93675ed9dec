import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../../platform/access/actor.js';
import { UnitRef } from '../../units/index.js';

export class OpenOwnAccountDto {
  @IsString()
  @MaxLength(63)
  @Matches(/^[a-z0-9][a-z0-9._-]+$/)
  username: string;
}

export class LinkAccountDto {
  /** An account of a unit whose holder this official is. */
  @IsUUID()
  accountId: string;
}

/** An account that acts as this official. */
export class HeldAccountView {
  id: string;
  username: string;
  displayName: string;
  /** `official`: their own; any other is that of a unit. */
  @ApiProperty({ enum: ROLES })
  role: Role;
  unit: UnitRef;
  active: boolean;
}

export class HeldAccounts {
  items: HeldAccountView[];
}

export class OwnAccountView {
  username: string;
  /** To be handed over once; it must be changed at the first log-in. */
  oneTimePassword: string;
}
