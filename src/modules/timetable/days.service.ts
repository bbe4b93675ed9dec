import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { holidayName, holidaysOf, holidayTableCovers } from '../../kernel/holidays.js';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { UnitsQueries } from '../units/index.js';
import { DaysRepository } from './days.repository.js';
import type { CreateBlackoutDto, CreateCalendarDayDto, UpdateCalendarDayDto } from './dto/days.dto.js';
import type { BlackoutView, CalendarDayView, DaysOffView } from './dto/days.view.js';

/** Days off: those of the rule, decisions on single days, and times in which a unit's people cannot be called away. */
@Injectable()
export class DaysService {
  constructor(
    private readonly days: DaysRepository,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
  ) {}

  async ofYear(actor: Actor, year: number): Promise<DaysOffView> {
    const holidays = [...holidaysOf(year)].sort().flatMap((date) => {
      const name = holidayName(date);
      return name ? [{ date, name }] : [];
    });
    return {
      year,
      covered: holidayTableCovers(year),
      holidays,
      days: await this.days.days(year),
      canEdit: mayRole(actor.role, 'timetable.manage') && (await this.days.isTop(actor.unitId)),
    };
  }

  /** @throws NotAllowed, DayTaken */
  @Transactional()
  async create(actor: Actor, { date, kind, name }: CreateCalendarDayDto): Promise<CalendarDayView> {
    await this.assertTop(actor);
    const id = newId();
    await this.days.insert(id, date, kind, clean(name));
    await this.record(actor, 'day.added', id, { date, kind });
    return this.get(id);
  }

  /** @throws NotFound, NotAllowed, StaleVersion */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateCalendarDayDto, version?: number): Promise<CalendarDayView> {
    await this.assertTop(actor);
    const before = await this.get(id);
    const after = { kind: dto.kind ?? before.kind, name: clean(dto.name ?? before.name) };
    if (!(await this.days.update(id, after.kind, after.name, version))) throw new StaleVersion();
    await this.record(actor, 'day.changed', id, { date: before.date, before: before.kind, after: after.kind });
    return this.get(id);
  }

  /** @throws NotFound, NotAllowed */
  @Transactional()
  async remove(actor: Actor, id: string): Promise<void> {
    await this.assertTop(actor);
    const { date, kind } = await this.get(id);
    await this.days.delete(id);
    await this.record(actor, 'day.removed', id, { date, kind });
  }

  async blackouts(actor: Actor): Promise<BlackoutView[]> {
    return (await this.days.blackouts(actor)).map(({ owned, ...view }) => ({
      ...view,
      canEdit: owned && mayRole(actor.role, 'timetable.manage'),
    }));
  }

  /** @throws NotFound, InvalidInput, BlackoutTwice */
  @Transactional()
  async createBlackout(actor: Actor, dto: CreateBlackoutDto): Promise<BlackoutView> {
    if (!(await this.units.find(actor.unitId, dto.unitId))) throw new NotFound('unitId');
    if (dto.to < dto.from) throw new InvalidInput([{ path: 'to', rule: 'notBeforeFirst' }]);
    const id = newId();
    await this.days.insertBlackout(id, { ...dto, name: clean(dto.name) });
    const { from, to, kind } = dto;
    await this.record(actor, 'blackout.added', id, { unitId: dto.unitId, from, to, kind }, 'blackout');
    const [row] = await this.days.blackouts(actor, id);
    if (!row) throw new NotFound('id');
    const { owned: canEdit, ...view } = row;
    return { ...view, canEdit };
  }

  /** @throws NotFound, NotAllowed */
  @Transactional()
  async removeBlackout(actor: Actor, id: string): Promise<void> {
    const [row] = await this.days.blackouts(actor, id);
    if (!row) throw new NotFound('id');
    if (!row.owned) throw new NotAllowed('timetable.manage');
    await this.days.deleteBlackout(id);
    await this.record(actor, 'blackout.removed', id, { unitId: row.unit.id, from: row.from, to: row.to }, 'blackout');
  }

  /** Days off are the same for everyone, so they are for the board of the top unit to write down. @throws NotAllowed */
  async assertTop(actor: Actor): Promise<void> {
    if (!(await this.days.isTop(actor.unitId))) throw new NotAllowed('timetable.manage');
  }

  private async get(id: string): Promise<CalendarDayView> {
    const day = await this.days.find(id);
    if (!day) throw new NotFound('id');
    return day;
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    data: Record<string, unknown>,
    subjectType = 'calendar-day',
  ): Promise<void> {
    return this.audit.record({ actor, action, subjectType, subjectId, unitId: actor.unitId, data });
  }
}

const clean = (text: string): string => toNfc(text).trim();
