import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What can be wrong with a row of places. */
export const LEDGER_RULES = [
  'counters-follow-ledger',
  'no-place-is-given-twice',
  'parts-add-up',
  'holds-add-up',
  'places-follow-nominations',
  'grants-come-in',
  'minimums-are-kept',
  'minimums-follow-nominations',
] as const;
export type LedgerRule = (typeof LEDGER_RULES)[number];

/** A row of places that breaks a rule: what it counts, and what it should. */
export interface LedgerFinding {
  readonly rule: LedgerRule;
  readonly quotaId: string;
  readonly unitId: string;
  readonly programId: string;
  readonly period: number;
  readonly counted: string;
  readonly expected: string;
}

/** Rows whose counters are not the balances of their entries. */
const COUNTERS = `
  SELECT q.id, concat_ws('/', q.places, q.passed_on, q.held, q.reserved, q.taken) AS counted,
    concat_ws('/', -coalesce(b.above, 0), coalesce(b.passed, 0), coalesce(b.held, 0), coalesce(b.reserved, 0), coalesce(b.taken, 0)) AS expected
  FROM quotas q LEFT JOIN (
    SELECT quota_id, sum(n) FILTER (WHERE bucket = 'above') AS above, sum(n) FILTER (WHERE bucket = 'passed') AS passed,
      sum(n) FILTER (WHERE bucket = 'held') AS held, sum(n) FILTER (WHERE bucket = 'reserved') AS reserved,
      sum(n) FILTER (WHERE bucket = 'taken') AS taken
    FROM (SELECT quota_id, to_bucket AS bucket, places AS n FROM quota_entries
      UNION ALL SELECT quota_id, from_bucket, -places FROM quota_entries) e GROUP BY quota_id) b ON b.quota_id = q.id`;

/** Rows that passed on, keep, reserve and took more places together than they have. */
const GIVEN = `
  SELECT q.id, (q.passed_on + q.held + q.reserved + q.taken)::text AS counted,
    least(q.passed_on + q.held + q.reserved + q.taken, q.places)::text AS expected FROM quotas q`;

/** Rows that passed on another number than the rows below them received. */
const PARTS = `
  SELECT q.id, q.passed_on::text AS counted,
    (SELECT coalesce(sum(c.places), 0) FROM quotas c WHERE c.parent_id = q.id)::text AS expected FROM quotas q`;

/** Rows that keep another number of places than their holds still have to name. */
const HOLDS = `
  SELECT q.id, q.held::text AS counted,
    (SELECT coalesce(sum(h.unnamed), 0) FROM quota_holds h WHERE h.quota_id = q.id)::text AS expected FROM quotas q`;

/** Rows that reserve or took another number of places than there are nominations that hold one of theirs. */
const NOMINATIONS = `
  SELECT q.id, concat_ws('/', q.reserved, q.taken - coalesce(o.before, 0)) AS counted, concat_ws('/', coalesce(n.waiting, 0), coalesce(n.settled, 0)) AS expected
  FROM quotas q
  LEFT JOIN (SELECT quota_id, count(*) FILTER (WHERE is_undecided(state)) AS waiting,
      count(*) FILTER (WHERE NOT is_undecided(state)) AS settled
    FROM nominations WHERE place <> 'none' AND quota_id IS NOT NULL GROUP BY quota_id) n ON n.quota_id = q.id
  -- Taken in the years before the product, of whom no nomination speaks.
  LEFT JOIN (SELECT quota_id, sum(CASE WHEN to_bucket = 'taken' THEN places ELSE -places END) AS before
    FROM quota_entries WHERE nomination_id IS NULL AND 'taken' IN (from_bucket, to_bucket) GROUP BY quota_id) o ON o.quota_id = q.id`;

/** Tops of trees that hold another number of places than their grants, less what was cut, gave. */
const GRANTS = `
  SELECT q.id, q.places::text AS counted, (SELECT coalesce(sum(g.places - g.cut), 0) FROM quota_grants g
    WHERE g.program_id = q.program_id AND g.period = q.period AND g.unit_id = q.unit_id)::text AS expected
  FROM quotas q WHERE q.parent_id IS NULL`;

/** Rows on which fewer places are left than a minimum share keeps. */
const MINIMUMS = `SELECT s.quota_id AS id, least(s.open, s.owed)::text AS counted, s.owed::text AS expected FROM quota_minimum_state s`;

/** Minimum shares that count people who have no place of the row any more. */
const MINIMUM_USES = `
  SELECT m.quota_id AS id, count(s.id)::text AS counted, count(n.id)::text AS expected FROM quota_minimums m
  LEFT JOIN quota_minimum_uses s ON s.quota_id = m.quota_id AND s.category = m.category
  LEFT JOIN nominations n ON n.id = s.nomination_id AND n.quota_id = m.quota_id AND n.place <> 'none' GROUP BY m.id`;

const RULES: Record<LedgerRule, string> = {
  'counters-follow-ledger': COUNTERS,
  'no-place-is-given-twice': GIVEN,
  'parts-add-up': PARTS,
  'holds-add-up': HOLDS,
  'places-follow-nominations': NOMINATIONS,
  'grants-come-in': GRANTS,
  'minimums-are-kept': MINIMUMS,
  'minimums-follow-nominations': MINIMUM_USES,
};

/** Goes through the ledger of places and tells where a number is not what its entries, parts and people make it. */
@Injectable()
export class LedgerAudit {
  constructor(private readonly db: Database) {}

  /** Reads only. @returns every broken row, with the rule it breaks; none where all is well. */
  async findings(): Promise<LedgerFinding[]> {
    const each = await Promise.all(
      Object.entries(RULES).map(([rule, sql]) =>
        this.db.rows<LedgerFinding>(
          `SELECT $1 AS rule, q.id AS "quotaId", q.unit_id AS "unitId", q.program_id AS "programId", q.period, f.counted, f.expected
           FROM (${sql}) f JOIN quotas q ON q.id = f.id WHERE f.counted <> f.expected ORDER BY q.period, q.id`,
          [rule],
        ),
      ),
    );
    return each.flat();
  }
}
