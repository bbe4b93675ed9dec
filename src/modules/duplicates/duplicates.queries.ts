import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import { Database } from '../../platform/database/database.js';
import { OFFICIAL_COLUMNS, officialInScope, officialTables, type OfficialView } from '../officials/index.js';
import type { MergeView } from './dto/duplicates.view.js';
import type { PersonFacts } from './rules/similarity.js';

/** Somebody to be compared. */
export type Candidate = PersonFacts & { id: string };

/** Pairs looked at in one go: more than anybody settles in a day. */
const MOST_PAIRS = 5000;
const MOST_MERGES = 50;

const FACTS = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'fullName', ${alias}.full_name,
  'gender', ${alias}.gender, 'bornOn', ${alias}.born_on, 'birthYear', ${alias}.year, 'unitId', ${alias}.unit_id,
  'parentId', ${alias}.parent_id, 'citizenIdKey', ${alias}.citizen_key)`;

const PEOPLE = (condition: string): string => `SELECT o.id, o.full_name, o.name_key, o.gender, o.born_on,
  coalesce(extract(year FROM o.born_on)::int, o.birth_year) AS year, o.unit_id, u.parent_id, coalesce(u.parent_id, u.id) AS around,
  encode(o.citizen_id_key, 'hex') AS citizen_key FROM officials o JOIN units u ON u.id = o.unit_id WHERE ${condition}`;

/** Two slips in the database's count: swapping two letters is two of them, and one in the rule's. */
const NAMES_NEAR = 'levenshtein_less_equal(a.name_key, b.name_key, 2) <= 2';

/** Reads of records that may be one person. */
@Injectable()
export class DuplicatesQueries {
  constructor(private readonly db: Database) {}

  /**
   * A net cast wider than the rule: pairs of the scope that share the year of birth, stand near each other and are called
   * nearly the same, or that share a citizen id; without those that were dismissed.
   * @param unitId only pairs with somebody of this part of the tree.
   */
  async pairs(scope: string, unitId: string): Promise<[Candidate, Candidate][]> {
    const rows = await this.db.rows<{ a: Candidate; b: Candidate }>(
      `WITH person AS MATERIALIZED (${PEOPLE(officialInScope('o', '$1'))}),
       net AS (
         SELECT a.id AS a, b.id AS b FROM person a JOIN person b ON b.year = a.year AND b.around = a.around AND a.id < b.id
           WHERE ${NAMES_NEAR}
         UNION SELECT least(a.id, b.id), greatest(a.id, b.id) FROM person a JOIN person b ON b.year = a.year AND b.parent_id = a.unit_id
           WHERE ${NAMES_NEAR}
         UNION SELECT a.id, b.id FROM person a JOIN person b ON b.citizen_key = a.citizen_key AND a.id < b.id)
       SELECT ${FACTS('a')} AS a, ${FACTS('b')} AS b FROM net JOIN person a ON a.id = net.a JOIN person b ON b.id = net.b
       WHERE NOT EXISTS (SELECT 1 FROM duplicate_dismissals d WHERE d.first_id = net.a AND d.second_id = net.b)
         AND ($1 = $2 OR EXISTS (SELECT 1 FROM officials o WHERE o.id IN (net.a, net.b) AND ${officialInScope('o', '$2')}))
       ORDER BY net.a, net.b LIMIT ${MOST_PAIRS}`,
      [scope, unitId],
    );
    return rows.map(({ a, b }) => [a, b]);
  }

  /** People of the scope whom somebody to be recorded may already be: the same net, thrown for one. */
  async near(scope: string, person: { fullName: string; year: number; unitId: string }): Promise<Candidate[]> {
    const rows = await this.db.rows<{ b: Candidate }>(
      `SELECT ${FACTS('b')} AS b FROM (${PEOPLE(officialInScope('o', '$1'))}) b, units at
       WHERE at.id = $4 AND b.year = $3 AND levenshtein_less_equal(b.name_key, $2, 2) <= 2
         AND (b.around = coalesce(at.parent_id, at.id) OR b.parent_id = at.id OR b.unit_id = at.parent_id)
       ORDER BY b.id LIMIT 50`,
      [scope, foldVietnamese(person.fullName), person.year, person.unitId],
    );
    return rows.map(({ b }) => b);
  }

  /** Officials as lists show them, by id. */
  async views(ids: readonly string[], today: PlainDate): Promise<Map<string, OfficialView>> {
    const rows = await this.db.rows<OfficialView>(
      `SELECT ${OFFICIAL_COLUMNS} FROM ${officialTables('$2')} WHERE o.id = ANY($1::uuid[])`,
      [ids, today],
    );
    return new Map(rows.map((view) => [view.id, view]));
  }

  /** The last mergers of the scope, newest first. */
  async merges(scope: string): Promise<MergeView[]> {
    return this.db.rows(
      `SELECT m.id, m.kept_id AS "keptId", m.merged_id AS "mergedId", o.full_name AS "keptName", d.full_name AS "mergedName",
         m.merged_at AS "mergedAt", m.undone_at AS "undoneAt"
       FROM official_merges m JOIN officials o ON o.id = m.kept_id JOIN officials d ON d.id = m.merged_id
       WHERE ${officialInScope('o', '$1')} ORDER BY m.merged_at DESC, m.id DESC LIMIT ${MOST_MERGES}`,
      [scope],
    );
  }
}
