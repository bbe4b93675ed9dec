import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page.dto.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ReorganisationView } from './dto/reorganisation.view.js';

type Row = Omit<ReorganisationView, 'can'>;

const COLUMNS = `r.id, r.document_number AS "documentNumber", r.document_date AS "documentDate", r.effective_on AS "effectiveOn",
  r.steps, r.state, ${unitRefSql('u')} AS unit, r.created_at AS "createdAt", r.applied_at AS "appliedAt",
  r.undone_at AS "undoneAt", r.version,
  (SELECT coalesce(jsonb_agg(${unitRefSql('n')}), '[]') FROM units n WHERE strpos(r.steps::text, n.id::text) > 0
    AND ${inSubtree('n.id', '$1')}) AS units`;

/** Reads of reorganisations. */
@Injectable()
export class ReorganisationsQueries {
  constructor(private readonly db: Database) {}

  /** Those that units in the subtree of `scope` decide on, the latest day first. */
  async list(scope: string, query: PageQuery): Promise<Page<ReorganisationView>> {
    const request = pageRequest(query, 'date', 'id');
    const rows = await this.db.rows<Row & { cursor: unknown[] }>(
      `SELECT ${COLUMNS}, jsonb_build_array(r.effective_on, r.id) AS cursor FROM reorganisations r JOIN units u ON u.id = r.unit_id
       WHERE ${inSubtree('r.unit_id', '$1')} AND ($2::date IS NULL OR (r.effective_on, r.id) < ($2::date, $3::uuid))
       ORDER BY r.effective_on DESC, r.id DESC LIMIT $4`,
      [scope, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM reorganisations r WHERE ${inSubtree('r.unit_id', '$1')}`,
      [scope],
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...row }) => withAbilities(row));
  }

  /** One of them, or null. */
  async find(scope: string, id: string): Promise<ReorganisationView | null> {
    const row = await this.db.row<Row>(
      `SELECT ${COLUMNS} FROM reorganisations r JOIN units u ON u.id = r.unit_id WHERE r.id = $2 AND ${inSubtree('r.unit_id', '$1')}`,
      [scope, id],
    );
    return row && withAbilities(row);
  }
}

/** Only boards come here, so the state alone decides. */
const withAbilities = (row: Row): ReorganisationView => ({
  ...row,
  can: { edit: row.state === 'draft', apply: row.state === 'draft', undo: row.state === 'applied' },
});
