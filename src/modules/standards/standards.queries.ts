import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, inSubtreeAsOf } from '../units/index.js';
import { officialFactsJoins, officialInScope } from '../officials/index.js';
import type { ExemptionView, StandardStep } from './dto/standards.view.js';
import type { DatedStandard } from './rules/choose-standard.js';
import type { HeldFacts, PerKind } from './rules/judge-standard.js';
import { managementJoin, STANDARD_COLUMNS } from './standards.sql.js';

/** A standard with all that is known of it. */
export interface KnownStandard extends DatedStandard {
  id: string;
  postTitle: string | null;
  minimum: PerKind<string | null>;
  /** The paper in words, its number and its date. */
  source: string;
  sourceNumber: string | null;
  sourceDate: PlainDate | null;
  confirmed: boolean;
  version: number;
}

/** One official's post and levels on one day. */
export interface StandardRow extends HeldFacts {
  officialId: string;
  fullName: string;
  /** The unit of the post. */
  unitId: string;
  post: string;
  postKey: string;
  category: string;
  /** Kind of area of that unit. */
  area: string | null;
}

const COLUMNS = `o.id AS "officialId", o.full_name AS "fullName", post.unit_id AS "unitId", post.title AS post,
  fold(post.title) AS "postKey", post.category, place.area,
  jsonb_build_object('professional', professional.level, 'llct', llct.level, 'management', management.level) AS held,
  ARRAY(SELECT e.kind FROM standard_exemptions e WHERE e.official_id = o.id AND e.valid @> $2::date) AS exempted`;

/** An exemption with whose it is. */
export interface OwnedExemption {
  officialId: string;
  unitId: string;
  view: ExemptionView;
}

const EXEMPTION = `jsonb_build_object('id', e.id, 'kind', e.kind, 'number', e.number, 'reason', e.reason,
  'decidedOn', lower(e.valid), 'until', upper(e.valid) - 1)`;

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
      `SELECT ${COLUMNS} FROM officials o ${officialFactsJoins('$2')} ${managementJoin('$2')}
       LEFT JOIN unit_areas($2::date) place ON place.unit_id = post.unit_id
       WHERE ${IN_SCOPE} AND post.title IS NOT NULL AND ($3::uuid[] IS NULL OR o.id = ANY($3))
       ORDER BY o.given_name, o.middle_name, o.family_name, o.id`,
      [scope, asOf, officialIds],
    );
  }

  /** The standards that hold on a day, or of all times: by category, what names least first, then by time. */
  standards(day: PlainDate | null = null): Promise<KnownStandard[]> {
    return this.db.rows<KnownStandard>(
      `SELECT ${STANDARD_COLUMNS} FROM standards s WHERE $1::date IS NULL OR s.valid @> $1::date
       ORDER BY array_position(ARRAY['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'], s.category),
         s.post_title COLLATE vi NULLS FIRST, s.area NULLS FIRST, lower(s.valid) DESC, s.id`,
      [day],
    );
  }

  async find(id: string): Promise<KnownStandard | null> {
    return this.db.row<KnownStandard>(`SELECT ${STANDARD_COLUMNS} FROM standards s WHERE s.id = $1`, [id]);
  }

  /** All standards of the posts and the area that this one speaks of, the newest first; none when there is no such id. */
  ofSameKey(id: string): Promise<KnownStandard[]> {
    return this.db.rows<KnownStandard>(
      `SELECT ${STANDARD_COLUMNS} FROM standards s JOIN standards one ON one.category = s.category
         AND one.post_key IS NOT DISTINCT FROM s.post_key AND one.area IS NOT DISTINCT FROM s.area
       WHERE one.id = $1 ORDER BY lower(s.valid) DESC NULLS LAST`,
      [id],
    );
  }

  /** What was done to these standards, the latest first. */
  steps(ids: readonly string[]): Promise<StandardStep[]> {
    return this.db.rows<StandardStep>(
      `SELECT action, at, account_name AS "by", data ->> 'reason' AS reason FROM audit_entries
       WHERE subject_id = ANY($1::uuid[]) ORDER BY at DESC, id DESC`,
      [ids],
    );
  }

  /** Whether no unit stands above this one. */
  async isTop(unitId: string): Promise<boolean> {
    const row = await this.db.row<{ top: boolean }>('SELECT parent_id IS NULL AS top FROM units WHERE id = $1', [
      unitId,
    ]);
    return row?.top ?? false;
  }

  /** The unit of an official of the scope, or null. */
  async unitOfOfficial(scope: string, officialId: string): Promise<string | null> {
    const row = await this.db.row<{ unitId: string }>(
      `SELECT o.unit_id AS "unitId" FROM officials o WHERE o.id = $2 AND ${officialInScope('o', '$1')}`,
      [scope, officialId],
    );
    return row?.unitId ?? null;
  }

  async exemption(scope: string, id: string): Promise<OwnedExemption | null> {
    return this.db.row<OwnedExemption>(
      `SELECT o.id AS "officialId", o.unit_id AS "unitId", ${EXEMPTION} AS view
       FROM standard_exemptions e JOIN officials o ON o.id = e.official_id WHERE e.id = $2 AND ${officialInScope('o', '$1')}`,
      [scope, id],
    );
  }

  /** All decisions of one official, the latest first. */
  async exemptions(officialId: string): Promise<ExemptionView[]> {
    const rows = await this.db.rows<{ view: ExemptionView }>(
      `SELECT ${EXEMPTION} AS view FROM standard_exemptions e WHERE e.official_id = $1
       ORDER BY lower(e.valid) DESC, e.kind`,
      [officialId],
    );
    return rows.map(({ view }) => view);
  }
}
