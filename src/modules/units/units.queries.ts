import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import type { UnitsQuery } from './dto/unit.dto.js';
import type { UnitRef, UnitView } from './dto/unit.view.js';
import { inSubtree } from './scope.js';
import { COMMUNE_KINDS } from './unit.types.js';

const VIEW = `u.id, u.code, u.name, u.kind, u.parent_id AS "parentId",
  (SELECT count(*)::int FROM units c WHERE c.parent_id = u.id) AS children`;

/** Reads of the tree, always from one unit downward. */
@Injectable()
export class UnitsQueries {
  constructor(private readonly db: Database) {}

  /** The units in the subtree of `scope`, by name. */
  async list(scope: string, query: UnitsQuery): Promise<Page<UnitView>> {
    const request = pageRequest(query, 'text', 'id');
    const filter = `${inSubtree('u.id', '$1')} AND ($2::text IS NULL OR u.kind = $2) AND ($3::uuid IS NULL OR u.parent_id = $3)
      AND ($4::text IS NULL OR u.name_key LIKE '%' || $4 || '%' OR lower(u.code) LIKE $4 || '%')`;
    const values = [scope, query.kind ?? null, query.parentId ?? null, query.q ? foldVietnamese(query.q) : null];
    const rows = await this.db.rows<UnitView & { cursor: unknown[] }>(
      `SELECT ${VIEW}, jsonb_build_array(u.name, u.id) AS cursor FROM units u
       WHERE ${filter} AND ($5::text IS NULL OR (u.name, u.id) > ($5::text, $6::uuid))
       ORDER BY u.name, u.id LIMIT $7`,
      [...values, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM units u WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** One unit in the subtree of `scope`, or null. */
  async find(scope: string, id: string): Promise<UnitView | null> {
    return this.db.row<UnitView>(`SELECT ${VIEW} FROM units u WHERE u.id = $2 AND ${inSubtree('u.id', '$1')}`, [
      scope,
      id,
    ]);
  }

  /** Which of these ids are units in the subtree of `scope`. */
  async known(scope: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT u.id FROM units u WHERE u.id = ANY($2::uuid[]) AND ${inSubtree('u.id', '$1')}`,
      [scope, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The committees a board calls when it calls everyone: communes, towns and wards in its subtree, by name. */
  async committees(scope: string): Promise<UnitRef[]> {
    return this.db.rows<UnitRef>(
      `SELECT u.id, u.code, u.name FROM units u WHERE ${inSubtree('u.id', '$1')} AND u.kind = ANY($2::text[]) ORDER BY u.name`,
      [scope, COMMUNE_KINDS],
    );
  }
}
