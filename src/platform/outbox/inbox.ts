import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { HandlerRegistry } from './handler-registry.js';

/** Runs each promise once: what it did and that it did it commit together. */
@Injectable()
export class Inbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly handlers: HandlerRegistry,
  ) {}

  /**
   * Keeps one promise. A job that comes twice, after a crash or from two workers, ends quietly the second time: the
   * second waits for the first one's transaction at the unique key.
   * @param outboxId the id of the promise, which is the id of the job.
   */
  @Transactional()
  async keep(outboxId: string): Promise<void> {
    const first = await this.db.row(
      'INSERT INTO inbox (outbox_id, handled_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING outbox_id',
      [outboxId, this.clock.now()],
    );
    if (!first) return;
    const promise = await this.db.row<{ handler: string; payload: unknown }>(
      'DELETE FROM outbox WHERE id = $1 RETURNING handler, payload',
      [outboxId],
    );
    if (promise) await this.handlers.get(promise.handler)(promise.payload);
  }
}
