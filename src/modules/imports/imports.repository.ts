import { Injectable } from '@nestjs/common';
import { Propagation, Transactional } from '@nestjs-cls/transactional';
import type { Role } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import type { ImportKind, ImportStatus, RowProblem, StagedRow, Summary } from './import.types.js';
import type { Found } from './workbook.source.js';
import type { Layout } from './workbooks/index.js';

/** A workbook to read. */
export interface NewImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly unitId: string;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdByRole: Role;
  readonly createdAt: Date;
  readonly fileName: string;
  readonly fileId: string;
}

/** What a job needs to know of its import. */
export interface ImportJob {
  readonly id: string;
  readonly kind: ImportKind;
  readonly unitId: string;
  /** With whose rights it is held against the record. */
  readonly createdByRole: Role;
  readonly run: number;
  readonly tries: number;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly layout: readonly Layout[] | null;
  readonly onlySound: boolean;
  readonly appliedBy: string | null;
  readonly appliedByName: string | null;
  readonly total: number;
}

/** What a reading came to. */
export interface Reading {
  readonly found: Found;
  readonly layout: readonly Layout[];
  readonly warnings: readonly RowProblem[];
  readonly summary: Summary;
}

const JOB = `id, kind, unit_id AS "unitId", created_by_role AS "createdByRole", run, tries, file_id AS "fileId", file_name AS "fileName", layout, only_sound AS "onlySound",
  applied_by AS "appliedBy", applied_by_name AS "appliedByName", new_rows + changed_rows AS total`;

/**
 * Writes of imports. Those of a job at work commit by themselves (`RequiresNew`): what it has done so far is seen from
 * outside, and outlives a worker that dies.
 */
@Injectable()
export class ImportsRepository {
  constructor(
    private readonly db: Database,
    private readonly files: StoredFiles,
  ) {}

  async insert(made: NewImport): Promise<void> {
    await this.db.rows(
      `INSERT INTO imports (id, kind, unit_id, created_by, created_by_name, created_by_role, created_at, file_name, file_id, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'reading')`,
      [
        made.id,
        made.kind,
        made.unitId,
        made.createdBy,
        made.createdByName,
        made.createdByRole,
        made.createdAt,
        made.fileName,
        made.fileId,
      ],
    );
  }

  /** Begins a run anew, if the import still is where the caller saw it. @returns the run's number, or null. */
  async rerun(
    id: string,
    from: ImportStatus,
    to: 'reading' | 'applying',
    change: { layout?: readonly Layout[]; onlySound?: boolean; by?: { accountId: string; displayName: string } } = {},
  ): Promise<number | null> {
    const [row] = await this.db.rows<{ run: number }>(
      `UPDATE imports SET status = $3, run = run + 1, tries = 0, layout = coalesce($4::jsonb, layout), only_sound = $5,
         applied_by = $6, applied_by_name = $7
       WHERE id = $1 AND status = $2 RETURNING run`,
      [
        id,
        from,
        to,
        change.layout ? JSON.stringify(change.layout) : null,
        change.onlySound ?? false,
        change.by?.accountId ?? null,
        change.by?.displayName ?? null,
      ],
    );
    return row?.run ?? null;
  }

  /** A job takes up its run; what an earlier try of a reading left behind goes. @returns null when it is no longer needed. */
  @Transactional(Propagation.RequiresNew)
  async take(id: string, run: number, status: 'reading' | 'applying'): Promise<ImportJob | null> {
    const job = (
      await this.db.rows<ImportJob>(
        `UPDATE imports SET tries = tries + 1 WHERE id = $1 AND run = $2 AND status = $3 RETURNING ${JOB}`,
        [id, run, status],
      )
    )[0];
    if (!job) return null;
    if (status === 'reading') await this.db.write('DELETE FROM import_rows WHERE import_id = $1', [id]);
    await this.tell(id, 0, status === 'reading' ? 0 : job.total);
    return job;
  }

  /** Keeps a batch of rows as they were judged, and says how far the reading is. */
  @Transactional(Propagation.RequiresNew)
  async stage(id: string, rows: readonly StagedRow[], done: number, total: number): Promise<void> {
    // Nothing waits for the disk: the commit that ends the reading makes these safe too, and without it they are read anew.
    await this.db.rows('SET LOCAL synchronous_commit = off');
    await this.db.rows(
      `INSERT INTO import_rows (import_id, seq, sheet, line, title, state, "values", changes, problems, notes, target_id)
       SELECT $1, seq, sheet, line, title, state, "values", changes, problems, notes, "targetId"
       FROM jsonb_to_recordset($2::jsonb) AS r(seq int, sheet text, line int, title text, state text, "values" jsonb, changes jsonb,
         problems jsonb, notes jsonb, "targetId" uuid)`,
      [id, JSON.stringify(rows)],
    );
    await this.tell(id, done, total);
  }

  /** Says from outside the transaction at work how far it is. */
  @Transactional(Propagation.RequiresNew)
  async progress(id: string, done: number, total: number): Promise<void> {
    await this.tell(id, done, total);
  }

  private async tell(id: string, done: number, total: number): Promise<void> {
    await this.db.rows(
      `INSERT INTO import_progress (import_id, done, total) VALUES ($1, $2, $3)
       ON CONFLICT (import_id) DO UPDATE SET done = excluded.done, total = excluded.total`,
      [id, done, total],
    );
  }

