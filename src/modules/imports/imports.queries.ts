import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, type UnitRef, unitRefSql } from '../units/index.js';
import type { ImportRowsQuery, ImportsQuery } from './dto/import.dto.js';
import type { ImportSummary } from './dto/import.view.js';
import type { ImportKind, ImportStatus, RowProblem, StagedRow } from './import.types.js';
import type { Found } from './workbook.source.js';
import type { Layout } from './workbooks/index.js';

/** An import as it is kept, with how far it is. */
export interface ImportRecord {
  readonly id: string;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly unitId: string;
  readonly unit: UnitRef;
  readonly fileName: string;
  readonly summary: ImportSummary;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly appliedAt: Date | null;
  readonly appliedBy: string | null;
  readonly undoneAt: Date | null;
  readonly reason: { rule: string; facts: Record<string, unknown> } | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly onlySound: boolean;
  readonly rowsForgotten: boolean;
  readonly hasFile: boolean;
}

/** The same, with what was found in its file. */
export interface WholeImport extends ImportRecord {
  readonly found: Found | null;
  readonly layout: Layout[] | null;
  readonly warnings: RowProblem[];
}

const RECORD = `i.id, i.kind, i.status, i.unit_id AS "unitId", ${unitRefSql('u')} AS unit, i.file_name AS "fileName",
  jsonb_build_object('new', i.new_rows, 'changed', i.changed_rows, 'unchanged', i.unchanged_rows, 'problems', i.problem_rows) AS summary,
  i.created_at AS "createdAt", i.created_by_name AS "createdBy", i.applied_at AS "appliedAt",
  CASE WHEN i.applied_at IS NOT NULL THEN i.applied_by_name END AS "appliedBy", i.undone_at AS "undoneAt", i.reason, p.done, p.total,
  i.only_sound AS "onlySound", i.rows_forgotten_at IS NOT NULL AS "rowsForgotten", i.file_id IS NOT NULL AS "hasFile"`;
const TABLES = 'imports i JOIN units u ON u.id = i.unit_id LEFT JOIN import_progress p ON p.import_id = i.id';

/** Reads of imports, always within the caller's subtree. */
@Injectable()
export class ImportsQueries {
  constructor(private readonly db: Database) {}

  /** Imports of the scope, the newest first. @param kinds those the reader may know of */
  async list(scope: string, query: ImportsQuery, kinds: readonly ImportKind[]): Promise<Page<ImportRecord>> {
    const request = pageRequest(query, 'instant', 'id');
    const filter = `${inSubtree('i.unit_id', '$1')} AND i.kind = ANY($2::text[]) AND ($3::text IS NULL OR i.kind = $3)`;
    const values = [scope, kinds, query.kind ?? null];
    const rows = await this.db.rows<ImportRecord & { cursor: unknown[] }>(
      `SELECT ${RECORD}, jsonb_build_array(i.created_at, i.id) AS cursor FROM ${TABLES}
       WHERE ${filter} AND ($4::timestamptz IS NULL OR (i.created_at, i.id) < ($4, $5::uuid))
       ORDER BY i.created_at DESC, i.id DESC LIMIT $6`,
      [...values, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM imports i WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...record }) => record);
  }

  /** One import of the scope, or null. */
  async find(scope: string, id: string): Promise<WholeImport | null> {
    return this.db.row<WholeImport>(
      `SELECT ${RECORD}, i.found, i.layout, i.warnings FROM ${TABLES} WHERE i.id = $2 AND ${inSubtree('i.unit_id', '$1')}`,
      [scope, id],
    );
  }

  /** Rows of an import, in the order of the file. */
  async rows(importId: string, query: ImportRowsQuery): Promise<Page<StagedRow>> {
    const request = pageRequest(query, 'integer');
    const filter = `import_id = $1 AND ($2::text IS NULL OR state = $2)`;
    const values = [importId, query.state ?? null];
    const rows = await this.db.rows<StagedRow & { cursor: unknown[] }>(
      `SELECT seq, sheet, line, title, state, "values", changes, problems, notes, target_id AS "targetId", jsonb_build_array(seq) AS cursor
       FROM import_rows WHERE ${filter} AND ($3::int IS NULL OR seq > $3) ORDER BY seq LIMIT $4`,
      [...values, request.after?.[0] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM import_rows WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...row }) => row);
  }

  /** All rows that are not sound, with why. */
  async problems(importId: string): Promise<Pick<StagedRow, 'sheet' | 'line' | 'title' | 'problems'>[]> {
    return this.db.rows(
      `SELECT sheet, line, title, problems FROM import_rows WHERE import_id = $1 AND state = 'problem' ORDER BY seq`,
      [importId],
    );
  }
}
