import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import pg from 'pg';
import { Failures } from '../outbox/failures.js';
import { Inbox } from '../outbox/inbox.js';
import { WAKE_CHANNEL } from '../outbox/outbox.js';
import { Relay } from '../outbox/relay.js';
import { openWorker, type WorkerHandle } from '../queue/bullmq.js';
import { promiseIdOf } from '../queue/job-queue.js';
import { QueueBackend } from '../queue/queue-backend.js';
import { PERIODIC } from './periodic.js';
import { Rhythm } from './rhythm.js';

const POLL_MS = 1_000;

/** The worker's engine: the relay's rhythm, the periodic duties, and the queue's consumer. */
@Injectable()
export class WorkerEngine implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(WorkerEngine.name);
  private readonly rhythms: Rhythm[] = [];
  private consumer: WorkerHandle | undefined;
  private listener: pg.Client | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly relay: Relay,
    private readonly inbox: Inbox,
    private readonly failures: Failures,
    private readonly backend: QueueBackend,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.consumer = openWorker(this.backend, async (job) => this.inbox.keep(promiseIdOf(job.id ?? '')));
    this.consumer.on('error', (error) => {
      this.logger.warn(`Queue: ${error.message}`);
    });
    this.consumer.on('failed', (job, error) => {
      this.logger.warn(
        { job: job?.id, handler: job?.name, attempt: job?.attemptsMade, error: error.message },
        'Job failed',
      );
      if (job?.id !== undefined) this.note(promiseIdOf(job.id), error.message);
    });
    const relay = this.beat('relay', POLL_MS, () => this.relay.drain());
    for (const duty of this.duties()) this.beat(duty.name, duty.everyMs, duty.run);
    await this.listen(relay);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.rhythms.map((rhythm) => rhythm.stop()));
    await this.consumer?.close();
    await this.listener?.end().catch(() => undefined);
  }

  /** Writes a failure beside its promise, for people to see; should that fail too, the job still comes again. */
  private note(promiseId: string, error: string): void {
    this.failures.note(promiseId, error).catch((reason: unknown) => {
      this.logger.warn(`Failure not noted: ${reason instanceof Error ? reason.message : String(reason)}`);
    });
  }

  private beat(name: string, everyMs: number, run: () => Promise<unknown>): Rhythm {
    const rhythm = new Rhythm(everyMs, run, (error) => {
      this.logger.warn(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.rhythms.push(rhythm);
    return rhythm;
  }

  /** A commit wakes the relay at once; should this connection break, polling goes on. */
  private async listen(relay: Rhythm): Promise<void> {
    this.listener = new pg.Client({ connectionString: this.backend.databaseUrl });
    this.listener.on('error', (error) => {
      this.logger.warn(`Listener: ${error.message}`);
    });
    this.listener.on('notification', () => {
      relay.now();
    });
    await this.listener.connect();
    await this.listener.query(`LISTEN ${WAKE_CHANNEL}`);
  }

  /** Every method marked `@Periodic`. */
  private duties(): { name: string; everyMs: number; run: () => Promise<unknown> }[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      const object = instance as object | undefined;
      if (!object || !Object.getPrototypeOf(object)) return [];
      const prototype = Object.getPrototypeOf(object) as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const body = prototype[method];
        const everyMs: unknown = typeof body === 'function' ? Reflect.getMetadata(PERIODIC, body) : undefined;
        if (typeof everyMs !== 'number') return [];
        const run = () => (body as () => Promise<unknown>).call(object);
        return [{ name: `${object.constructor.name}.${method}`, everyMs, run }];
      });
    });
  }
}
