import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { RowProblem, StagedRow } from './import.types.js';

const ROW = 'seq, sheet, line, title, state, "values", changes, problems, notes, target_id AS "targetId"';

/** The rows of an import, as they are kept between the preview and the applying. */
@Injectable()
export class ImportRowsRepository {
  constructor(private readonly db: Database) {}

  /** The rows that change something, in the order of the file, after a place in it. */
  async sound(importId: string, after: number, limit: number): Promise<StagedRow[]> {
    return this.db.rows<StagedRow>(
      `SELECT ${ROW} FROM import_rows WHERE import_id = $1 AND state IN ('new', 'changed') AND seq > $2 ORDER BY seq LIMIT $3`,
      [importId, after, limit],
    );
  }

  /** Says which things the new rows became. */
  async setTargets(importId: string, targets: readonly { seq: number; targetId: string }[]): Promise<void> {
    await this.db.write(
      `UPDATE import_rows r SET target_id = t."targetId" FROM jsonb_to_recordset($2::jsonb) AS t(seq int, "targetId" uuid)
       WHERE r.import_id = $1 AND r.seq = t.seq AND r.target_id IS NULL`,
      [importId, JSON.stringify(targets)],
    );
  }

  /** Rows that turned out not to be sound after all; the numbers of the import follow. */
  async markProblems(importId: string, rows: readonly { seq: number; problem: RowProblem }[]): Promise<void> {
    await this.db.rows(
      `WITH marked AS (
         UPDATE import_rows r SET state = 'problem', problems = jsonb_build_array(p.problem)
         FROM jsonb_to_recordset($2::jsonb) AS p(seq int, problem jsonb)
         WHERE r.import_id = $1 AND r.seq = p.seq
       ), old AS (
         SELECT count(*) FILTER (WHERE r.state = 'new')::int AS fresh, count(*) FILTER (WHERE r.state = 'changed')::int AS changed
         FROM import_rows r JOIN jsonb_to_recordset($2::jsonb) AS p(seq int) ON p.seq = r.seq WHERE r.import_id = $1
       )
       UPDATE imports i SET new_rows = new_rows - old.fresh, changed_rows = changed_rows - old.changed,
         problem_rows = problem_rows + old.fresh + old.changed
       FROM old WHERE i.id = $1`,
      [importId, JSON.stringify(rows)],
    );
  }
}
