import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { QuotaNoticesQuery } from './dto/notice.dto.js';
import type { QuotaNoticeCall, QuotaNoticeLine, QuotaNoticeSummary } from './dto/notice.view.js';
import { minimumsSql } from './minimums.view.js';
import type { Minimum } from './rules/minimums.js';
import type { Basis } from './rules/proposal.js';

/** A line as places stand now, with the numbers they came from where those still explain them. */
export interface CurrentLine extends Omit<QuotaNoticeLine, 'reason'> {
  readonly quotaId: string;
  readonly quotaVersion: number;
  readonly basis: Basis | null;
  readonly minimums: readonly Minimum[];
}

/** What a unit that is called is told. */
export interface CalledUnit {
  readonly unitId: string;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly deadline: string;
  readonly places: number;
}

/** The board's own notices, drafts too; others see what calls a unit of theirs. `$1` is the reader's unit. */
const VISIBLE = `(n.unit_id = $1 OR (n.published_at IS NOT NULL AND EXISTS
  (SELECT 1 FROM quota_notice_calls v WHERE v.notice_id = n.id AND ${inSubtree('v.unit_id', '$1')})))`;

const SUMMARY = `n.id, n.period, CASE WHEN n.published_at IS NULL THEN 'draft' ELSE 'published' END AS state,
  ${unitRefSql('u')} AS unit, n.deadline, n.note, n.document_number AS "documentNumber", n.document_date AS "documentDate",
  n.signer, n.published_at AS "publishedAt",
  (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) ORDER BY p.position)
   FROM quota_notice_programs np JOIN programs p ON p.id = np.program_id WHERE np.notice_id = n.id) AS programs,
  (SELECT l.document_number FROM quota_notices l WHERE l.unit_id = n.unit_id AND l.period = n.period
     AND l.published_at > n.published_at AND EXISTS (SELECT 1 FROM quota_notice_programs a
       JOIN quota_notice_programs b ON b.program_id = a.program_id WHERE a.notice_id = l.id AND b.notice_id = n.id)
   ORDER BY l.published_at DESC LIMIT 1) AS "replacedBy",
  c.called, c.seen, c.acknowledged, c.answered`;
const TABLES = `quota_notices n JOIN units u ON u.id = n.unit_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS called, count(k.seen_at)::int AS seen, count(k.acknowledged_at)::int AS acknowledged,
      count(*) FILTER (WHERE k.answer IN ('list', 'none'))::int AS answered
    FROM quota_notice_calls k WHERE k.notice_id = n.id AND ${inSubtree('k.unit_id', '$1')}) c`;

/** People who have one of the places that a notice gives a unit `k`, its own or those of units below. */
const NOMINATED = `(SELECT coalesce(sum(q.reserved + q.taken), 0)::int FROM quota_notice_lines l JOIN quotas given ON given.id = l.quota_id
  JOIN quotas q ON q.program_id = given.program_id AND q.period = given.period AND NOT q.is_reserve
  JOIN units below ON below.id = q.unit_id AND k.unit_id = ANY(below.path) WHERE l.notice_id = k.notice_id AND l.unit_id = k.unit_id)`;

/** Reads of notices of places. */
@Injectable()
export class NoticesQueries {
  constructor(private readonly db: Database) {}

