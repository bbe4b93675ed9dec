import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PushDevice } from '../../platform/push/push-sender.js';

/** A device of somebody's, as a push service knows it. */
export interface PushSubscription extends PushDevice {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
}

/** Devices that are told at once. */
@Injectable()
export class PushSubscriptionsRepository {
  constructor(private readonly db: Database) {}

  ofAccount(accountId: string): Promise<PushSubscription[]> {
    return this.db.rows(
      `SELECT id, endpoint, p256dh, auth, device, created_at AS "createdAt" FROM push_subscriptions
       WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
  }

  /** Keeps a device; one that somebody else used before is this person's from now on. */
  async keep(accountId: string, { id, endpoint, p256dh, auth, device, createdAt }: PushSubscription): Promise<void> {
    await this.db.rows(
      `INSERT INTO push_subscriptions (id, account_id, endpoint, p256dh, auth, device, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT subscription_once_per_endpoint
       DO UPDATE SET account_id = excluded.account_id, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device`,
      [id, accountId, endpoint, p256dh, auth, device, createdAt],
    );
  }

  /** @returns whether it was one of the account's. */
  async remove(accountId: string, id: string): Promise<boolean> {
    return (
      (await this.db.write('DELETE FROM push_subscriptions WHERE account_id = $1 AND id = $2', [accountId, id])) === 1
    );
  }

  /** Forgets devices that no longer take anything. */
  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.db.write('DELETE FROM push_subscriptions WHERE id = ANY($1::uuid[])', [ids]);
  }
}
