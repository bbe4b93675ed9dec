import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { UnitsQueries } from '../units/index.js';
import { AccountsQueries } from './accounts.queries.js';
import type { CreateAccountDto, UpdateAccountDto } from './dto/identity.dto.js';
import type { AccountView, NewAccountView, OneTimePasswordView } from './dto/identity.view.js';
import { IdentityRepository } from './identity.repository.js';
import { hashPassword, newOneTimePassword } from './secrets.js';

/** Accounts as the board keeps them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly accounts: AccountsQueries,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes an account for a unit of the caller's subtree. @throws NotFound, UsernameTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateAccountDto): Promise<NewAccountView> {
    if (!(await this.units.find(actor.unitId, dto.unitId))) throw new NotFound('unitId');
    const oneTimePassword = newOneTimePassword();
    const [id = ''] = await this.identities.insert({
      ...dto,
      email: dto.email ?? null,
      passwordHash: await hashPassword(oneTimePassword),
      mustChangePassword: true,
      createdAt: this.clock.now(),
    });
    await this.record(actor, 'account.created', id, dto.unitId);
    return { ...(await this.get(actor, id)), oneTimePassword };
  }

  /** Changes or switches off an account; switched off, it is logged out at once. @throws NotFound */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateAccountDto): Promise<AccountView> {
    const { unit } = await this.get(actor, id);
    await this.identities.update(id, dto);
    if (dto.active === false) await this.identities.closeSessions(id);
    await this.record(actor, 'account.changed', id, unit.id, { fields: Object.keys(dto) });
    return this.get(actor, id);
  }

  /** Gives an account a new password to be handed over once, and ends its sessions. @throws NotFound */
  @Transactional()
  async resetPassword(actor: Actor, id: string): Promise<OneTimePasswordView> {
    const { unit } = await this.get(actor, id);
    const oneTimePassword = newOneTimePassword();
    await this.identities.update(id, { passwordHash: await hashPassword(oneTimePassword), mustChangePassword: true });
    await this.identities.closeSessions(id);
    await this.record(actor, 'account.passwordReset', id, unit.id);
    return { oneTimePassword };
  }

  private async get(actor: Actor, id: string): Promise<AccountView> {
    const account = await this.accounts.find(actor.unitId, id);
    if (!account) throw new NotFound('id');
    return account;
  }

  private record(actor: Actor, action: string, id: string, unitId: string, data = {}): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'account', subjectId: id, unitId, data });
  }
}
