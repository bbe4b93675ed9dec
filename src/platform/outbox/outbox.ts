import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Database } from '../database/database.js';
import { HandlerRegistry } from './handler-registry.js';
import type { Topic } from './topic.js';

/** Channel on which a commit wakes the relay. */
export const WAKE_CHANNEL = 'outbox';

/** Promises that commit together with their cause: one row for each handler of the topic. */
@Injectable()
export class Outbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly handlers: HandlerRegistry,
  ) {}

  /** Names of those who react to a topic, for a statement that writes the promises itself, in the transaction of their cause. */
  handlersOf<Payload>(topic: Topic<Payload>): readonly string[] {
    return this.handlers.of(topic.name);
  }

  /**
   * Announces a topic to all its handlers.
   * @throws Error outside a transaction: a promise without its cause is how messages are lost or invented.
   */
  async announce<Payload>(topic: Topic<Payload>, ...payloads: Payload[]): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${topic.name} must be announced in the transaction of its cause`);
    const rows = payloads.flatMap((payload) =>
      this.handlers.of(topic.name).map((handler) => ({ id: newId(), handler, payload })),
    );
    if (rows.length === 0) return;
    await this.db.rows(
      `WITH promised AS (
         INSERT INTO outbox (id, handler, payload, created_at)
         SELECT id, handler, payload, $2 FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, handler text, payload jsonb)
       ) SELECT pg_notify('${WAKE_CHANNEL}', '')`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }
}
