import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { hashPassword, IdentityRepository, newOneTimePassword } from '../identity/index.js';
import type { HeldAccounts, OwnAccountView } from './dto/official-account.dto.js';
import { AccountOfAnother, OwnAccountStays } from './official-record.errors.js';
import { OfficialRecords } from './official-records.js';
import { OfficialsQueries } from './officials.queries.js';

/** Whose record an account is: officials' own accounts, and those of units whose holder is known. */
@Injectable()
export class OfficialAccountsService {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly queries: OfficialsQueries,
    private readonly records: OfficialRecords,
    private readonly clock: Clock,
  ) {}

  /** Accounts that are an official's. @throws NotFound */
  async list(actor: Actor, officialId: string): Promise<HeldAccounts> {
    await this.records.find(actor, officialId);
    return { items: await this.identities.heldBy(officialId) };
  }

  /** Opens an official's own account. @throws NotFound, UsernameTaken, HasAnAccount */
  @Transactional()
  async open(actor: Actor, officialId: string, username: string): Promise<OwnAccountView> {
    const official = await this.queries.find(actor.unitId, officialId, this.records.today());
    if (!official) throw new NotFound('id');
    const oneTimePassword = newOneTimePassword();
    await this.identities.insert({
      username,
      passwordHash: await hashPassword(oneTimePassword),
      displayName: official.fullName,
      role: 'official',
      unitId: official.unit.id,
      officialId,
      email: null,
      mustChangePassword: true,
      createdAt: this.clock.now(),
    });
    await this.records.tell(actor, 'official.accountOpened', { id: officialId, unitId: official.unit.id });
    return { username, oneTimePassword };
  }

  /** Says that this official holds an account of a unit, so that they decide about themselves nowhere. @throws NotFound, AccountOfAnother */
  @Transactional()
  async link(actor: Actor, officialId: string, accountId: string): Promise<void> {
    const record = await this.records.find(actor, officialId);
    const account = await this.identities.linked(actor.unitId, accountId);
    if (!account) throw new NotFound('accountId');
    if (account.officialId === officialId) return;
    if (account.officialId !== null) throw new AccountOfAnother();
    await this.identities.link(accountId, officialId);
    await this.records.tell(actor, 'official.accountLinked', record);
  }

  /**
   * Says that an account of a unit is not this official's any more.
   * @throws NotFound, OwnAccountStays: who could let go of their own link could then decide about themselves
   */
  @Transactional()
  async unlink(actor: Actor, officialId: string, accountId: string): Promise<void> {
    const record = await this.records.find(actor, officialId);
    const account = await this.identities.linked(actor.unitId, accountId);
    if (account?.officialId !== officialId) throw new NotFound('accountId');
    if (accountId === actor.accountId) throw new OwnAccountStays();
    await this.identities.link(accountId, null);
    await this.records.tell(actor, 'official.accountUnlinked', record);
  }
}
