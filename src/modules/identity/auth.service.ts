import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { abilitiesOf } from '../../platform/access/policy.js';
import { Settings } from '../../platform/config/settings.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { UnitsQueries } from '../units/index.js';
import type { AccountEntity } from './account.entity.js';
import type { ChangePasswordDto, CreateTokenDto, LoginDto, UpdateMeDto } from './dto/identity.dto.js';
import type { MeView, NewTokenView, TokenView } from './dto/identity.view.js';
import { WrongCredentials, WrongCurrentPassword } from './identity.errors.js';
import { IdentityRepository } from './identity.repository.js';
import { LoginLimiter } from './login-limiter.js';
import { hashPassword, newSecret, secretHash, verifyPassword } from './secrets.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TOKEN_DAYS = 90;
/** A hash of nothing anyone knows: an unknown user name takes as long as a wrong password. */
const NOBODYS_HASH = hashPassword(newSecret());

/** Proving who one is. */
@Injectable()
export class AuthService {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly units: UnitsQueries,
    private readonly limiter: LoginLimiter,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Opens a session.
   * @returns the secret for the cookie, when it ends, and who logged in.
   * @throws WrongCredentials, TooManyAttempts
   */
  async logIn(
    { username, password }: LoginDto,
    address: string,
  ): Promise<{ secret: string; expiresAt: Date; me: MeView }> {
    const name = username.trim().toLowerCase();
    await this.limiter.assertOpen(name, address);
    const account = await this.identities.byUsername(name);
    const right = await verifyPassword(account?.passwordHash ?? (await NOBODYS_HASH), password);
    if (!account?.active || !right) {
      await this.limiter.failed(name, address);
      throw new WrongCredentials();
    }
    await this.limiter.succeeded(name);
    const now = this.clock.now();
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + this.settings.sessionHours * HOUR_MS);
    await this.identities.openSession(account.id, secretHash(secret), now, expiresAt);
    return { secret, expiresAt, me: await this.view(account) };
  }

  /** Ends the session at hand; a token is revoked by its own route. */
  async logOut(actor: Actor): Promise<void> {
    if (actor.credential.kind === 'session') await this.identities.closeSession(actor.credential.id);
  }

  /** Whether accounts with the password everyone knows exist. */
  isDemo(): Promise<boolean> {
    return this.identities.hasDemo();
  }

  async me(actor: Actor): Promise<MeView> {
    const account = await this.identities.byId(actor.accountId);
    if (!account) throw new NotFound('id');
    return this.view(account);
  }

  async update(actor: Actor, { locale }: UpdateMeDto): Promise<MeView> {
    await this.identities.update(actor.accountId, { locale });
    return this.me(actor);
  }

  /** Changes the caller's password and ends all their other sessions. @throws WrongCurrentPassword */
  @Transactional()
  async changePassword(actor: Actor, { currentPassword, newPassword }: ChangePasswordDto): Promise<void> {
    const account = await this.identities.byId(actor.accountId);
    if (!account || !(await verifyPassword(account.passwordHash, currentPassword))) throw new WrongCurrentPassword();
    await this.identities.update(account.id, {
      passwordHash: await hashPassword(newPassword),
      mustChangePassword: false,
    });
    await this.identities.closeSessions(account.id, actor.credential.id);
  }

  /** Makes a personal token for programs that act for the caller. */
  async createToken(actor: Actor, { name, days }: CreateTokenDto): Promise<NewTokenView> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + (days ?? TOKEN_DAYS) * DAY_MS);
    const secret = newSecret();
    const token: TokenView = { id: newId(), name: name ?? 'API', createdAt, expiresAt };
    await this.identities.insertToken(actor.accountId, token, secretHash(secret));
    return { ...token, token: secret };
  }

  async tokens(actor: Actor): Promise<{ items: TokenView[] }> {
    return { items: await this.identities.tokens(actor.accountId, this.clock.now()) };
  }

  /** @throws NotFound when the caller has no such token. */
  async revokeToken(actor: Actor, id: string): Promise<void> {
    if (!(await this.identities.deleteToken(actor.accountId, id))) throw new NotFound('id');
  }

  private async view(account: AccountEntity): Promise<MeView> {
    const unit = await this.units.find(account.unitId, account.unitId);
    if (!unit) throw new NotFound('unitId');
    const { id, username, displayName, role, locale, mustChangePassword } = account;
    return { id, username, displayName, role, locale, unit, abilities: abilitiesOf(role), mustChangePassword };
  }
}
