import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { heirFinder, type Inheritance } from '../units/index.js';

/** A reserve nominee who still waits. */
interface WaitingReserve {
  readonly id: string;
  readonly officialId: string;
  readonly unitId: string;
}

/** Reserve nominees of units that end. */
@Injectable()
export class ReservesCarryOver {
  constructor(private readonly db: Database) {}

  /** How many wait, by unit. */
  async count(unitIds: readonly string[]): Promise<Map<string, number>> {
    const waiting = await this.waiting(unitIds);
    return new Map(unitIds.map((unit) => [unit, waiting.filter(({ unitId }) => unitId === unit).length]));
  }

  /**
   * Reserves go on in the name of the unit their person goes to, after those it named itself; lists that become one take
   * turns, the first of each before the second of any.
   */
  async carryOver(inheritance: Inheritance): Promise<void> {
    const heir = heirFinder(inheritance);
    const waiting = await this.waiting(inheritance.ended.map(({ unitId }) => unitId));
    const moved = waiting.map(({ id, unitId, officialId }) => ({ id, unitId: heir(unitId, officialId) ?? unitId }));
    await this.db.write(
      `UPDATE reserve_nominees r SET unit_id = m.unit_id, position = m.position FROM (
         SELECT t.id, m."unitId" AS unit_id,
           row_number() OVER (PARTITION BY t.course_id, m."unitId" ORDER BY t.position, t.unit_id, t.id) + coalesce((SELECT max(own.position)
             FROM reserve_nominees own WHERE own.course_id = t.course_id AND own.unit_id = m."unitId"), 0) AS position
         FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "unitId" uuid) JOIN reserve_nominees t ON t.id = m.id
         WHERE t.unit_id <> m."unitId") m
       WHERE r.id = m.id`,
      [JSON.stringify(moved)],
    );
  }

  private waiting(unitIds: readonly string[]): Promise<WaitingReserve[]> {
    return this.db.rows<WaitingReserve>(
      `SELECT r.id, r.official_id AS "officialId", r.unit_id AS "unitId" FROM reserve_nominees r JOIN courses co ON co.id = r.course_id
       WHERE r.unit_id = ANY($1::uuid[]) AND r.removed_at IS NULL AND r.nomination_id IS NULL
         AND co.state IN ('open', 'closed', 'confirmed', 'running') ORDER BY r.id`,
      [unitIds],
    );
  }
}
