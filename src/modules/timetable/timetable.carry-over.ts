import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { EndedUnit, Inheritance } from '../units/index.js';
import { heirVenues, type MovingVenue } from './rules/heir-venues.js';

/** What of the timetable's register a unit has, that an heir would take over. */
export const REGISTERS = ['rooms', 'lecturers', 'blackouts'] as const;
export type Register = (typeof REGISTERS)[number];

const COUNTS: Readonly<Record<Register, string>> = {
  rooms: `SELECT v.unit_id, count(r.id)::int AS n FROM venues v LEFT JOIN rooms r ON r.venue_id = v.id
    WHERE v.unit_id = ANY($1::uuid[]) AND $2::date IS NOT NULL GROUP BY 1`,
  lecturers: `SELECT l.unit_id, count(*)::int AS n FROM lecturers l
    WHERE l.unit_id = ANY($1::uuid[]) AND $2::date IS NOT NULL GROUP BY 1`,
  blackouts: `SELECT b.unit_id, count(*)::int AS n FROM blackouts b
    WHERE b.unit_id = ANY($1::uuid[]) AND upper(b.days) > $2::date GROUP BY 1`,
};

/** Rooms, lecturers and blackouts of units that end. Sessions stay where they are laid: they name rooms, not units. */
@Injectable()
export class TimetableCarryOver {
  constructor(private readonly db: Database) {}

  /** How many each unit has that go on from a day. */
  async count(register: Register, unitIds: readonly string[], on: string): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ unit_id: string; n: number }>(COUNTS[register], [unitIds, on]);
    return new Map(rows.map(({ unit_id: unitId, n }) => [unitId, n]));
  }

  /** Rooms and lecturers go to the heir of what is no person's; blackouts hold for the people of every heir. */
  async carryOver({ on, ended }: Inheritance): Promise<void> {
    const heirs = JSON.stringify(ended.map(({ unitId, main }) => ({ unit: unitId, main })));
    await this.carryVenues(heirs);
    await this.db.write(
      `UPDATE lecturers l SET unit_id = h.main, version = l.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS h(unit uuid, main uuid) WHERE l.unit_id = h.unit AND h.main IS NOT NULL`,
      [heirs],
    );
    await this.carryBlackouts(on, ended);
  }

  private async carryVenues(heirs: string): Promise<void> {
    const moving = await this.db.rows<MovingVenue>(
      `SELECT v.id, h.main AS "heirId", v.name, u.name AS "from" FROM venues v JOIN units u ON u.id = v.unit_id
       JOIN jsonb_to_recordset($1::jsonb) AS h(unit uuid, main uuid) ON h.unit = v.unit_id
       WHERE h.main IS NOT NULL ORDER BY u.name, v.id`,
      [heirs],
    );
    const kept = await this.db.rows<{ unitId: string; names: string[] }>(
      'SELECT unit_id AS "unitId", array_agg(name) AS names FROM venues WHERE unit_id = ANY($1::uuid[]) GROUP BY 1',
      [moving.map(({ heirId }) => heirId)],
    );
    await this.db.write(
      `UPDATE venues v SET unit_id = m."heirId", name = m.name, version = v.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "heirId" uuid, name text) WHERE v.id = m.id`,
      [JSON.stringify(heirVenues(moving, new Map(kept.map(({ unitId, names }) => [unitId, names]))))],
    );
  }

  /** From the day on they are the heirs'; the days before stay with the unit that had them. */
  private async carryBlackouts(on: string, ended: readonly EndedUnit[]): Promise<void> {
    const pairs = ended.flatMap(({ unitId, heirs }) => heirs.map((heir) => ({ unit: unitId, heir })));
    await this.db.rows(
      `INSERT INTO blackouts (id, unit_id, days, kind, name)
       SELECT DISTINCT ON (p.heir, b.days * daterange($2::date, NULL), b.name) gen_random_uuid(), p.heir,
         b.days * daterange($2::date, NULL), b.kind, b.name
       FROM blackouts b JOIN jsonb_to_recordset($1::jsonb) AS p(unit uuid, heir uuid) ON p.unit = b.unit_id
       WHERE upper(b.days) > $2::date ORDER BY p.heir, b.days * daterange($2::date, NULL), b.name, b.id
       ON CONFLICT ON CONSTRAINT blackout_once_per_unit_and_days DO NOTHING`,
      [JSON.stringify(pairs), on],
    );
    const units = [...new Set(pairs.map(({ unit }) => unit))];
    await this.db.write('DELETE FROM blackouts WHERE unit_id = ANY($1::uuid[]) AND lower(days) >= $2::date', [
      units,
      on,
    ]);
    await this.db.write(
      'UPDATE blackouts SET days = daterange(lower(days), $2::date), version = version + 1 WHERE unit_id = ANY($1::uuid[]) AND days @> $2::date',
      [units, on],
    );
  }
}
