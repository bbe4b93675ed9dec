import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { officialInScope } from '../officials/index.js';
import { MERGED_COLUMNS, type MergeField, type Side } from './merge.types.js';

/** A record that is held for a merger. */
export interface HeldRecord {
  readonly id: string;
  readonly unitId: string;
}

/** A merger that stands, or stood. */
export interface StandingMerge {
  readonly keptId: string;
  readonly mergedId: string;
  readonly unitId: string;
  readonly undoneAt: Date | null;
}

/** In one class twice, or in two at the same time: pairs of nominations `k` of $1 and `m` of $2 that one person cannot have. */
const NOMINATIONS_CLASH = `(k.course_id = m.course_id AND bars_nomination(k.state) AND bars_nomination(m.state)
  OR k.period && m.period AND k.whole_days AND m.whole_days AND blocks_days(k.state) AND blocks_days(m.state))`;

/** Tables whose rows follow the person, and which of them stay behind because the kept record `k` has the same. */
const FOLLOWERS = {
  qualifications: `k.kind = t.kind AND k.level = t.level AND k.obtained_on IS NOT DISTINCT FROM t.obtained_on
    AND fold(coalesce(k.major, '')) = fold(coalesce(t.major, '')) AND t.nomination_id IS NULL`,
  past_sendings: 'k.program_id = t.program_id AND k.year = t.year AND k.school IS NOT DISTINCT FROM t.school',
  nominations: 'false',
  proposals: `k.course_id = t.course_id AND k.state IN ('interest', 'proposed', 'returned', 'reserve')
    AND t.state IN ('interest', 'proposed', 'returned', 'reserve')`,
  reserve_nominees: `k.course_id = t.course_id AND k.removed_at IS NULL AND k.nomination_id IS NULL
    AND t.removed_at IS NULL AND t.nomination_id IS NULL`,
  official_plannings: 'fold(k.title) = fold(t.title) AND k.unit_id IS NOT DISTINCT FROM t.unit_id',
  official_notes: 'false',
  standard_exemptions: 'k.kind = t.kind AND k.valid && t.valid',
  eligibility_waivers: 'k.program_id = t.program_id AND k.rule = t.rule AND k.valid && t.valid',
  official_fitness: 'k.found_on = t.found_on',
  official_ratings: 'k.year = t.year',
} as const;

/** Every table that speaks of officials and is taken along in a merger: what a new one must be added to. */
export const MERGED_TABLES: readonly string[] = ['official_posts', 'official_statuses', ...Object.keys(FOLLOWERS)];

/** Writes of mergers. */
@Injectable()
export class MergeRepository {
  constructor(private readonly db: Database) {}

  /** Those of these records that are in the scope and not merged, held until the transaction ends; always in one order. */
  async hold(scope: string, ids: readonly string[]): Promise<HeldRecord[]> {
    return this.db.rows(
      `SELECT o.id, o.unit_id AS "unitId" FROM officials o
       WHERE o.id = ANY($2::uuid[]) AND ${officialInScope('o', '$1')} ORDER BY o.id FOR UPDATE OF o`,
      [scope, ids],
    );
  }

