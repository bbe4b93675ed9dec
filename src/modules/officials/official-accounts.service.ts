import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { hashPassword, IdentityRepository, newOneTimePassword } from '../identity/index.js';
import type { OwnAccountView } from './dto/official-account.dto.js';
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

  /** Says that this official holds an account of a unit, so that they decide about themselves nowhere. @throws NotFound */
  @Transactional()
  async link(actor: Actor, officialId: string, accountId: string): Promise<void> {
    const official = await this.queries.find(actor.unitId, officialId, this.records.today());
    if (!official) throw new NotFound('id');
    if (!(await this.identities.link(actor.unitId, accountId, officialId))) throw new NotFound('accountId');
    await this.records.tell(actor, 'official.accountLinked', { id: officialId, unitId: official.unit.id });
  }
}
