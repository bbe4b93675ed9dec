import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { DeliveryState, Obstacle, OutwardChannel } from './channel.types.js';
import type { OtherDelivery } from './rules/choosing-channels.js';

/** A delivery to be written down. */
export interface NewDelivery {
  readonly id: string;
  readonly notificationId: string;
  readonly channel: OutwardChannel;
  /** As it is shown; null for devices. */
  readonly address: string | null;
  readonly insteadOf: OutwardChannel | null;
  readonly insteadBecause: Obstacle | null;
  readonly copyUnitId: string | null;
  readonly copyCauseId: string | null;
}

/** A delivery with all that its text needs. */
export interface Delivery extends NewDelivery {
  state: DeliveryState;
  accountId: string;
  /** Of the person or the office, as it is now. */
  phoneSealed: Buffer | null;
  /** Whether mail to its address came back. */
  bounced: boolean;
  kind: string;
  facts: Record<string, unknown>;
  link: string;
  templateVersion: number | null;
  callId: string | null;
  locale: Locale;
}

/** What is held of a delivery that is to go by its channel: an office reads Vietnamese. */
const HELD = `d.id, d.notification_id AS "notificationId", d.channel, d.address, d.state, d.instead_of AS "insteadOf", d.instead_because AS "insteadBecause",
  d.copy_unit_id AS "copyUnitId", d.copy_cause_id AS "copyCauseId", n.account_id AS "accountId", n.kind, n.facts, n.link,
  n.template_version AS "templateVersion", n.call_id AS "callId", CASE WHEN d.copy_unit_id IS NULL THEN a.locale ELSE 'vi' END AS locale,
  CASE WHEN d.copy_unit_id IS NULL THEN p.sealed ELSE u.phone_sealed END AS "phoneSealed", b.address IS NOT NULL AS bounced`;

/** Writes of deliveries: one for each message, person and channel. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly db: Database) {}

  /** @returns those that were not there yet. */
  async insert(
    deliveries: readonly NewDelivery[],
    stateOf: (channel: OutwardChannel) => DeliveryState,
    now: Date,
  ): Promise<string[]> {
    if (deliveries.length === 0) return [];
    const rows = await this.db.rows<{ id: string }>(
      `INSERT INTO deliveries (id, notification_id, channel, address, instead_of, instead_because, copy_unit_id, copy_cause_id, state, created_at)
       SELECT id, "notificationId", channel, address, "insteadOf", "insteadBecause", "copyUnitId", "copyCauseId", state, $2
       FROM jsonb_to_recordset($1::jsonb) AS d(id uuid, "notificationId" uuid, channel text, address text, "insteadOf" text,
         "insteadBecause" text, "copyUnitId" uuid, "copyCauseId" uuid, state text)
       ON CONFLICT DO NOTHING RETURNING id`,
      [JSON.stringify(deliveries.map((one) => ({ ...one, state: stateOf(one.channel) }))), now],
    );
    return rows.map(({ id }) => id);
  }

  /** One delivery, held until the transaction ends so that no other worker sends it at the same time. */
  hold(id: string): Promise<Delivery | null> {
    return this.db.row<Delivery>(
      `SELECT ${HELD} FROM deliveries d JOIN notifications n ON n.id = d.notification_id JOIN accounts a ON a.id = n.account_id
         LEFT JOIN account_phones p ON p.account_id = a.id LEFT JOIN unit_contacts u ON u.unit_id = d.copy_unit_id
         LEFT JOIN bounced_addresses b ON d.channel = 'email' AND b.address = lower(d.address)
       WHERE d.id = $1 FOR UPDATE OF d`,
      [id],
    );
  }

  /** What became of the same message to the same reader on other channels. */
  others({ id, notificationId, copyUnitId }: Delivery): Promise<OtherDelivery[]> {
    return this.db.rows<OtherDelivery>(
      `SELECT channel, state = 'failed' AS failed FROM deliveries
       WHERE notification_id = $1 AND copy_unit_id IS NOT DISTINCT FROM $2::uuid AND id <> $3`,
      [notificationId, copyUnitId, id],
    );
  }

  async markSent(id: string, providerId: string, now: Date): Promise<void> {
    await this.db.write(
      `UPDATE deliveries SET state = 'sent', sent_at = $2, attempts = attempts + 1, error = NULL, provider_id = $3 WHERE id = $1`,
      [id, now, providerId],
    );
  }

  async markFailed(id: string, because: Obstacle, error: string): Promise<void> {
    await this.db.write(
      `UPDATE deliveries SET state = 'failed', because = $2, error = $3, not_before = NULL,
         attempts = attempts + CASE WHEN state = 'waiting' THEN 1 ELSE 0 END WHERE id = $1`,
      [id, because, error],
    );
  }

  /** Puts one off that was not sent; with what the other side said when it asked for that. */
  async putOff(id: string, until: Date, said: string | null): Promise<void> {
    await this.db.write(
      `UPDATE deliveries SET not_before = $2, error = coalesce($3, error), attempts = attempts + CASE WHEN $3::text IS NULL THEN 0 ELSE 1 END
       WHERE id = $1`,
      [id, until, said],
    );
  }

  /** Channels for which something was put off whose time has come. */
  async channelsDue(now: Date): Promise<OutwardChannel[]> {
    const rows = await this.db.rows<{ channel: OutwardChannel }>(
      'SELECT DISTINCT channel FROM deliveries WHERE not_before <= $1',
      [now],
    );
    return rows.map(({ channel }) => channel);
  }

  /** Takes what was put off and is due, the oldest first; each is taken once however many workers look. */
  async takeDue(channel: OutwardChannel, now: Date, most: number): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `UPDATE deliveries SET not_before = NULL WHERE id IN (
         SELECT id FROM deliveries WHERE channel = $1 AND not_before <= $2 ORDER BY created_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [channel, now, most],
    );
    return rows.map(({ id }) => id);
  }
}
