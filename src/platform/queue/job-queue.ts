import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { QueueBackend } from './queue-backend.js';
import { openQueue, type QueueHandle } from './bullmq.js';

/** The job's name of a promise in a round: a queue that remembers a failed round takes the next. */
export const jobIdOf = (promiseId: string, round: number): string =>
  round === 0 ? promiseId : `${promiseId}.${round}`;

/** The round that a job belongs to. */
export const roundOf = (jobId: string): number => Number(jobId.split('.')[1] ?? 0);

/** The promise of a job. */
export const promiseIdOf = (jobId: string): string => jobId.split('.')[0] ?? '';

/** A wake-up call: it carries nothing but the id of its promise. */
export interface WakeUp {
  readonly id: string;
  readonly name: string;
}

const FIRST_RETRY_MS = 1_000;
/** A job that failed for good is forgotten after this long, once another one fails; the relay begins the next round by itself. */
const FORGET_FAILED_AFTER_S = 600;

/** The queue as seen by those who fill it. Opened at the first use, so that the API process never connects. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private queue: QueueHandle | undefined;

  constructor(private readonly backend: QueueBackend) {}

  /** Adds wake-up calls; an id that the queue still holds is ignored. */
  async add(jobs: readonly WakeUp[]): Promise<void> {
    if (jobs.length === 0) return;
    this.queue ??= openQueue(this.backend);
    await this.queue.addBulk(
      jobs.map(({ id, name }) => ({
        name,
        data: {},
        opts: {
          jobId: id,
          attempts: 6,
          // Spread, so that what failed together does not come back together.
          backoff: { type: 'exponential', delay: FIRST_RETRY_MS, jitter: 0.5 },
          removeOnComplete: true,
          removeOnFail: { age: FORGET_FAILED_AFTER_S },
        },
      })),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close();
  }
}
