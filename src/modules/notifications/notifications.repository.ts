import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Notice } from './notice.js';

/** Writes of notifications. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly db: Database) {}

  /** @returns those who had not been told for this cause yet. */
  async insert(
    rows: readonly { id: string; accountId: string }[],
    { causeId, kind, facts, link, callId }: Notice,
    templateVersion: number | null,
    now: Date,
  ): Promise<{ id: string; accountId: string }[]> {
    if (rows.length === 0) return [];
    return this.db.rows(
      `INSERT INTO notifications (id, account_id, cause_id, kind, facts, link, created_at, template_version, call_id)
       SELECT r.id, r.account_id, $3, $4, $5::jsonb, $6, $7, $8, $9 FROM unnest($1::uuid[], $2::uuid[]) AS r(id, account_id)
       ON CONFLICT ON CONSTRAINT notification_once_per_cause DO NOTHING RETURNING id, account_id AS "accountId"`,
      [
        rows.map(({ id }) => id),
        rows.map(({ accountId }) => accountId),
        causeId,
        kind,
        JSON.stringify(facts),
        link,
        now,
        templateVersion,
        callId ?? null,
      ],
    );
  }

  async markRead(accountId: string, id: string, now: Date): Promise<boolean> {
    const changed = await this.db.write(
      'UPDATE notifications SET read_at = coalesce(read_at, $3) WHERE id = $2 AND account_id = $1',
      [accountId, id, now],
    );
    return changed === 1;
  }

  /** Notes that its reader said it has arrived; the first time counts. */
  async acknowledge(id: string, now: Date): Promise<void> {
    await this.db.write(
      'UPDATE notifications SET read_at = coalesce(read_at, $2), acknowledged_at = coalesce(acknowledged_at, $2) WHERE id = $1',
      [id, now],
    );
  }

  async markAllRead(accountId: string, now: Date): Promise<void> {
    await this.db.write('UPDATE notifications SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL', [
      accountId,
      now,
    ]);
  }
}
