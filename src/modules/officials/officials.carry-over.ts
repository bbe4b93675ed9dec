import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { Inheritance } from '../units/index.js';

/** An official with something in a unit that ends: the place of work, the Party cell, or a post held that day or later. */
export interface UnitMember {
  readonly officialId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly cellId: string | null;
}

/** People of units that end, and the posts they hold there. */
@Injectable()
export class OfficialsCarryOver {
  constructor(private readonly db: Database) {}

  /** Everyone with something in these units on a day or later. */
  members(unitIds: readonly string[], day: PlainDate): Promise<UnitMember[]> {
    return this.db.rows<UnitMember>(
      `SELECT DISTINCT o.id AS "officialId", o.full_name AS "fullName", m.unit_id AS "unitId", o.cell_id AS "cellId"
       FROM (SELECT id AS official_id, unit_id FROM officials WHERE unit_id = ANY($1::uuid[])
         UNION SELECT id, cell_id FROM officials WHERE cell_id = ANY($1::uuid[])
         UNION SELECT official_id, unit_id FROM official_posts WHERE unit_id = ANY($1::uuid[]) AND held && daterange($2::date, NULL)) m
       JOIN officials o ON o.id = m.official_id ORDER BY 1, 3`,
      [unitIds, day],
    );
  }

  /** Posts that are held in these units on a day or later, by unit. */
  async countPosts(unitIds: readonly string[], day: PlainDate): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ unitId: string; n: number }>(
      `SELECT unit_id AS "unitId", count(*)::int AS n FROM official_posts
       WHERE unit_id = ANY($1::uuid[]) AND held && daterange($2::date, NULL) GROUP BY 1`,
      [unitIds, day],
    );
    return new Map(rows.map(({ unitId, n }) => [unitId, n]));
  }

  /**
   * People go where the plan sends them. A post held on the day ends the day before and goes on in the heir, the same in
   * all else; one that begins later is simply held there.
   */
  async carryOver({ on, officials, ended }: Inheritance): Promise<void> {
    const moves = JSON.stringify(officials);
    const move = `jsonb_to_recordset($1::jsonb) AS m("officialId" uuid, "from" uuid, "to" uuid)`;
    const going = await this.db.rows<{ id: string }>(
      `SELECT p.id FROM official_posts p JOIN ${move} ON p.official_id = m."officialId" AND p.unit_id = m."from"
       WHERE p.held @> $2::date AND coalesce(lower(p.held) < $2::date, true)`,
      [moves, on],
    );
    await this.db.write(
      `UPDATE official_posts p SET unit_id = m."to" FROM ${move}
       WHERE p.official_id = m."officialId" AND p.unit_id = m."from" AND lower(p.held) >= $2::date`,
      [moves, on],
    );
    await this.continuePosts(
      on,
      moves,
      going.map(({ id }) => id),
    );
    await this.db.write(
      `UPDATE officials o SET version = o.version + 1,
         unit_id = coalesce((SELECT m."to" FROM ${move} WHERE m."officialId" = o.id AND m."from" = o.unit_id), o.unit_id),
         cell_id = coalesce((SELECT m."to" FROM ${move} WHERE m."officialId" = o.id AND m."from" = o.cell_id), o.cell_id)
       WHERE EXISTS (SELECT 1 FROM ${move} WHERE m."officialId" = o.id AND m."from" IN (o.unit_id, o.cell_id))`,
      [moves],
    );
    await this.carryPlannings(moves, JSON.stringify(ended));
  }

  /** A post planned in a unit that ends is planned where the person goes, else in the part that stands for the whole. */
  private async carryPlannings(moves: string, ended: string): Promise<void> {
    await this.db.write(
      `UPDATE official_plannings p SET unit_id = coalesce((SELECT m."to" FROM
           jsonb_to_recordset($1::jsonb) AS m("officialId" uuid, "from" uuid, "to" uuid)
           WHERE m."officialId" = p.official_id AND m."from" = p.unit_id LIMIT 1), e.main, p.unit_id)
       FROM jsonb_to_recordset($2::jsonb) AS e("unitId" uuid, main uuid) WHERE p.unit_id = e."unitId"`,
      [moves, ended],
    );
  }

  /** Shortens first: an official has one main post at a time. */
  private async continuePosts(on: PlainDate, moves: string, ids: readonly string[]): Promise<void> {
    const ends = await this.db.rows<{ id: string; until: string | null }>(
      'SELECT id, upper(held) AS until FROM official_posts WHERE id = ANY($1::uuid[])',
      [ids],
    );
    await this.db.write(
      'UPDATE official_posts SET held = daterange(lower(held), $2::date) WHERE id = ANY($1::uuid[])',
      [ids, on],
    );
    await this.db.rows(
      `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
       SELECT gen_random_uuid(), p.official_id, m."to", p.title, p.category, p.main, daterange($2::date, e.until)
       FROM official_posts p JOIN jsonb_to_recordset($3::jsonb) AS e(id uuid, until date) ON e.id = p.id
       JOIN jsonb_to_recordset($1::jsonb) AS m("officialId" uuid, "from" uuid, "to" uuid)
         ON m."officialId" = p.official_id AND m."from" = p.unit_id`,
      [moves, on, JSON.stringify(ends)],
    );
  }
}
