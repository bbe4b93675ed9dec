import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { NotFound } from '../http/domain-error.js';
import type { PageQuery } from '../http/page.dto.js';
import { pageRequest, toPage } from '../http/page.js';
import type { FailurePage, FailureView } from './failures.view.js';
import { discreet } from './rules/discreet.js';
import { failureKind } from './rules/failure-kind.js';

/** So often a promise is tried before it is given up: some two hours, with the queue's pauses between. */
export const MOST_ATTEMPTS = 72;
const LONGEST_ERROR = 500;

type FailureRow = Omit<FailureView, 'kind' | 'topic'> & { handler: string; cursor: unknown[] };

/** Promises that could not be kept: written down by workers, seen and tried again by people. */
@Injectable()
export class Failures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes that a promise was tried in vain; after so many times it is given up. */
  async note(outboxId: string, error: string): Promise<void> {
    await this.db.write(
      `UPDATE outbox SET attempts = attempts + 1, last_error = $2, failed_at = $3,
         dead_at = CASE WHEN attempts + 1 >= ${MOST_ATTEMPTS} THEN $3::timestamptz END WHERE id = $1`,
      [outboxId, error.slice(0, LONGEST_ERROR), this.clock.now()],
    );
  }

  /** Those that failed, the latest first. */
  async list(query: PageQuery): Promise<FailurePage> {
    const request = pageRequest(query, 'instant', 'id');
    const rows = await this.db.rows<FailureRow>(
      `SELECT id, handler, attempts, last_error AS error, created_at AS "promisedAt", failed_at AS "failedAt", dead_at AS "deadAt",
         jsonb_build_array(failed_at, id) AS cursor
       FROM outbox WHERE attempts > 0 AND ($1::timestamptz IS NULL OR (failed_at, id) < ($1::timestamptz, $2::uuid))
       ORDER BY failed_at DESC, id DESC LIMIT $3`,
      [request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number; dead: number; waiting: number }>(
      `SELECT count(*) FILTER (WHERE attempts > 0)::int AS total, count(dead_at)::int AS dead, count(*)::int AS waiting FROM outbox`,
    );
    const page = toPage(rows, request, count?.total ?? 0, ({ cursor: _, handler, ...row }) => ({
      ...row,
      topic: handler.split(':')[0] ?? handler,
      kind: failureKind(row.error),
      error: discreet(row.error),
    }));
    return { ...page, dead: count?.dead ?? 0, waiting: count?.waiting ?? 0 };
  }

  /** Tries one again, at once and from the first attempt on. @throws NotFound when it was kept meanwhile. */
  async retry(id: string): Promise<void> {
    if ((await this.again(id)) === 0) throw new NotFound('id');
  }

  /** Tries all again. @returns how many. */
  retryAll(): Promise<number> {
    return this.again(null);
  }

  private again(id: string | null): Promise<number> {
    return this.db.write(
      `UPDATE outbox SET attempts = 0, last_error = NULL, failed_at = NULL, dead_at = NULL, dispatched_at = NULL, round = round + 1
       WHERE attempts > 0 AND ($1::uuid IS NULL OR id = $1)`,
      [id],
    );
  }
}
