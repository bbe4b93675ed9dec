import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { LedgerQuery } from './dto/ledger.dto.js';
import type { LedgerEntryView } from './dto/ledger.view.js';

const TABLES = `quota_entries e JOIN quotas q ON q.id = e.quota_id JOIN units u ON u.id = q.unit_id JOIN programs p ON p.id = q.program_id
  LEFT JOIN quotas oq ON oq.id = e.other_quota_id LEFT JOIN units o ON o.id = oq.unit_id LEFT JOIN accounts a ON a.id = e.account_id
  LEFT JOIN quota_grants g ON g.id = e.grant_id AND e.kind = 'grant' LEFT JOIN nominations n ON n.id = e.nomination_id
  LEFT JOIN officials person ON person.id = n.official_id`;

/** Reads of the ledger of places. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly db: Database) {}

  /** Entries of units in the subtree of `scope`, newest first. Another unit is named only within that subtree. */
  async list(scope: string, query: LedgerQuery): Promise<Page<LedgerEntryView>> {
    const request = pageRequest(query, 'integer');
    const filter = `${inSubtree('q.unit_id', '$1')} AND ($2::uuid IS NULL OR q.program_id = $2) AND ($3::int IS NULL OR q.period = $3)
      AND ($4::uuid IS NULL OR q.unit_id = $4) AND ($5::text IS NULL OR e.kind = $5)
      AND ($6::date IS NULL OR e.at >= $6::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
      AND ($7::date IS NULL OR e.at < ($7::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
      AND ($8::text IS NULL OR fold(a.display_name) LIKE '%' || fold($8) || '%' OR person.name_key LIKE '%' || fold($8) || '%')`;
    const { programId, period, unitId, kind, from, to, person } = query;
    const values = [scope, programId, period, unitId, kind, from, to, person?.trim() || null].map(
      (value) => value ?? null,
    );
    const rows = await this.db.rows<LedgerEntryView & { cursor: unknown[] }>(
      `SELECT e.id, e.number::float8 AS number, e.at, e.kind, q.program_id AS "programId", p.name AS "programName", q.period,
         ${unitRefSql('u')} AS unit, e.from_bucket AS "from", e.to_bucket AS "to", e.places,
         CASE WHEN o.id IS NULL OR NOT o.path @> ARRAY[$1::uuid] THEN NULL ELSE ${unitRefSql('o')} END AS other,
         e.nomination_id AS "nominationId", CASE WHEN person.id IS NOT NULL THEN jsonb_build_object('id', person.id, 'name', person.full_name) END AS official,
         a.display_name AS by, e.reason, coalesce(g.document_number, e.document) AS document, jsonb_build_array(-e.number) AS cursor
       FROM ${TABLES} WHERE ${filter} AND ($9::bigint IS NULL OR -e.number > $9) ORDER BY e.number DESC LIMIT $10`,
      [...values, request.after?.[0] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }
}
