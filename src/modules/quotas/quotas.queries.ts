import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { QuotasQuery } from './dto/quota.dto.js';
import type { QuotaView } from './dto/quota.view.js';
import { minimumsSql } from './minimums.view.js';
import { placesSql } from './places.view.js';

/** Reads of quotas. */
@Injectable()
export class QuotasQueries {
  constructor(private readonly db: Database) {}

  /** Quotas of units in the subtree of `scope`: newest year first, then by program and unit. */
  async list(scope: string, query: QuotasQuery): Promise<Page<QuotaView>> {
    const request = pageRequest(query, 'integer', 'integer', 'text', 'id');
    const filter = `${inSubtree('q.unit_id', '$1')} AND ($2::uuid IS NULL OR q.program_id = $2)
      AND ($3::int IS NULL OR q.period = $3) AND ($4::uuid IS NULL OR q.unit_id = $4)`;
    const values = [scope, query.programId ?? null, query.period ?? null, query.unitId ?? null];
    const rows = await this.db.rows<QuotaView & { cursor: unknown[] }>(
      `SELECT q.id, q.program_id AS "programId", q.period, q.unit_id AS "unitId", ${unitRefSql('u')} AS unit,
         ${placesSql('q')}, q.is_reserve AS reserve, q.parent_id AS "parentId",
         ${minimumsSql('q')} AS minimums, jsonb_build_array(-q.period, p.position, u.name, q.id) AS cursor
       FROM quotas q JOIN units u ON u.id = q.unit_id JOIN programs p ON p.id = q.program_id
       WHERE ${filter} AND ($5::int IS NULL OR (-q.period, p.position, u.name, q.id) > ($5::int, $6::int, $7::text, $8::uuid))
       ORDER BY -q.period, p.position, u.name, q.id LIMIT $9`,
      [...values, ...(request.after ?? [null, null, null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM quotas q WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }
}
