import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { GrantView } from './dto/grant.view.js';
import type { PlacesQuery } from './dto/places.dto.js';

const VIEW = `g.id, g.program_id AS "programId", p.name AS "programName", g.period, ${unitRefSql('u')} AS unit, g.grantor,
  g.school, g.places, g.cut, g.document_number AS "documentNumber", g.document_date AS "documentDate", g.use_by AS "useBy",
  g.note, g.version, (SELECT coalesce(jsonb_agg(jsonb_build_object('at', c.at, 'by', a.display_name, 'reason', c.reason,
      'changes', (SELECT jsonb_agg(jsonb_build_object('field', f, 'from', c.before ->> f, 'to', c.after ->> f) ORDER BY f) FROM jsonb_object_keys(c.after) f))
      ORDER BY c.at DESC, c.id DESC), '[]') FROM quota_grant_corrections c LEFT JOIN accounts a ON a.id = c.account_id
    WHERE c.grant_id = g.id) AS corrections`;
const TABLES = 'quota_grants g JOIN programs p ON p.id = g.program_id JOIN units u ON u.id = g.unit_id';

/** Reads of grants. */
@Injectable()
export class GrantsQueries {
  constructor(private readonly db: Database) {}

  /** Grants to units in the subtree of `scope`, newest year first. */
  async list(scope: string, query: PlacesQuery): Promise<Page<GrantView>> {
    const request = pageRequest(query, 'integer', 'integer', 'id');
    const filter = `${inSubtree('g.unit_id', '$1')} AND ($2::uuid IS NULL OR g.program_id = $2) AND ($3::int IS NULL OR g.period = $3)`;
    const values = [scope, query.programId ?? null, query.period ?? null];
    const rows = await this.db.rows<GrantView & { cursor: unknown[] }>(
      `SELECT ${VIEW}, jsonb_build_array(-g.period, p.position, g.id) AS cursor FROM ${TABLES}
       WHERE ${filter} AND ($4::int IS NULL OR (-g.period, p.position, g.id) > ($4::int, $5::int, $6::uuid))
       ORDER BY -g.period, p.position, g.id LIMIT $7`,
      [...values, ...(request.after ?? [null, null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM quota_grants g WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** One grant to exactly this unit, or null. */
  find(unitId: string, id: string): Promise<GrantView | null> {
    return this.db.row<GrantView>(`SELECT ${VIEW} FROM ${TABLES} WHERE g.id = $2 AND g.unit_id = $1`, [unitId, id]);
  }
}
