import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, standing, type UnitRef, unitRefSql } from '../units/index.js';

/** Places of a unit with those of the units below it. */
export interface UseRow {
  readonly unitId: string;
  readonly unit: UnitRef;
  readonly program: { readonly id: string; readonly code: string; readonly name: string };
  readonly reserve: boolean;
  readonly places: number;
  readonly used: number;
  readonly left: number;
  readonly since: PlainDate | null;
  /** The first day by which a grant of the board asks for them back and that is not over. */
  readonly useBy: PlainDate | null;
}

/** How places of a year are used. */
@Injectable()
export class ForesightQueries {
  constructor(private readonly db: Database) {}

  /** Rows that the board's own rows feed, and what is left on those: the reserve. */
  uses(board: string, period: number, today: PlainDate): Promise<UseRow[]> {
    return this.db.rows<UseRow>(
      `SELECT q.unit_id AS "unitId", ${unitRefSql('u')} AS unit, q.is_reserve AS reserve,
         jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) AS program,
         CASE WHEN q.is_reserve THEN q.free ELSE q.places END AS places, s.used, s.left,
         (SELECT (min(e.at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM quota_entries e WHERE e.quota_id = q.id) AS since,
         (SELECT min(g.use_by) FROM quota_grants g WHERE g.program_id = q.program_id AND g.period = q.period
            AND g.unit_id = $1 AND g.use_by >= $3::date AND g.cut < g.places) AS "useBy"
       FROM quotas q JOIN units u ON u.id = q.unit_id JOIN programs p ON p.id = q.program_id
       CROSS JOIN LATERAL (SELECT CASE WHEN q.is_reserve THEN q.free ELSE sum(b.free + b.held)::int END AS left,
           CASE WHEN q.is_reserve THEN 0 ELSE sum(b.reserved + b.taken)::int END AS used
         FROM quotas b WHERE b.program_id = q.program_id AND b.period = q.period AND ${inSubtree('b.unit_id', 'q.unit_id')}) s
       WHERE q.period = $2 AND ${standing('u')} AND (q.unit_id = $1 OR EXISTS (SELECT 1 FROM quotas o
         WHERE o.id = q.parent_id AND o.unit_id = $1)) ORDER BY p.position, u.name, u.id`,
      [board, period, today],
    );
  }

  /** The units above each of these units and it itself, from the top down. */
  async paths(unitIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows = await this.db.rows<{ id: string; path: string[] }>(
      'SELECT id, path FROM units WHERE id = ANY($1::uuid[])',
      [unitIds],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }
}
