import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { UnitsQueries } from '../units/index.js';
import { Channels } from './channels/channels.js';
import { ContactViews } from './contact-views.js';
import type { UnitContactDto } from './dto/channels.dto.js';
import type { UnitContactView } from './dto/channels.view.js';
import { type KeptOffice, PreferencesRepository } from './preferences.repository.js';

const NO_OFFICE: KeptOffice = { email: null, phoneSealed: null, calls: [], requests: [], news: [], version: 0 };

/** Where the offices of units are reached, and what goes there as a copy. */
@Injectable()
export class OfficesService {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly channels: Channels,
    private readonly views: ContactViews,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The office of a unit of the caller's subtree. @throws NotFound */
  async get(actor: Actor, unitId: string): Promise<UnitContactView> {
    if (!(await this.units.find(actor.unitId, unitId))) throw new NotFound('id');
    const { phoneSealed, email, ...kept } = (await this.preferences.office(unitId)) ?? NO_OFFICE;
    const contact = await this.views.of(email, phoneSealed, (number) => number);
    return { unitId, ...contact, ...kept, channels: this.channels.refs() };
  }

  /** @throws NotFound, StaleVersion */
  @Transactional()
  async set(actor: Actor, unitId: string, dto: UnitContactDto, version?: number): Promise<UnitContactView> {
    if (!(await this.units.find(actor.unitId, unitId))) throw new NotFound('id');
    const before = (await this.preferences.office(unitId)) ?? NO_OFFICE;
    if (version !== undefined && version !== before.version) throw new StaleVersion();
    const { calls, requests, news } = dto;
    const email = dto.email === undefined ? before.email : dto.email;
    const phoneSealed = dto.phone === undefined ? before.phoneSealed : this.views.sealed(dto.phone);
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
    return this.get(actor, unitId);
  }
}
