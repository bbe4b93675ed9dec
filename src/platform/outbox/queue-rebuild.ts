import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { openQueue } from '../queue/bullmq.js';
import { QueueBackend } from '../queue/queue-backend.js';

/** Makes the queue anew from the rows of the outbox, whatever the queue held. */
@Injectable()
export class QueueRebuild {
  constructor(
    private readonly db: Database,
    private readonly backend: QueueBackend,
  ) {}

  /**
   * Empties the queue and lets the relays hand every promise over again. A job that a worker has in its hands meanwhile
   * ends at the inbox, so nothing is done twice.
   * @returns how many promises wait.
   */
  async rebuild(): Promise<number> {
    const queue = openQueue(this.backend);
    try {
      await queue.obliterate({ force: true });
    } finally {
      await queue.close();
    }
    return this.db.write('UPDATE outbox SET dispatched_at = NULL, round = round + 1 WHERE dead_at IS NULL');
  }
}
