import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { placesSumSql } from '../quotas/index.js';
import { COMMUNE_KINDS, inSubtree, unitRefSql } from '../units/index.js';
import type { SentRow, UnitOfHistory } from './rules/places-history.js';

/** Places of one program and year, as far as they are the reader's. */
export interface YearOfPlaces {
  readonly year: number;
  readonly programId: string;
  readonly places: number;
  readonly taken: number;
}

/** SQL of the commune or town that counts for the unit `u`, or the unit itself. @param kinds e.g. `$2`. */
const groupOf = (kinds: string): string => `coalesce((SELECT g.id FROM units g WHERE g.id = ANY(u.path)
  AND g.kind = ANY(${kinds}::text[]) ORDER BY cardinality(g.path) LIMIT 1), u.id)`;

/** Read model over past_sendings, nominations, courses, quotas, programs, officials and units: who was sent, year by year. */
@Injectable()
export class PlacesHistoryQueries {
  constructor(private readonly db: Database) {}

  /** People sent to programs whose places are rationed: lists from before, and nominations approved here. */
  sent(scope: string, from: number, to: number): Promise<SentRow[]> {
    return this.db.rows<SentRow>(
      `WITH sent AS (
         SELECT s.year::int AS year, s.program_id, s.unit_id FROM past_sendings s WHERE ${inSubtree('s.unit_id', '$1')}
         UNION ALL
         SELECT extract(year FROM co.starts_on)::int, co.program_id, n.unit_id FROM nominations n
           JOIN courses co ON co.id = n.course_id
         WHERE is_trainee(n.state) AND ${inSubtree('n.unit_id', '$1')})
       SELECT sent.year, sent.program_id AS "programId", ${groupOf('$4')} AS "unitId", count(*)::int AS sent
       FROM sent JOIN programs p ON p.id = sent.program_id AND p.needs_quota JOIN units u ON u.id = sent.unit_id
       WHERE sent.year BETWEEN $2 AND $3 GROUP BY 1, 2, 3`,
      [scope, from, to, COMMUNE_KINDS],
    );
  }

  /** Places and their use by year, each counted once. */
  places(scope: string, from: number, to: number): Promise<YearOfPlaces[]> {
    return this.db.rows<YearOfPlaces>(
      `SELECT s.period AS year, s."programId", s.places, s.taken FROM (
         SELECT q.period, q.program_id AS "programId", ${placesSumSql('q')} FROM quotas q
         WHERE q.period BETWEEN $2 AND $3 AND ${inSubtree('q.unit_id', '$1')} GROUP BY q.period, q.program_id) s
       WHERE s.places > 0 ORDER BY s.period`,
      [scope, from, to],
    );
  }

  /** Communes, towns and units outside them, with the officials they have today. */
  units(scope: string): Promise<UnitOfHistory[]> {
    return this.db.rows<UnitOfHistory>(
      `SELECT ${unitRefSql('g')} AS unit, c.officials, g.valid_to IS NOT NULL AS closed FROM (
         SELECT ${groupOf('$2')} AS id, count(o.id)::int AS officials FROM units u
         LEFT JOIN officials o ON o.unit_id = u.id AND o.status NOT IN ('retired', 'left')
         WHERE ${inSubtree('u.id', '$1')} GROUP BY 1) c
       JOIN units g ON g.id = c.id ORDER BY g.name, g.id`,
      [scope, COMMUNE_KINDS],
    );
  }
}
