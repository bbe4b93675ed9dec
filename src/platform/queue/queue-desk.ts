import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { JOB_STATES, type JobState, openQueue, type QueuedJob, type QueueHandle } from './bullmq.js';
import { QueueBackend } from './queue-backend.js';
import { within } from '../../kernel/within.js';
import { QueueUnreachable } from './queue.errors.js';

/** Longer than a queue that answers takes. */
const PATIENCE_MS = 5_000;

/** How the queue stands. */
export interface QueueState {
  readonly counts: Readonly<Record<JobState, number>>;
  readonly paused: boolean;
  readonly workers: number;
}

/** The queue as seen by those who look after it, wherever it lives. Opened when somebody looks at it first. */
@Injectable()
export class QueueDesk implements OnApplicationShutdown {
  private queue: QueueHandle | undefined;

  constructor(private readonly backend: QueueBackend) {}

  /** Whether it lives in Redis or in PostgreSQL. */
  get place(): 'redis' | 'postgresql' {
    return this.backend.redisUrl === undefined ? 'postgresql' : 'redis';
  }

  /** @throws QueueUnreachable, as every question to the queue does: its client alone would wait for ever. */
  async state(): Promise<QueueState> {
    return answered(this.stateOf(this.opened()));
  }

  /** Jobs in a state, in the order in which they are taken up or, of those that failed, the latest first. */
  async jobs(state: JobState, from: number, most: number): Promise<QueuedJob[]> {
    const jobs = await answered(this.opened().getJobs([state], from, from + most - 1, state !== 'failed'));
    // One that ended while it was looked for.
    return jobs.filter((job) => job !== null && job !== undefined);
  }

  /** Takes a job up at once that waits for its time. @returns whether there was one. */
  async promote(id: string): Promise<boolean> {
    const delayed = await answered(this.opened().getJob(id));
    if (!delayed) return false;
    // Its time may have come meanwhile.
    return delayed.promote().then(
      () => true,
      () => false,
    );
  }

  /** No worker takes up another job; those at hand are ended. */
  pause(): Promise<void> {
    return answered(this.opened().pause());
  }

  resume(): Promise<void> {
    return answered(this.opened().resume());
  }

  async onApplicationShutdown(): Promise<void> {
    // A client that never got through has nothing to say good-bye to.
    await answered(this.queue?.close() ?? Promise.resolve()).catch(() => undefined);
  }

  private async stateOf(queue: QueueHandle): Promise<QueueState> {
    const [counts, paused, workers] = await Promise.all([
      // In PostgreSQL what waits in a paused queue is counted as paused, in Redis as waiting.
      queue.getJobCounts(...JOB_STATES, 'paused'),
      queue.isPaused(),
      queue.getWorkersCount(),
    ]);
    const { waiting = 0, active = 0, delayed = 0, failed = 0, paused: held = 0 } = counts;
    return { counts: { waiting: waiting + held, active, delayed, failed }, paused, workers };
  }

  private opened(): QueueHandle {
    if (this.queue) return this.queue;
    this.queue = openQueue(this.backend);
    // Said by the question that gets no answer; the client connects again by itself.
    this.queue.on('error', () => undefined);
    return this.queue;
  }
}

const answered = <T>(answer: Promise<T>): Promise<T> =>
  within(PATIENCE_MS, answer, () => {
    throw new QueueUnreachable();
  });
