import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Locale } from '../../platform/access/actor.js';
import type { Notice } from './notice.js';

/** An e-mail with all that its text needs. */
export interface Delivery {
  id: string;
  address: string;
  state: 'kept' | 'waiting' | 'sent' | 'failed';
  kind: string;
  facts: Record<string, unknown>;
  link: string;
  templateVersion: number | null;
  notificationId: string;
  callId: string | null;
  locale: Locale;
}

/** Writes of notifications and e-mails. */
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

  async insertMails(
    mails: readonly { id: string; notificationId: string; address: string }[],
    state: 'kept' | 'waiting',
    now: Date,
  ): Promise<void> {
    if (mails.length === 0) return;
    await this.db.rows(
      `INSERT INTO mail_deliveries (id, notification_id, address, state, created_at)
       SELECT m.id, m.notification_id, m.address, $4, $5 FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS m(id, notification_id, address)
       ON CONFLICT ON CONSTRAINT mail_once_per_notification DO NOTHING`,
      [
        mails.map(({ id }) => id),
        mails.map(({ notificationId }) => notificationId),
        mails.map(({ address }) => address),
        state,
        now,
      ],
    );
  }

  /** One e-mail, held until the transaction ends so that no other worker sends it at the same time. */
  hold(deliveryId: string): Promise<Delivery | null> {
    return this.db.row<Delivery>(
      `SELECT d.id, d.address, d.state, n.kind, n.facts, n.link, n.template_version AS "templateVersion", n.id AS "notificationId", n.call_id AS "callId", a.locale FROM mail_deliveries d
       JOIN notifications n ON n.id = d.notification_id JOIN accounts a ON a.id = n.account_id
       WHERE d.id = $1 FOR UPDATE OF d`,
      [deliveryId],
    );
  }

  async markSent(deliveryId: string, now: Date): Promise<void> {
    await this.db.write(
      `UPDATE mail_deliveries SET state = 'sent', sent_at = $2, attempts = attempts + 1, error = NULL WHERE id = $1`,
      [deliveryId, now],
    );
  }

  async markFailed(deliveryId: string, error: string): Promise<void> {
    await this.db.write(
      `UPDATE mail_deliveries SET state = 'failed', attempts = attempts + 1, error = $2 WHERE id = $1`,
      [deliveryId, error],
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