  /** The reading is over: the preview stands. */
  @Transactional(Propagation.RequiresNew)
  async finishReading({ id, run }: ImportJob, { found, layout, warnings, summary }: Reading): Promise<void> {
    await this.db.write(
      `UPDATE imports SET status = 'preview', reason = NULL, found = $3, layout = $4, warnings = $5, new_rows = $6, changed_rows = $7,
         unchanged_rows = $8, problem_rows = $9 WHERE id = $1 AND run = $2 AND status = 'reading'`,
      [
        id,
        run,
        JSON.stringify(found),
        JSON.stringify(layout),
        JSON.stringify(warnings),
        summary.new,
        summary.changed,
        summary.unchanged,
        summary.problem,
      ],
    );
  }

  /** The file is not read, or the work was given up: the reason stays, the rows and the file go. */
  @Transactional(Propagation.RequiresNew)
  async giveUp(
    { id, run }: ImportJob,
    status: 'refused' | 'failed',
    reason: { rule: string; facts: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const gone = await this.db.rows<{ fileId: string | null }>(
      `UPDATE imports i SET status = $3, reason = $4, file_id = NULL FROM imports before
       WHERE i.id = $1 AND before.id = i.id AND i.run = $2 AND i.status IN ('reading', 'applying') RETURNING before.file_id AS "fileId"`,
      [id, run, status, JSON.stringify(reason)],
    );
    await this.db.write('DELETE FROM import_rows WHERE import_id = $1', [id]);
    await this.files.remove(...gone.flatMap(({ fileId }) => fileId ?? []));
  }

  /** Applied: in the transaction that did it. The file has done its service. */
  async finishApplying({ id, run, fileId }: ImportJob, at: Date): Promise<void> {
    await this.db.write(
      `UPDATE imports SET status = 'applied', applied_at = $3, file_id = NULL WHERE id = $1 AND run = $2 AND status = 'applying'`,
      [id, run, at],
    );
    if (fileId) await this.files.remove(fileId);
  }

  /** Back to the preview, since rows are no longer what it showed. */
  async backToPreview({ id, run }: ImportJob): Promise<void> {
    await this.db.write(`UPDATE imports SET status = 'preview' WHERE id = $1 AND run = $2 AND status = 'applying'`, [
      id,
      run,
    ]);
  }

  /** @returns whether it was applied until now. */
  async markUndone(id: string, at: Date): Promise<boolean> {
    const undone = await this.db.write(
      `UPDATE imports SET status = 'undone', undone_at = $2 WHERE id = $1 AND status = 'applied'`,
      [id, at],
    );
    return undone === 1;
  }

  /** Forgets an import with its rows and its file, unless what it did still stands or it is at work. */
  async remove(id: string): Promise<boolean> {
    const gone = await this.db.rows<{ fileId: string | null }>(
      `DELETE FROM imports WHERE id = $1 AND status NOT IN ('applying', 'applied') RETURNING file_id AS "fileId"`,
      [id],
    );
    await this.files.remove(...gone.flatMap(({ fileId }) => fileId ?? []));
    return gone.length === 1;
  }

  /**
   * The layout by which tables that look like these were read last, by fingerprint: the unit's own, else one of those
   * units that it was made of.
   */
  async rememberedLayouts(
    unitId: string,
    kind: ImportKind,
    fingerprints: readonly string[],
  ): Promise<Map<string, Layout>> {
    const rows = await this.db.rows<{ fingerprint: string; layout: Layout }>(
      `WITH RECURSIVE known AS (
         SELECT $1::uuid AS id UNION SELECT s.from_unit_id FROM unit_successions s JOIN known k ON s.to_unit_id = k.id)
       SELECT DISTINCT ON (l.fingerprint) l.fingerprint, l.layout FROM import_layouts l JOIN known k ON k.id = l.unit_id
       WHERE l.kind = $2 AND l.fingerprint = ANY($3::text[])
       ORDER BY l.fingerprint, l.unit_id = $1 DESC, l.used_at DESC`,
      [unitId, kind, fingerprints],
    );
    return new Map(rows.map(({ fingerprint, layout }) => [fingerprint, layout]));
  }

  async rememberLayout(unitId: string, kind: ImportKind, layout: Layout, at: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO import_layouts (unit_id, kind, fingerprint, layout, used_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (unit_id, kind, fingerprint) DO UPDATE SET layout = excluded.layout, used_at = excluded.used_at`,
      [unitId, kind, layout.fingerprint, JSON.stringify(layout), at],
    );
  }

  /** Imports that have been over since before a day and still hold the people in their rows: forgets those. */
  async forgetRows(before: Date, now: Date): Promise<string[]> {
    const old = await this.db.rows<{ id: string }>(
      `UPDATE imports SET rows_forgotten_at = $2, found = NULL, warnings = '[]' WHERE rows_forgotten_at IS NULL AND status IN ('applied', 'undone', 'refused', 'failed')
         AND coalesce(undone_at, applied_at, created_at) < $1 RETURNING id`,
      [before, now],
    );
    const ids = old.map(({ id }) => id);
    await this.db.write('DELETE FROM import_rows WHERE import_id = ANY($1::uuid[])', [ids]);
    return ids;
  }

  /** Forgets whole imports that nobody went on with since before a day. @returns how many */
  async forgetAbandoned(before: Date): Promise<number> {
    const gone = await this.db.rows<{ fileId: string | null }>(
      `DELETE FROM imports WHERE status IN ('preview', 'reading') AND created_at < $1 RETURNING file_id AS "fileId"`,
      [before],
    );
    await this.files.remove(...gone.flatMap(({ fileId }) => fileId ?? []));
    return gone.length;
  }
}
