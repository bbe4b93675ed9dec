import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import { Database } from '../../platform/database/database.js';
import { type Page, type PageRequest, pageRequest, toPage } from '../../platform/http/page.js';
import type { UnitsQuery } from './dto/unit.dto.js';
import type { UnitDetails, UnitRef, UnitView } from './dto/unit.view.js';
import { inSubtree, standing, unitRefSql } from './scope.js';
import { COMMUNE_KINDS } from './unit.types.js';

const VIEW = `u.id, u.code, u.name, u.kind, u.parent_id AS "parentId", NOT (${standing('u')}) AS closed,
  (SELECT count(*)::int FROM units c WHERE c.parent_id = u.id AND ${standing('c')}) AS children`;

const MATCHES = `($2::text IS NULL OR u.kind = $2) AND ($3::uuid IS NULL OR u.parent_id = $3)
  AND ($4::text IS NULL OR fold(u.name) LIKE '%' || $4 || '%' OR lower(u.code) LIKE $4 || '%')`;

const DETAILS = `${VIEW}, u.secretary, u.phone, u.email, u.address, u.area, u.valid_from AS "validFrom", u.valid_to AS "validTo",
  (SELECT coalesce(jsonb_agg(${unitRefSql('a')} ORDER BY cardinality(a.path)), '[]') FROM units a
    WHERE a.id = ANY(u.path) AND a.id <> u.id AND ${inSubtree('a.id', '$1')}) AS above,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('from', lower(s.held), 'to', upper(s.held) - 1, 'kind', s.kind, 'code', s.code,
      'name', s.name, 'area', s.area, 'parent', CASE WHEN p.id IS NULL THEN NULL ELSE ${unitRefSql('p')} END) ORDER BY lower(s.held) NULLS FIRST), '[]')
    FROM unit_spells s LEFT JOIN units p ON p.id = s.parent_id WHERE s.unit_id = u.id) AS spells,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', ${unitRefSql('f')}, 'on', x.effective_on) ORDER BY x.effective_on, f.name), '[]')
    FROM unit_successions x JOIN units f ON f.id = x.from_unit_id WHERE x.to_unit_id = u.id) AS "madeOf",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', ${unitRefSql('h')}, 'on', x.effective_on) ORDER BY x.effective_on, h.name), '[]')
    FROM unit_successions x JOIN units h ON h.id = x.to_unit_id WHERE x.from_unit_id = u.id) AS became`;

type Row = UnitView & { cursor: unknown[] };

/** Reads of the tree, always from one unit downward. */
@Injectable()
export class UnitsQueries {
  constructor(private readonly db: Database) {}

  /** The units in the subtree of `scope`, by name: those that stand, all there ever were, or those of a day. */
  async list(scope: string, query: UnitsQuery): Promise<Page<UnitView>> {
    const request = pageRequest(query, 'text', 'id');
    const values = [
      scope,
      query.kind ?? null,
      query.parentId ?? null,
      query.q ? foldVietnamese(query.q) : null,
      query.asOf ?? query.includeClosed ?? false,
    ];
    return query.asOf === undefined ? this.now(request, values) : this.asOf(request, values);
  }

  private now(request: PageRequest, values: unknown[]): Promise<Page<UnitView>> {
    const tables = `units u WHERE ${inSubtree('u.id', '$1')} AND ${MATCHES} AND ($5::boolean OR ${standing('u')})`;
    return this.page(VIEW, tables, request, values);
  }

  private asOf(request: PageRequest, values: unknown[]): Promise<Page<UnitView>> {
    const columns = `u.id, u.code, u.name COLLATE vi AS name, u.kind, u.parent_id AS "parentId", NOT (${standing('present')}) AS closed,
      (SELECT count(*)::int FROM unit_spells c WHERE c.parent_id = u.id AND c.held @> $5::date) AS children`;
    const tables = `units_as_of($5::date) u JOIN units present ON present.id = u.id
      WHERE u.id IN (SELECT units_in_scope_as_of($1::uuid, $5::date)) AND ${MATCHES}`;
    return this.page(columns, tables, request, values);
  }

  private async page(
    columns: string,
    tables: string,
    request: PageRequest,
    values: unknown[],
  ): Promise<Page<UnitView>> {
    const rows = await this.db.rows<Row>(
      `SELECT ${columns}, jsonb_build_array(u.name, u.id) AS cursor FROM ${tables}
         AND ($6::text IS NULL OR (u.name COLLATE vi, u.id) > ($6::text, $7::uuid))
       ORDER BY u.name COLLATE vi, u.id LIMIT $8`,
      [...values, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(`SELECT count(*)::int AS total FROM ${tables}`, values);
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** One standing unit in the subtree of `scope`, or null. */
  find(scope: string, id: string): Promise<UnitView | null> {
    return this.db.row<UnitView>(
      `SELECT ${VIEW} FROM units u WHERE u.id = $2 AND ${inSubtree('u.id', '$1')} AND ${standing('u')}`,
      [scope, id],
    );
  }

  /** Everything kept of one unit in the subtree of `scope`, or of one that was the like before it ended there; or null. */
  details(scope: string, id: string): Promise<UnitDetails | null> {
    return this.db.row<UnitDetails>(
      `SELECT ${DETAILS} FROM units u WHERE u.id = $2 AND (${inSubtree('u.id', '$1')} OR EXISTS (
         SELECT 1 FROM unit_successions heir WHERE heir.from_unit_id = u.id AND ${inSubtree('heir.to_unit_id', '$1')}))`,
      [scope, id],
    );
  }

  /** Which of these ids are standing units in the subtree of `scope`. */
  async known(scope: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT u.id FROM units u WHERE u.id = ANY($2::uuid[]) AND ${inSubtree('u.id', '$1')} AND ${standing('u')}`,
      [scope, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The committees a board calls when it calls everyone: communes, towns and wards in its subtree, by name. */
  async committees(scope: string): Promise<UnitRef[]> {
    return this.db.rows<UnitRef>(
      `SELECT u.id, u.code, u.name FROM units u
       WHERE ${inSubtree('u.id', '$1')} AND u.kind = ANY($2::text[]) AND ${standing('u')} ORDER BY u.name`,
      [scope, COMMUNE_KINDS],
    );
  }

  /** The commune or town that each of these units stood below (or was) on a day, under the name it had then. */
  communesAsOf(
    unitIds: readonly string[],
    day: PlainDate,
  ): Promise<{ unitId: string; communeId: string; code: string; name: string }[]> {
    return this.db.rows(
      `WITH map AS MATERIALIZED (SELECT * FROM units_as_of($3::date))
       SELECT u.id AS "unitId", c.id AS "communeId", c.code, c.name FROM map u JOIN map c ON c.id = ANY(u.path)
       WHERE u.id = ANY($1::uuid[]) AND c.kind = ANY($2::text[]) ORDER BY c.name COLLATE vi`,
      [unitIds, COMMUNE_KINDS, day],
    );
  }
}
