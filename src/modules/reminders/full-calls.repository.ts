import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Which calls had no place left when it was last looked. */
@Injectable()
export class FullCallsRepository {
  constructor(private readonly db: Database) {}

  /** Whether this transaction is the one that plans; another is told no and need not wait. */
  async holdPlanning(): Promise<boolean> {
    const row = await this.db.row<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('reminders:plan', 0)) AS mine`,
    );
    return row?.mine === true;
  }

  /** Writes down which calls are full now. @returns those that were, and are no longer. */
  async replace(unitCallIds: readonly string[], now: Date): Promise<string[]> {
    const opened = await this.db.rows<{ id: string }>(
      'DELETE FROM reminder_full_calls WHERE NOT unit_call_id = ANY($1::uuid[]) RETURNING unit_call_id AS id',
      [unitCallIds],
    );
    await this.db.rows(
      'INSERT INTO reminder_full_calls (unit_call_id, since) SELECT id, $2 FROM unnest($1::uuid[]) AS c(id) ON CONFLICT DO NOTHING',
      [unitCallIds, now],
    );
    return opened.map(({ id }) => id);
  }
}
