import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../../platform/database/database.js';
import { TooManyAttempts } from './identity.errors.js';

const WINDOW_S = 15 * 60;
const FAILURES_PER_ACCOUNT = 10;
const FAILURES_PER_ADDRESS = 60;

/** Slows guessing down: counts wrong passwords per account and per network address, for all API processes together. */
@Injectable()
export class LoginLimiter {
  private readonly perAccount: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(db: Database) {
    const storeClient = {
      query: async ({ text, values }: { text: string; values: unknown[] }) => {
        const rows = await db.rows(text, values);
        return { rows, rowCount: rows.length };
      },
    };
    const options = {
      storeClient,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      duration: WINDOW_S,
    };
    this.perAccount = new RateLimiterPostgres({ ...options, keyPrefix: 'account', points: FAILURES_PER_ACCOUNT });
    this.perAddress = new RateLimiterPostgres({ ...options, keyPrefix: 'address', points: FAILURES_PER_ADDRESS });
  }

  /** @throws TooManyAttempts while the account or the address is blocked. */
  async assertOpen(username: string, address: string): Promise<void> {
    for (const [limiter, key] of this.counters(username, address)) {
      const state = await limiter.get(key);
      if (state && state.consumedPoints >= limiter.points) throw new TooManyAttempts(state.msBeforeNext / 1000);
    }
  }

  /** Counts one wrong password. */
  async failed(username: string, address: string): Promise<void> {
    for (const [limiter, key] of this.counters(username, address)) {
      await limiter.consume(key).catch((blocked: unknown) => {
        if (!(blocked instanceof RateLimiterRes)) throw blocked;
      });
    }
  }

  /** Forgets the account's wrong passwords once the right one came. */
  async succeeded(username: string): Promise<void> {
    await this.perAccount.delete(username);
  }

  private counters(username: string, address: string): [RateLimiterPostgres, string][] {
    return [
      [this.perAccount, username],
      [this.perAddress, address],
    ];
  }
}
