import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, inSubtreeAsOf } from '../units/index.js';
import { officialFactsJoins, officialInScope } from '../officials/index.js';

/** One official's post, levels and the standard of that post, on one day. */
export interface StandardRow {
  officialId: string;
  fullName: string;
  /** The unit of the post. */
  unitId: string;
  post: string | null;
  professionalLevel: string | null;
  llctLevel: string | null;
  standard: { professionalMinimum: string | null; llctMinimum: string | null; source: string } | null;
}

const COLUMNS = `o.id AS "officialId", o.full_name AS "fullName", post.unit_id AS "unitId", post.title AS post,
  professional.level AS "professionalLevel", llct.level AS "llctLevel",
  CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('professionalMinimum', s.professional_minimum,
    'llctMinimum', s.llct_minimum, 'source', s.source) END AS standard`;

/**
 * Lists go by the map of that day, through the unit of the post held then; a Party cell sees the members it has today,
 * and officials asked for by name (`$3`) are those that the reader sees today.
 */
const IN_SCOPE = `(${inSubtreeAsOf('post.unit_id', '$1', '$2')}
  OR (${inSubtree('o.cell_id', '$1')} AND EXISTS (SELECT 1 FROM units viewer WHERE viewer.id = $1::uuid AND viewer.kind = 'party-cell'))
  OR ($3::uuid[] IS NOT NULL AND ${officialInScope('o', '$1')}))`;

/** Facts for judging, as of a day. */
@Injectable()
export class StandardsQueries {
  constructor(private readonly db: Database) {}

  /** Everyone of the scope who holds a main post on that day, in Vietnamese order of names. */
  rows(scope: string, asOf: PlainDate, officialIds: readonly string[] | null = null): Promise<StandardRow[]> {
    return this.db.rows<StandardRow>(
      `SELECT ${COLUMNS} FROM officials o ${officialFactsJoins('$2')}
       LEFT JOIN standards s ON s.category = post.category AND s.valid @> $2::date
       WHERE ${IN_SCOPE} AND post.title IS NOT NULL AND ($3::uuid[] IS NULL OR o.id = ANY($3))
       ORDER BY o.given_name, o.middle_name, o.family_name, o.id`,
      [scope, asOf, officialIds],
    );
  }
}
