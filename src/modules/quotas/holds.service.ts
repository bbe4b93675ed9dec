import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import type { HoldPlacesDto } from './dto/holds.dto.js';
import type { HoldView } from './dto/holds.view.js';
import type { PlacesQuery } from './dto/places.dto.js';
import { HoldsQueries } from './holds.queries.js';
import { HoldsRepository } from './holds.repository.js';
import type { Movement } from './quota.types.js';
import { NotEnoughPlaces } from './quotas.errors.js';

/** Nameless places: kept by a unit for people whom it names later. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly queries: HoldsQueries,
    private readonly holds: HoldsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: PlacesQuery): Promise<Page<HoldView>> {
    return this.queries.list(actor, query, this.today());
  }

  /** Keeps places of the caller's own unit. Naming somebody uses them up. @throws NotFound, InvalidInput, NotEnoughPlaces */
  @Transactional()
  async add(actor: Actor, dto: HoldPlacesDto): Promise<HoldView> {
    if (dto.until < this.today()) throw new InvalidInput([{ path: 'until', rule: 'notInThePast' }]);
    const row = await this.queries.rowOf(actor.unitId, dto);
    if (!row) throw new NotFound('programId');
    if (row.left < dto.places) throw new NotEnoughPlaces('places', row.left);
    const note = dto.note?.trim() ? toNfc(dto.note.trim()) : null;
    const id = await this.holds.add(row.id, dto.places, dto.until, note, this.movement(actor));
    await this.record(actor, 'quota.held', id, { places: dto.places, until: dto.until });
    return this.get(actor, id);
  }

  /** Gives what is unnamed back before its time; the unit keeps the places, free. @throws NotFound */
  @Transactional()
  async release(actor: Actor, id: string): Promise<HoldView> {
    const hold = await this.get(actor, id);
    if (!hold.mayRelease) throw new NotFound('id');
    const places = await this.holds.release(id, { ...this.movement(actor), kind: 'release' });
    await this.record(actor, 'quota.holdReleased', id, { places });
    return this.get(actor, id);
  }

  private async get(actor: Actor, id: string): Promise<HoldView> {
    const hold = await this.queries.find(actor, id, this.today());
    if (!hold) throw new NotFound('id');
    return hold;
  }

  private movement(actor: Actor): Movement {
    return { kind: 'hold', at: this.clock.now(), by: actor.accountId };
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'quota-hold', subjectId: id, unitId: actor.unitId, data });
  }

  private today() {
    return plainDateIn(this.clock.now());
  }
}
