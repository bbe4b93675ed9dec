import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Who wants no news by mail. */
@Injectable()
export class RefusalsRepository {
  constructor(private readonly db: Database) {}

  async has(accountId: string): Promise<boolean> {
    return (await this.among([accountId])).has(accountId);
  }

  /** Those of some accounts that refuse. */
  async among(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.rows<{ id: string }>(
      'SELECT account_id AS id FROM mail_refusals WHERE account_id = ANY($1::uuid[])',
      [accountIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async set(accountId: string, refuses: boolean, now: Date): Promise<void> {
    if (refuses)
      await this.db.rows('INSERT INTO mail_refusals (account_id, refused_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        accountId,
        now,
      ]);
    else await this.db.write('DELETE FROM mail_refusals WHERE account_id = $1', [accountId]);
  }
}
