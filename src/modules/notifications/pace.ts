import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { OutwardChannel } from './channel.types.js';

const MINUTE_MS = 60_000;

/** The minute of the clock that an instant lies in. */
export const minuteOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS);

/** The beginning of the next one. */
export const nextMinute = (instant: Date): Date => new Date(minuteOf(instant).getTime() + MINUTE_MS);

/** How many messages a channel takes in a minute, counted in the database, so for all workers together. */
@Injectable()
export class Pace {
  constructor(private readonly db: Database) {}

  /** The most a channel takes in a minute; null: as many as there are. */
  async of(channel: OutwardChannel): Promise<number | null> {
    const row = await this.db.row<{ perMinute: number | null }>(
      'SELECT per_minute AS "perMinute" FROM channel_paces WHERE channel = $1',
      [channel],
    );
    return row?.perMinute ?? null;
  }

  /**
   * Takes a place in this minute for one attempt. Apart from the sender's transaction: what was tried counts even if it fails,
   * and no worker waits until another's server has answered.
   * @returns whether there was one.
   */
  async take(channel: OutwardChannel, now: Date): Promise<boolean> {
    if ((await this.of(channel)) === null) return true;
    const taken = await this.db.apart(
      `UPDATE channel_paces SET used = CASE WHEN minute = $2 THEN used + 1 ELSE 1 END, minute = $2
       WHERE channel = $1 AND (per_minute IS NULL OR minute IS DISTINCT FROM $2 OR used < per_minute) RETURNING channel`,
      [channel, minuteOf(now)],
    );
    return taken.length > 0;
  }

  /** Says how many it takes. @returns whether it still was the version that was read. */
  async set(
    channel: OutwardChannel,
    perMinute: number | null,
    version: number | null,
    by: string,
    now: Date,
  ): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE channel_paces SET per_minute = $2, version = version + 1, changed_at = $4, changed_by = $5
       WHERE channel = $1 AND ($3::int IS NULL OR version = $3)`,
      [channel, perMinute, version, now, by],
    );
    return changed === 1;
  }
}
