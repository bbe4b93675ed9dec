import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import { officialInScope } from './official.sql.js';
import type { BulkChange, BulkFacts } from './rules/bulk-change.js';

/** A person to be changed, as the rule wants to know them. */
export type BulkPerson = BulkFacts & { id: string; fullName: string };

/** A change that was made to many. */
export interface BulkOperation {
  readonly unitId: string;
  readonly undoneAt: Date | null;
}

/** Reads and writes of changes made to many officials at once. */
@Injectable()
export class BulkChangeRepository {
  constructor(private readonly db: Database) {}

  /** The people of the scope with these ids, held until the transaction ends; always in one order, so that two changes wait and never block each other. */
  async hold(scope: string, ids: readonly string[]): Promise<BulkPerson[]> {
    return this.db.rows(
      `SELECT o.id, o.full_name AS "fullName", o.unit_id AS "unitId", o.cell_id AS "cellId", o.status,
         (SELECT jsonb_build_object('title', p.title, 'from', lower(p.held), 'to', upper(p.held) - 1) FROM official_posts p
          WHERE p.official_id = o.id AND p.main ORDER BY lower(p.held) DESC NULLS LAST LIMIT 1) AS "mainPost"
       FROM officials o WHERE o.id = ANY($2::uuid[]) AND ${officialInScope('o', '$1')} ORDER BY o.id FOR UPDATE OF o`,
      [scope, ids],
    );
  }

  /** Makes a change to these people. @param category of the new post; each one's own when null. */
  async apply(ids: readonly string[], change: BulkChange, category: string | null, today: PlainDate): Promise<void> {
    switch (change.action) {
      case 'cell':
        return this.set(ids, 'cell_id', change.cellId);
      case 'status':
        // The history of statuses follows by itself: the new one begins today.
        await this.db.rows(`SELECT set_config('hc.effective_on', $1, true)`, [today]);
        await this.set(ids, 'status', change.status);
        await this.db.rows(`SELECT set_config('hc.effective_on', '', true)`);
        return;
      case 'move':
        await this.movePosts(ids, change, category);
        return this.set(ids, 'unit_id', change.unitId);
    }
  }

  private async set(
    ids: readonly string[],
    column: 'cell_id' | 'status' | 'unit_id',
    value: string | null,
  ): Promise<void> {
    await this.db.write(`UPDATE officials SET ${column} = $2, version = version + 1 WHERE id = ANY($1::uuid[])`, [
      ids,
      value,
    ]);
  }

  /** Ends the main posts the day before and begins the new ones. */
  private async movePosts(
    ids: readonly string[],
    { unitId, post, from }: BulkChange & { action: 'move' },
    category: string | null,
  ): Promise<void> {
    await this.db.write(
      `UPDATE official_posts SET held = daterange(lower(held), $2::date)
       WHERE official_id = ANY($1::uuid[]) AND main AND held @> $2::date`,
      [ids, from],
    );
    await this.db.rows(
      `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
       SELECT made.id, made.official_id, $3, $4, coalesce($5, (SELECT p.category FROM official_posts p
         WHERE p.official_id = made.official_id AND p.main ORDER BY lower(p.held) DESC NULLS LAST LIMIT 1), 'other'),
         true, daterange($6::date, NULL)
       FROM unnest($1::uuid[], $2::uuid[]) AS made(id, official_id)`,
      [ids.map(() => newId()), ids, unitId, post, category, from],
    );
  }

  /** Remembers an operation, so that it can be undone. */
  async remember(operation: {
    id: string;
    accountId: string;
    unitId: string;
    action: string;
    changed: number;
    at: Date;
  }): Promise<void> {
    await this.db.rows(
      'INSERT INTO bulk_changes (id, account_id, unit_id, action, changed, done_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [operation.id, operation.accountId, operation.unitId, operation.action, operation.changed, operation.at],
    );
  }

  /** An operation of the scope, held until the transaction ends, or null. */
  async holdOperation(scope: string, id: string): Promise<BulkOperation | null> {
    return this.db.row(
      `SELECT b.unit_id AS "unitId", b.undone_at AS "undoneAt" FROM bulk_changes b
       WHERE b.id = $2 AND ${inSubtree('b.unit_id', '$1')} FOR UPDATE`,
      [scope, id],
    );
  }

  async markUndone(id: string, at: Date): Promise<void> {
    await this.db.write('UPDATE bulk_changes SET undone_at = $2 WHERE id = $1', [id, at]);
  }

  /** The officials an operation changed, while the journal still knows it. */
  async officialsOf(operationId: string): Promise<{ id: string; unitId: string }[]> {
    return this.db.rows(
      `SELECT o.id, o.unit_id AS "unitId" FROM officials o WHERE o.id IN
         (SELECT j.row_id FROM journal_entries j WHERE j.operation_id = $1 AND j.table_name = 'officials')`,
      [operationId],
    );
  }
}
