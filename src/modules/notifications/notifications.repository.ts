import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Notice } from './notice.js';

/** Writes of notifications. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly db: Database) {}

  /** @returns the ids of those messages whose readers had not been told for their cause yet. */
  async insert(
    messages: readonly { id: string; accountId: string; notice: Notice; templateVersion: number | null }[],
    now: Date,
  ): Promise<ReadonlySet<string>> {
    if (messages.length === 0) return new Set();
    const rows = await this.db.rows<{ id: string }>(
      `INSERT INTO notifications (id, account_id, cause_id, kind, facts, link, created_at, template_version, call_id)
       SELECT id, account_id, cause_id, kind, facts, link, $2, template_version, call_id
       FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, account_id uuid, cause_id uuid, kind text, facts jsonb, link text,
         template_version int, call_id uuid)
       ON CONFLICT ON CONSTRAINT notification_once_per_cause DO NOTHING RETURNING id`,
      [JSON.stringify(messages.map(rowOf)), now],
    );
    return new Set(rows.map(({ id }) => id));
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

const rowOf = ({
  id,
  accountId,
  notice,
  templateVersion,
}: {
  id: string;
  accountId: string;
  notice: Notice;
  templateVersion: number | null;
}) => ({
  id,
  account_id: accountId,
  cause_id: notice.causeId,
  kind: notice.kind,
  facts: notice.facts,
  link: notice.link,
  template_version: templateVersion,
  call_id: notice.callId ?? null,
});
