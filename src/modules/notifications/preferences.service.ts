import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { maskPhone, PhoneNumbers } from '../../platform/secrets/phone-numbers.js';
import { AccountsQueries, IdentityRepository } from '../identity/index.js';
import { UnitsQueries } from '../units/index.js';
import { OUTWARD_CHANNELS } from './channel.types.js';
import { Channels } from './channels/channels.js';
import { ContactsRepository } from './contacts.repository.js';
import type { ContactDto, PreferencesDto, UnitContactDto } from './dto/channels.dto.js';
import type { ChannelRef, ContactView, PreferencesView, UnitContactView } from './dto/channels.view.js';
import { type KeptOffice, PreferencesRepository } from './preferences.repository.js';

const NO_OFFICE: KeptOffice = { email: null, phoneSealed: null, calls: [], requests: [], news: [], version: 0 };

/** Where people and offices are reached, and by what they want to be. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly contacts: ContactsRepository,
    private readonly channels: Channels,
    private readonly phones: PhoneNumbers,
    private readonly identities: IdentityRepository,
    private readonly accounts: AccountsQueries,
    private readonly units: UnitsQueries,
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
      contact: await this.contactView(email, phoneSealed, (number) => number),
      channels: this.refs(),
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
    return this.contactView(account.email, await this.preferences.phoneOf(accountId), maskPhone);
  }

  /** @throws NotFound */
  @Transactional()
  async setContactOf(actor: Actor, accountId: string, dto: ContactDto): Promise<ContactView> {
    const account = await this.accounts.find(actor.unitId, accountId);
    if (!account) throw new NotFound('id');
    await this.setContact(actor, accountId, account.unit.id, dto);
    return this.contactOf(actor, accountId);
  }

  /** The office of a unit of the caller's subtree. @throws NotFound */
  async office(actor: Actor, unitId: string): Promise<UnitContactView> {
    if (!(await this.units.find(actor.unitId, unitId))) throw new NotFound('id');
    const { phoneSealed, email, ...kept } = (await this.preferences.office(unitId)) ?? NO_OFFICE;
    const contact = await this.contactView(email, phoneSealed, (number) => number);
    return { unitId, ...contact, ...kept, channels: this.refs() };
  }

  /** @throws NotFound, StaleVersion */
  @Transactional()
  async setOffice(actor: Actor, unitId: string, dto: UnitContactDto, version?: number): Promise<UnitContactView> {
    if (!(await this.units.find(actor.unitId, unitId))) throw new NotFound('id');
    const before = (await this.preferences.office(unitId)) ?? NO_OFFICE;
    if (version !== undefined && version !== before.version) throw new StaleVersion();
    const { calls, requests, news } = dto;
    const email = dto.email === undefined ? before.email : dto.email;
    const phoneSealed = dto.phone === undefined ? before.phoneSealed : this.sealed(dto.phone);
    const kept = { ...before, email, phoneSealed, calls, requests, news };
    if (!(await this.preferences.setOffice(unitId, kept, actor.accountId, this.clock.now()))) throw new StaleVersion();
    if (dto.email) await this.preferences.clearBounce(dto.email);
    await this.audit.record({
      actor,
      action: 'unit.contactChanged',
      subjectType: 'unit',
      subjectId: unitId,
      unitId,
      data: { fields: Object.keys(dto) },
    });
    return this.office(actor, unitId);
  }

  private async setContact(actor: Actor, accountId: string, unitId: string, dto: ContactDto): Promise<void> {
    if (dto.email !== undefined) await this.identities.update(accountId, { email: dto.email });
    if (dto.email) await this.preferences.clearBounce(dto.email);
    if (dto.phone !== undefined) await this.preferences.setPhone(accountId, this.sealed(dto.phone));
    await this.audit.record({
      actor,
      action: 'account.contactChanged',
      subjectType: 'account',
      subjectId: accountId,
      unitId,
      data: { fields: Object.keys(dto) },
    });
  }

  private sealed(phone: string | null): Buffer | null {
    return phone === null ? null : this.phones.seal(phone);
  }

  private async contactView(
    email: string | null,
    phoneSealed: Buffer | null,
    shown: (number: string) => string,
  ): Promise<ContactView> {
    return {
      email,
      bounce: await this.preferences.bounceOf(email),
      phone: phoneSealed === null ? null : shown(this.phones.reveal(phoneSealed)),
    };
  }

  private refs(): ChannelRef[] {
    const { connected } = this.channels;
    return OUTWARD_CHANNELS.map((name) => ({ name, connected: connected.includes(name) }));
  }
}
