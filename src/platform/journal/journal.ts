import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { Database } from '../database/database.js';
import { ChangedSince, DependedOn } from './journal.errors.js';

const FOREIGN_KEY_BROKEN = '23503';
const CHANGED_SINCE = 'operation_is_untouched';

/**
 * Large operations that can be taken back as a whole: a reorganisation, an import, a merger of two records. The database
 * keeps every row they touch in its tracked tables as it was before and after (migration 012).
 */
@Injectable()
export class Journal {
  constructor(private readonly db: Database) {}

  /** From here to the end of the transaction, all that happens belongs to the operation. @throws Error outside a transaction. */
  async begin(operationId: string): Promise<void> {
    if (!this.db.inTransaction) throw new Error('An operation is kept in the transaction that it is');
    await this.db.rows(`SELECT set_config('hc.operation', $1, true)`, [operationId]);
  }

  /** How many rows of each table an operation made, changed and removed. */
  async summary(operationId: string): Promise<{ table: string; made: number; changed: number; removed: number }[]> {
    return this.db.rows(
      `SELECT table_name AS "table", count(*) FILTER (WHERE before IS NULL)::int AS made,
         count(*) FILTER (WHERE before IS NOT NULL AND after IS NOT NULL)::int AS changed,
         count(*) FILTER (WHERE after IS NULL)::int AS removed
       FROM journal_entries WHERE operation_id = $1 GROUP BY 1 ORDER BY 1`,
      [operationId],
    );
  }

  /** Forgets what operations did: they can no longer be undone, and the personal data that was kept for it is gone. */
  async forget(...operationIds: string[]): Promise<void> {
    await this.db.write('DELETE FROM journal_entries WHERE operation_id = ANY($1::uuid[])', [operationIds]);
  }

  /**
   * Takes an operation back; the caller's transaction must be rolled back when this throws.
   * @returns how many steps were undone; 0 when there is nothing to undo.
   * @throws ChangedSince when a row is no longer as the operation left it
   * @throws DependedOn when something new rests on a row that it made
   */
  async undo(operationId: string): Promise<number> {
    if (!this.db.inTransaction) throw new Error('An operation is undone in a transaction');
    try {
      const row = await this.db.row<{ undone: number }>('SELECT undo_operation($1) AS undone', [operationId]);
      return row?.undone ?? 0;
    } catch (error) {
      throw refusal(error) ?? error;
    }
  }
}

function refusal(error: unknown): ChangedSince | DependedOn | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint, table, detail } = error.driverError as Partial<Record<string, string>>;
  if (constraint === CHANGED_SINCE) return new ChangedSince(table ?? '', detail ?? '');
  return code === FOREIGN_KEY_BROKEN ? new DependedOn(table ?? '') : null;
}
