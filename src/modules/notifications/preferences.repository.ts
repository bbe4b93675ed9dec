import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { OfficeChannel } from './channel.types.js';
import type { PreferencesDto } from './dto/channels.dto.js';
import type { BounceView } from './dto/channels.view.js';
import { OUTWARD_CHANNELS } from './channel.types.js';
import { DEFAULT_CHOICE } from './rules/choice.js';

/** The office of a unit, as it is kept. */
export interface KeptOffice {
  email: string | null;
  phoneSealed: Buffer | null;
  calls: OfficeChannel[];
  requests: OfficeChannel[];
  news: OfficeChannel[];
  version: number;
}

/** Writes of where and by what people and offices are reached. */
@Injectable()
export class PreferencesRepository {
  constructor(private readonly db: Database) {}

  async choose(accountId: string, { calls, requests, news, order }: PreferencesDto, now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO channel_preferences (account_id, calls, requests, news, channel_order, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (account_id) DO UPDATE SET calls = excluded.calls, requests = excluded.requests, news = excluded.news,
         channel_order = excluded.channel_order, changed_at = excluded.changed_at`,
      [accountId, calls, requests, news, order, now],
    );
  }

  /** No more news by mail; whatever else was chosen stays. */
  async refuseNewsByMail(accountId: string, now: Date): Promise<void> {
    const { calls, requests, news } = DEFAULT_CHOICE;
    const refused = news.filter((channel) => channel !== 'email');
    await this.db.rows(
      `INSERT INTO channel_preferences (account_id, calls, requests, news, channel_order, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (account_id) DO UPDATE SET news = array_remove(channel_preferences.news, 'email'), changed_at = excluded.changed_at`,
      [accountId, calls, requests, refused, OUTWARD_CHANNELS, now],
    );
  }

  /** That mail to an address came back, or null. */
  bounceOf(email: string | null): Promise<BounceView | null> {
    return this.db.row<BounceView>(
      'SELECT why, reason, bounced_at AS "bouncedAt" FROM bounced_addresses WHERE address = lower($1)',
      [email],
    );
  }

  /** Takes an address for good again. */
  async clearBounce(email: string): Promise<void> {
    await this.db.write('DELETE FROM bounced_addresses WHERE address = lower($1)', [email]);
  }

  async phoneOf(accountId: string): Promise<Buffer | null> {
    const row = await this.db.row<{ sealed: Buffer }>('SELECT sealed FROM account_phones WHERE account_id = $1', [
      accountId,
    ]);
    return row?.sealed ?? null;
  }

  async setPhone(accountId: string, sealed: Buffer | null): Promise<void> {
    if (sealed === null) await this.db.write('DELETE FROM account_phones WHERE account_id = $1', [accountId]);
    else
      await this.db.rows(
        'INSERT INTO account_phones (account_id, sealed) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET sealed = excluded.sealed',
        [accountId, sealed],
      );
  }

  office(unitId: string): Promise<KeptOffice | null> {
    return this.db.row<KeptOffice>(
      `SELECT email, phone_sealed AS "phoneSealed", calls, requests, news, version FROM unit_contacts WHERE unit_id = $1`,
      [unitId],
    );
  }

  /** Keeps the next version of an office. @returns whether nobody kept one meanwhile. */
  async setOffice(unitId: string, kept: KeptOffice, by: string, now: Date): Promise<boolean> {
    const rows = await this.db.rows(
      `INSERT INTO unit_contacts (unit_id, email, phone_sealed, calls, requests, news, version, changed_at, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7 + 1, $8, $9)
       ON CONFLICT (unit_id) DO UPDATE SET email = excluded.email, phone_sealed = excluded.phone_sealed, calls = excluded.calls,
         requests = excluded.requests, news = excluded.news, version = excluded.version, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by WHERE unit_contacts.version = $7
       RETURNING unit_id`,
      [unitId, kept.email, kept.phoneSealed, kept.calls, kept.requests, kept.news, kept.version, now, by],
    );
    return rows.length === 1;
  }
}
