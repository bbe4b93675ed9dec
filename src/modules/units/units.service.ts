import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { CreateUnitDto, UpdateUnitDto } from './dto/unit.dto.js';
import type { UnitDetails } from './dto/unit.view.js';
import { UnitEntity } from './unit.entity.js';
import { UnitStartsTooLate } from './units.errors.js';
import { UnitsMapRepository } from './units-map.repository.js';
import { UnitsQueries } from './units.queries.js';

/** The organisation tree as it is shaped by the board. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly db: Database,
    private readonly queries: UnitsQueries,
    private readonly map: UnitsMapRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One unit of the caller's subtree. @throws NotFound */
  async get(actor: Actor, id: string): Promise<UnitDetails> {
    const unit = await this.queries.details(actor.unitId, id);
    if (!unit) throw new NotFound('id');
    return unit;
  }

  /** Adds a unit below one of the caller's. @throws NotFound, UnitCodeTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateUnitDto): Promise<UnitDetails> {
    if (!(await this.queries.find(actor.unitId, dto.parentId))) throw new NotFound('parentId');
    const id = newId();
    await this.db.repository(UnitEntity).insert({ ...composed(dto), id, version: 1 });
    await this.record(actor, 'unit.created', id);
    return this.get(actor, id);
  }

  /**
   * Corrects what a unit is now; its history keeps its days. The area is the one thing that changes on a day of its own.
   * @throws NotFound, InvalidInput, UnitCodeTaken, UnitStartsTooLate
   */
  @Transactional()
  async update(actor: Actor, id: string, { areaFrom, ...dto }: UpdateUnitDto): Promise<UnitDetails> {
    const { above, spells, validTo, ...unit } = await this.get(actor, id);
    // A predecessor that ended elsewhere may be read, but belongs to others.
    if (id !== actor.unitId && above.length === 0) throw new NotFound('id');
    const until = spells[0]?.to;
    if (until && dto.validFrom && dto.validFrom > until) throw new UnitStartsTooLate();
    const { area, ...change } = composed(dto);
    if (Object.keys(change).length > 0) await this.db.repository(UnitEntity).update({ id }, change);
    const areaChanges = area !== undefined || areaFrom !== undefined;
    if (areaChanges)
      await this.map.changeArea(id, area === undefined ? unit.area : area, this.areaDay(areaFrom, validTo));
    await this.record(actor, 'unit.changed', id, {
      fields: [...Object.keys(change), ...(areaChanges ? ['area'] : [])],
    });
    return this.get(actor, id);
  }

  /** From when an area holds: today unless said otherwise, null for since ever. @throws InvalidInput */
  private areaDay(from: PlainDate | null | undefined, lastDay: PlainDate | null): PlainDate | null {
    const today = plainDateIn(this.clock.now());
    const day = from === undefined ? today : from;
    if (day !== null && day > today) throw new InvalidInput([{ path: 'areaFrom', rule: 'notAfterToday' }]);
    if (day !== null && lastDay !== null && day > lastDay)
      throw new InvalidInput([{ path: 'areaFrom', rule: 'beforeUnitEnded' }]);
    return day;
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'unit', subjectId: id, unitId: id, data });
  }
}

/** The fields that were sent, text in the one form that is stored. */
const composed = <T extends object>(dto: T): T =>
  Object.fromEntries(
    Object.entries(dto)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]: [string, unknown]) => [name, typeof value === 'string' ? toNfc(value.trim()) : value]),
  ) as T;
