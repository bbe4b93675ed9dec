import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { BounceReason } from './channel.types.js';
import type { MailboxView } from './dto/channels.view.js';
import type { DeliveryReport } from './rules/delivery-report.js';

/** Reports of mail servers, and addresses that they say are no good. */
@Injectable()
export class BouncesRepository {
  constructor(private readonly db: Database) {}

  /** Keeps a report. @returns whether it is new: the same one may be read again, by another worker too. */
  async insert(messageId: string, deliveryId: string, report: DeliveryReport, now: Date): Promise<boolean> {
    const rows = await this.db.rows(
      `INSERT INTO bounce_reports (message_id, delivery_id, outcome, status, why, said, reported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (message_id) DO NOTHING RETURNING message_id`,
      [messageId, deliveryId, report.outcome, report.status, report.why, report.said, now],
    );
    return rows.length === 1;
  }

  /** No more mail goes to an address until somebody says it again. */
  async markAddress(address: string, why: BounceReason, reason: string, now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO bounced_addresses (address, why, reason, bounced_at) VALUES (lower($1), $2, $3, $4)
       ON CONFLICT (address) DO UPDATE SET why = excluded.why, reason = excluded.reason, bounced_at = excluded.bounced_at`,
      [address, why, reason, now],
    );
  }

  /** Notes that the mailbox was read, or why it cannot be. */
  async noteReading(now: Date, error: string | null): Promise<void> {
    await this.db.write(
      `UPDATE bounce_mailbox SET read_at = CASE WHEN $2::text IS NULL THEN $1 ELSE read_at END,
         failed_at = CASE WHEN $2::text IS NULL THEN NULL ELSE $1::timestamptz END, error = $2`,
      [now, error],
    );
  }

  /** When the mailbox was read last, or why it cannot be. */
  async reading(): Promise<Omit<MailboxView, 'connected'>> {
    const row = await this.db.row<Omit<MailboxView, 'connected'>>(
      'SELECT read_at AS "readAt", failed_at AS "failedAt", error FROM bounce_mailbox',
    );
    return row ?? { readAt: null, failedAt: null, error: null };
  }
}
