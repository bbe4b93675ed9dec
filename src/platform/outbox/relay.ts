import { Injectable, Logger } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { jobIdOf, JobQueue } from '../queue/job-queue.js';

/** Promises handed to the queue in one go. */
const BATCH = 500;
/** A promise handed over this long ago and still not kept was lost by the queue: it is handed over again. */
const LOST_AFTER_MS = 15_000;
/**
 * A promise that failed this long ago is at the end of its round. The queue may remember the failed job for ever, as BullMQ
 * forgets old ones only when another one fails: the next round has a name of its own.
 */
const ROUND_OVER_AFTER_MS = 600_000;

/** Carries promises from the outbox to the queue. Any number may run at once; each row is carried by one of them. */
@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** Hands over all that waits. @returns how many promises were handed over. */
  async drain(): Promise<number> {
    let carried = 0;
    for (;;) {
      const batch = await this.carryBatch();
      carried += batch;
      if (batch < BATCH) return carried;
    }
  }

  /**
   * One batch: marked in the same transaction that the queue is fed in, so that a crash between the two hands it over
   * again; the queue ignores an id it still holds, and the inbox one it has already kept.
   */
  @Transactional()
  async carryBatch(): Promise<number> {
    const now = this.clock.now();
    const rows = await this.db.rows<{ id: string; handler: string; round: number }>(
      `UPDATE outbox SET dispatched_at = $1,
         round = round + CASE WHEN greatest(failed_at, round_at) < $3 AND failed_at IS NOT NULL THEN 1 ELSE 0 END,
         round_at = CASE WHEN greatest(failed_at, round_at) < $3 AND failed_at IS NOT NULL THEN $1 ELSE round_at END
       WHERE id IN (
         SELECT id FROM outbox WHERE dead_at IS NULL AND (dispatched_at IS NULL OR dispatched_at < $2)
         ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING id, handler, round`,
      [now, new Date(now.getTime() - LOST_AFTER_MS), new Date(now.getTime() - ROUND_OVER_AFTER_MS)],
    );
    await this.queue.add(rows.map(({ id, handler, round }) => ({ id: jobIdOf(id, round), name: handler })));
    if (rows.length > 0) this.logger.debug(`Handed ${rows.length} promises to the queue`);
    return rows.length;
  }
}
