import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { maskPhone } from '../../platform/secrets/phone-numbers.js';
import { AccountsQueries, IdentityRepository } from '../identity/index.js';
import { Channels } from './channels/channels.js';
import { ContactViews } from './contact-views.js';
import { ContactsRepository } from './contacts.repository.js';
import type { ContactDto, PreferencesDto } from './dto/channels.dto.js';
import type { ContactView, PreferencesView } from './dto/channels.view.js';
import { PreferencesRepository } from './preferences.repository.js';

/** Where people are reached, and by what they want to be. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly contacts: ContactsRepository,
    private readonly channels: Channels,
    private readonly views: ContactViews,
    private readonly identities: IdentityRepository,
    private readonly accounts: AccountsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The caller's own. */
  async own({ accountId }: Actor): Promise<PreferencesView> {
    const [contact] = await this.contacts.people([accountId]);
    if (!contact) throw new NotFound('id');
    const { calls, requests, news, order, email, phoneSealed } = contact;
    return {
      calls,
      requests,
      news,
      order,
      contact: await this.views.of(email, phoneSealed, (number) => number),
      channels: this.channels.refs(),
    };
  }

  async choose(actor: Actor, dto: PreferencesDto): Promise<PreferencesView> {
    await this.preferences.choose(actor.accountId, dto, this.clock.now());
    return this.own(actor);
  }

  /** Changes where the caller is reached. */
  @Transactional()
  async setOwnContact(actor: Actor, dto: ContactDto): Promise<PreferencesView> {
    await this.setContact(actor, actor.accountId, actor.unitId, dto);
    return this.own(actor);
  }

  /** Where an account of the caller's subtree is reached. @throws NotFound */
  async contactOf({ unitId }: Actor, accountId: string): Promise<ContactView> {
    const account = await this.accounts.find(unitId, accountId);
    if (!account) throw new NotFound('id');
    return this.views.of(account.email, await this.preferences.phoneOf(accountId), maskPhone);
  }

  /** @throws NotFound */
  @Transactional()
  async setContactOf(actor: Actor, accountId: string, dto: ContactDto): Promise<ContactView> {
    const account = await this.accounts.find(actor.unitId, accountId);
    if (!account) throw new NotFound('id');
    await this.setContact(actor, accountId, account.unit.id, dto);
    return this.contactOf(actor, accountId);
  }

  private async setContact(actor: Actor, accountId: string, unitId: string, dto: ContactDto): Promise<void> {
    if (dto.email !== undefined) await this.identities.update(accountId, { email: dto.email });
    if (dto.email) await this.preferences.clearBounce(dto.email);
    if (dto.phone !== undefined) await this.preferences.setPhone(accountId, this.views.sealed(dto.phone));
    await this.audit.record({
      actor,
      action: 'account.contactChanged',
      subjectType: 'account',
      subjectId: accountId,
      unitId,
      data: { fields: Object.keys(dto) },
    });
  }
}
