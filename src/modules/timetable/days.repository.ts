import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { BlackoutView, CalendarDayView } from './dto/days.view.js';
import { usableBy } from './session.sql.js';
import type { BlackoutKind, DayKind, Days } from './timetable.types.js';

export interface NewBlackout extends Days {
  readonly unitId: string;
  readonly kind: BlackoutKind;
  readonly name: string;
}

/** Reads and writes of single days off and of blackouts. */
@Injectable()
export class DaysRepository {
  constructor(private readonly db: Database) {}

  /** @param year of which, or every one. */
  days(year: number | null): Promise<CalendarDayView[]> {
    return this.db.rows<CalendarDayView>(
      `SELECT id, day AS date, kind, name, version FROM calendar_days WHERE $1::int IS NULL OR extract(year FROM day) = $1 ORDER BY day`,
      [year],
    );
  }

  find(id: string): Promise<CalendarDayView | null> {
    return this.db.row<CalendarDayView>(
      'SELECT id, day AS date, kind, name, version FROM calendar_days WHERE id = $1',
      [id],
    );
  }

  async isTop(unitId: string): Promise<boolean> {
    return (await this.db.row('SELECT 1 FROM units WHERE id = $1 AND parent_id IS NULL', [unitId])) !== null;
  }

  async insert(id: string, date: PlainDate, kind: DayKind, name: string): Promise<void> {
    await this.db.rows('INSERT INTO calendar_days (id, day, kind, name) VALUES ($1, $2, $3, $4)', [
      id,
      date,
      kind,
      name,
    ]);
  }

  async update(id: string, kind: DayKind, name: string, version?: number): Promise<boolean> {
    const changed = await this.db.write(
      'UPDATE calendar_days SET kind = $2, name = $3, version = version + 1 WHERE id = $1 AND ($4::int IS NULL OR version = $4)',
      [id, kind, name, version ?? null],
    );
    return changed === 1;
  }

  async delete(id: string): Promise<void> {
    await this.db.write('DELETE FROM calendar_days WHERE id = $1', [id]);
  }

  /** Blackouts of units of the reader's subtree and of those above, the latest first. */
  blackouts(
    { unitId }: Actor,
    id: string | null = null,
  ): Promise<(Omit<BlackoutView, 'canEdit'> & { owned: boolean })[]> {
    return this.db.rows(
      `SELECT b.id, ${unitRefSql('u')} AS unit, lower(b.days) AS "from", upper(b.days) - 1 AS "to", b.kind, b.name,
         ${inSubtree('b.unit_id', '$1')} AS owned
       FROM blackouts b JOIN units u ON u.id = b.unit_id WHERE ${usableBy('b.unit_id')} AND ($2::uuid IS NULL OR b.id = $2)
       ORDER BY b.days DESC, b.id`,
      [unitId, id],
    );
  }

  async insertBlackout(id: string, { unitId, from, to, kind, name }: NewBlackout): Promise<void> {
    await this.db.rows(
      `INSERT INTO blackouts (id, unit_id, days, kind, name) VALUES ($1, $2, daterange($3::date, $4::date, '[]'), $5, $6)`,
      [id, unitId, from, to, kind, name],
    );
  }

  async deleteBlackout(id: string): Promise<void> {
    await this.db.write('DELETE FROM blackouts WHERE id = $1', [id]);
  }
}
