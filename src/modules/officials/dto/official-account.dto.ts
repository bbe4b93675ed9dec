import { IsString, IsUUID, Matches, MaxLength } from 'class-validator';

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

export class OwnAccountView {
  username: string;
  /** To be handed over once; it must be changed at the first log-in. */
  oneTimePassword: string;
}
