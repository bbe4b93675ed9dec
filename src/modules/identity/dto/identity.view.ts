import { ApiProperty } from '@nestjs/swagger';
import { type Locale, LOCALES, type Role, ROLES } from '../../../platform/access/actor.js';
import { UnitView } from '../../units/index.js';

/** The person who is logged in. */
export class MeView {
  id: string;
  username: string;
  displayName: string;
  @ApiProperty({ enum: ROLES })
  role: Role;
  @ApiProperty({ enum: LOCALES })
  locale: Locale;
  unit: UnitView;
  /** What this person may do, e.g. `courses.openNominations`; screens go by these and know no roles. */
  abilities: string[];
  mustChangePassword: boolean;
}

export class TokenView {
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date;
}

export class NewTokenView extends TokenView {
  /** Shown this once. */
  token: string;
}

export class TokenList {
  items: TokenView[];
}

export class AccountView {
  id: string;
  username: string;
  displayName: string;
  @ApiProperty({ enum: ROLES })
  role: Role;
  unit: UnitView;
  @ApiProperty({ type: String, nullable: true })
  email: string | null;
  active: boolean;
}

export class NewAccountView extends AccountView {
  /** To be handed over once; it must be changed at the first log-in. */
  oneTimePassword: string;
}

export class OneTimePasswordView {
  oneTimePassword: string;
}

export class AccountPage {
  items: AccountView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}

export class DemoView {
  demo: boolean;
}