  /** Remembers that a pair is none. */
  async dismiss(a: string, b: string, accountId: string, at: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO duplicate_dismissals (first_id, second_id, account_id, dismissed_at)
       VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4) ON CONFLICT DO NOTHING`,
      [a, b, accountId, at],
    );
  }

  /** Pairs of class names where both are nominated and one person cannot be. */
  async clashingNominations(keepId: string, mergeId: string): Promise<{ keep: string; merge: string }[]> {
    return this.db.rows(
      `SELECT kc.title AS keep, mc.title AS merge FROM nominations k JOIN courses kc ON kc.id = k.course_id,
         nominations m JOIN courses mc ON mc.id = m.course_id
       WHERE k.official_id = $1 AND m.official_id = $2 AND ${NOMINATIONS_CLASH} ORDER BY kc.starts_on, mc.starts_on`,
      [keepId, mergeId],
    );
  }

  /** Main posts that both hold at once; `same` where it is one post written twice. */
  async clashingPosts(keepId: string, mergeId: string): Promise<{ keep: string; merge: string; same: boolean }[]> {
    return this.db.rows(
      `SELECT k.title AS keep, m.title AS merge, k.title_key = m.title_key AND k.unit_id = m.unit_id AS same
       FROM official_posts k JOIN official_posts m ON m.official_id = $2 AND m.main AND m.held && k.held
       WHERE k.official_id = $1 AND k.main ORDER BY lower(k.held) NULLS FIRST`,
      [keepId, mergeId],
    );
  }

  /** How many rows the merged record brings along, by kind. */
  async followers(mergeId: string): Promise<{ kind: string; count: number }[]> {
    return this.db.rows(
      `SELECT kind, count FROM (VALUES
         ('posts', (SELECT count(*)::int FROM official_posts WHERE official_id = $1), 1),
         ('qualifications', (SELECT count(*)::int FROM qualifications WHERE official_id = $1), 2),
         ('pastSendings', (SELECT count(*)::int FROM past_sendings WHERE official_id = $1), 3),
         ('nominations', (SELECT count(*)::int FROM nominations WHERE official_id = $1), 4),
         ('plannings', (SELECT count(*)::int FROM official_plannings WHERE official_id = $1), 5),
         ('notes', (SELECT count(*)::int FROM official_notes WHERE official_id = $1), 6),
         ('exemptions', (SELECT count(*)::int FROM standard_exemptions WHERE official_id = $1), 7)) v(kind, count, n)
       WHERE count > 0 ORDER BY n`,
      [mergeId],
    );
  }

  /** Makes one record part of another; the rows that the kept one has too stay with the merged one, where they can be read. */
  async merge(keepId: string, mergeId: string, sides: Record<MergeField, Side>): Promise<void> {
    await this.db.write(
      'UPDATE officials SET merged_into = $1, version = version + 1 WHERE id = $2 OR merged_into = $2',
      [keepId, mergeId],
    );
    await this.takeColumns(keepId, mergeId, sides);
    await this.mergePosts(keepId, mergeId, sides.mainPost);
    if (sides.status === 'merge') await this.swapStatuses(keepId, mergeId);
    for (const [table, same] of Object.entries(FOLLOWERS)) {
      await this.db.write(
        `UPDATE ${table} t SET official_id = $1 WHERE t.official_id = $2
         AND NOT EXISTS (SELECT 1 FROM ${table} k WHERE k.official_id = $1 AND ${same})`,
        [keepId, mergeId],
      );
    }
  }

  private async takeColumns(keepId: string, mergeId: string, sides: Record<MergeField, Side>): Promise<void> {
    const taken = Object.entries(MERGED_COLUMNS)
      .filter(([field]) => sides[field as MergeField] === 'merge')
      .flatMap(([, columns]) => columns.map((column) => `${column} = m.${column}, `));
    await this.db.write(
      `UPDATE officials k SET ${taken.join('')}version = k.version + 1 FROM officials m WHERE k.id = $1 AND m.id = $2`,
      [keepId, mergeId],
    );
  }

  /** Where both held a main post at once, one side's becomes a second post; the same post stays with the merged record. */
  private async mergePosts(keepId: string, mergeId: string, winner: Side): Promise<void> {
    const [winnerId, loserId] = winner === 'keep' ? [keepId, mergeId] : [mergeId, keepId];
    const twice = `SELECT l.id FROM official_posts l JOIN official_posts w ON w.official_id = $1 AND w.held && l.held
      AND w.title_key = l.title_key AND w.unit_id = l.unit_id WHERE l.official_id = $2`;
    const same = await this.db.rows<{ id: string }>(twice, [winnerId, loserId]);
    await this.db.write(
      `UPDATE official_posts l SET main = false WHERE l.official_id = $2 AND l.main AND EXISTS
         (SELECT 1 FROM official_posts w WHERE w.official_id = $1 AND w.main AND w.held && l.held)`,
      [winnerId, loserId],
    );
    const stay = same.map(({ id }) => id);
    await this.db.write(
      'UPDATE official_posts SET official_id = $1 WHERE official_id = $2 AND NOT id = ANY($3::uuid[])',
      [keepId, mergeId, stay],
    );
    await this.db.write('UPDATE official_posts SET main = false, official_id = $1 WHERE id = ANY($2::uuid[])', [
      mergeId,
      stay,
    ]);
  }

  /** The history of statuses is one record's or the other's: two would contradict each other. */
  private async swapStatuses(keepId: string, mergeId: string): Promise<void> {
    const kept = await this.db.rows<{ row: unknown }>(
      'DELETE FROM official_statuses s WHERE s.official_id = $1 RETURNING to_jsonb(s) AS row',
      [keepId],
    );
    await this.db.write('UPDATE official_statuses SET official_id = $1 WHERE official_id = $2', [keepId, mergeId]);
    await this.db.rows(
      `INSERT INTO official_statuses (id, official_id, status, held, note)
       SELECT r.id, $2, r.status, r.held, r.note FROM jsonb_populate_recordset(NULL::official_statuses, $1::jsonb) r`,
      [JSON.stringify(kept.map(({ row }) => row)), mergeId],
    );
  }

  /** Values of both records as texts, by field; of a protected number only whether there is one. */
  async values(keepId: string, mergeId: string): Promise<Map<string, Record<MergeField, string | null>>> {
    const rows = await this.db.rows<{ id: string; values: Record<MergeField, string | null> }>(
      `SELECT o.id, jsonb_build_object('fullName', o.full_name, 'otherName', o.other_name, 'gender', o.gender,
         'birth', coalesce(o.born_on::text, o.birth_year::text), 'ethnicGroup', o.ethnic_group, 'homePlace', o.home_place, 'schooling', o.schooling,
         'membership', o.membership, 'unit', u.name, 'cell', c.name, 'citizenId', CASE WHEN o.citizen_id_key IS NOT NULL THEN 'yes' END,
         'partyCard', CASE WHEN o.party_card_key IS NOT NULL THEN 'yes' END, 'status', o.status, 'mainPost',
         (SELECT p.title FROM official_posts p WHERE p.official_id = o.id AND p.main ORDER BY lower(p.held) DESC NULLS LAST LIMIT 1)) AS values
       FROM officials o JOIN units u ON u.id = o.unit_id LEFT JOIN units c ON c.id = o.cell_id WHERE o.id IN ($1, $2)`,
      [keepId, mergeId],
    );
    return new Map(rows.map(({ id, values }) => [id, values]));
  }

  async remember(merge: { id: string; keepId: string; mergeId: string; accountId: string; at: Date }): Promise<void> {
    await this.db.rows(
      'INSERT INTO official_merges (id, kept_id, merged_id, account_id, merged_at) VALUES ($1, $2, $3, $4, $5)',
      [merge.id, merge.keepId, merge.mergeId, merge.accountId, merge.at],
    );
  }

  /** A merger whose kept record is in the scope, held until the transaction ends, or null. */
  async holdMerge(scope: string, id: string): Promise<StandingMerge | null> {
    return this.db.row(
      `SELECT m.kept_id AS "keptId", m.merged_id AS "mergedId", o.unit_id AS "unitId", m.undone_at AS "undoneAt"
       FROM official_merges m JOIN officials o ON o.id = m.kept_id WHERE m.id = $2 AND ${officialInScope('o', '$1')} FOR UPDATE OF m`,
      [scope, id],
    );
  }

  async markUndone(id: string, at: Date): Promise<void> {
    await this.db.write('UPDATE official_merges SET undone_at = $2 WHERE id = $1', [id, at]);
  }
}
