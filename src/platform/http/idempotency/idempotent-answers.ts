import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../database/database.js';
import { Periodic } from '../../worker/periodic.js';
import { KeyUsedOtherwise, StillAnswering } from './idempotency.errors.js';

/** One request with its key. */
export interface KeyedRequest {
  readonly accountId: string;
  readonly key: string;
  readonly route: string;
  readonly bodyHash: Buffer;
}

interface Kept {
  status: number | null;
  answer: unknown;
  same: boolean;
}

const HOUR_MS = 3_600_000;
const KEPT_MS = 7 * 24 * HOUR_MS;
/** A request that has not been answered for so long died with its process. */
const DEAD_MS = 60_000;

/** What was answered to requests with keys. */
@Injectable()
export class IdempotentAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the key for this request.
   * @returns null when it is the first and has to be done, else what the first was answered.
   * @throws KeyUsedOtherwise, StillAnswering
   */
  async begin(request: KeyedRequest): Promise<{ status: number; answer: unknown } | null> {
    const { accountId, key, route, bodyHash } = request;
    const now = this.clock.now();
    const taken = await this.db.row(
      `INSERT INTO idempotent_answers AS a (account_id, key, route, body_hash, started_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT idempotent_answer_once_per_key DO UPDATE SET started_at = excluded.started_at
         WHERE a.status IS NULL AND a.started_at < $6 AND a.route = excluded.route AND a.body_hash = excluded.body_hash
       RETURNING key`,
      [accountId, key, route, bodyHash, now, new Date(now.getTime() - DEAD_MS)],
    );
    if (taken) return null;
    const kept = await this.db.row<Kept>(
      `SELECT status, answer, route = $3 AND body_hash = $4 AS same FROM idempotent_answers WHERE account_id = $1 AND key = $2`,
      [accountId, key, route, bodyHash],
    );
    if (kept && !kept.same) throw new KeyUsedOtherwise();
    if (kept?.status == null) throw new StillAnswering();
    return { status: kept.status, answer: kept.answer };
  }

  async keep({ accountId, key }: KeyedRequest, status: number, answer: unknown): Promise<void> {
    await this.db.write('UPDATE idempotent_answers SET status = $3, answer = $4 WHERE account_id = $1 AND key = $2', [
      accountId,
      key,
      status,
      JSON.stringify(answer ?? null),
    ]);
  }

  async forget({ accountId, key }: KeyedRequest): Promise<void> {
    await this.db.write('DELETE FROM idempotent_answers WHERE account_id = $1 AND key = $2 AND status IS NULL', [
      accountId,
      key,
    ]);
  }

  /** @returns how many were forgotten. */
  @Periodic(HOUR_MS)
  forgetOld(): Promise<number> {
    return this.db.write('DELETE FROM idempotent_answers WHERE started_at < $1', [
      new Date(this.clock.now().getTime() - KEPT_MS),
    ]);
  }
}