  /** Notices that the reader may know of: drafts first, then the latest. */
  async list(scope: string, query: QuotaNoticesQuery): Promise<Page<QuotaNoticeSummary>> {
    const request = pageRequest(query, 'instant', 'id');
    const filter = `${VISIBLE} AND ($2::int IS NULL OR n.period = $2)`;
    const key = `coalesce(n.published_at, '9999-01-01'::timestamptz)`;
    const rows = await this.db.rows<QuotaNoticeSummary & { cursor: unknown[] }>(
      `SELECT ${SUMMARY}, jsonb_build_array(${key}, n.id) AS cursor FROM ${TABLES}
       WHERE ${filter} AND ($3::timestamptz IS NULL OR (${key}, n.id) < ($3::timestamptz, $4::uuid))
       ORDER BY ${key} DESC, n.id DESC LIMIT $5`,
      [scope, query.period ?? null, ...(request.after ?? [null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM quota_notices n WHERE ${filter}`,
      [scope, query.period ?? null],
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** One notice that the reader may know of, or null. */
  find(scope: string, id: string): Promise<QuotaNoticeSummary | null> {
    return this.db.row<QuotaNoticeSummary>(`SELECT ${SUMMARY} FROM ${TABLES} WHERE n.id = $2 AND ${VISIBLE}`, [
      scope,
      id,
    ]);
  }

  /** The annex of a published notice, as far as it is about the reader's units. */
  lines(scope: string, id: string): Promise<QuotaNoticeLine[]> {
    return this.db.rows<QuotaNoticeLine>(
      `SELECT l.unit_id AS "unitId", ${unitRefSql('u')} AS unit, l.program_id AS "programId", l.places, l.reason
       FROM quota_notice_lines l JOIN units u ON u.id = l.unit_id JOIN programs p ON p.id = l.program_id
       WHERE l.notice_id = $2 AND ${inSubtree('l.unit_id', '$1')} ORDER BY p.position, u.name, u.id`,
      [scope, id],
    );
  }

  /**
   * What a draft would say: places that the board's own row feeds, and units that an earlier notice of the year gave some of
   * which none are left. They are held as they are until the transaction ends.
   */
  currentLines(id: string): Promise<CurrentLine[]> {
    return this.db.rows<CurrentLine>(
      `SELECT q.unit_id AS "unitId", ${unitRefSql('u')} AS unit, q.program_id AS "programId", q.places, q.id AS "quotaId",
         q.version AS "quotaVersion", (SELECT b.basis FROM quota_bases b WHERE b.program_id = q.program_id
           AND b.period = q.period AND b.unit_id = q.unit_id AND b.places = q.places) AS basis, ${minimumsSql('q')} AS minimums
       FROM quota_notices n JOIN quota_notice_programs np ON np.notice_id = n.id
       JOIN quotas own ON own.unit_id = n.unit_id AND own.program_id = np.program_id AND own.period = n.period
       JOIN quotas q ON q.parent_id = own.id JOIN units u ON u.id = q.unit_id JOIN programs p ON p.id = q.program_id
       WHERE n.id = $1 AND (q.places > 0 OR EXISTS (SELECT 1 FROM quota_notice_lines l JOIN quota_notices e ON e.id = l.notice_id
         WHERE e.unit_id = n.unit_id AND e.period = n.period AND l.unit_id = q.unit_id AND l.program_id = q.program_id))
       ORDER BY p.position, u.name, u.id FOR SHARE OF q`,
      [id],
    );
  }

  /** Who was called and who looked, as far as they are units of the reader. */
  calls(scope: string, id: string): Promise<Omit<QuotaNoticeCall, 'standing'>[]> {
    return this.db.rows<Omit<QuotaNoticeCall, 'standing'>>(
      `SELECT k.id, k.unit_id AS "unitId", ${unitRefSql('u')} AS unit, k.deadline, k.called_at AS "calledAt",
         k.seen_at AS "seenAt", s.display_name AS "seenBy", k.acknowledged_at AS "acknowledgedAt",
         a.display_name AS "acknowledgedBy", k.answer, k.reason, k.asked_until AS "askedUntil", k.answered_at AS "answeredAt",
         w.display_name AS "answeredBy", ${NOMINATED} AS nominated
       FROM quota_notice_calls k JOIN units u ON u.id = k.unit_id LEFT JOIN accounts s ON s.id = k.seen_by
       LEFT JOIN accounts a ON a.id = k.acknowledged_by LEFT JOIN accounts w ON w.id = k.answered_by
       WHERE k.notice_id = $2 AND ${inSubtree('k.unit_id', '$1')} ORDER BY u.name, u.id`,
      [scope, id],
    );
  }

  /** Units that a published notice calls, with the places that it gives each. */
  called(id: string): Promise<CalledUnit[]> {
    return this.db.rows<CalledUnit>(
      `SELECT k.unit_id AS "unitId", n.document_number AS "documentNumber", n.document_date AS "documentDate", k.deadline,
         (SELECT coalesce(sum(l.places), 0)::int FROM quota_notice_lines l WHERE l.notice_id = n.id AND l.unit_id = k.unit_id) AS places
       FROM quota_notice_calls k JOIN quota_notices n ON n.id = k.notice_id WHERE n.id = $1 ORDER BY k.id`,
      [id],
    );
  }
}
