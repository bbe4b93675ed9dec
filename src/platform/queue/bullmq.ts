import { createPostgresBackend, createRedisBackend, type Job, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { Settings } from '../config/settings.js';

/** Name of the one queue; jobs are told apart by their handler's name. */
const QUEUE = 'promises';
/** Schema of BullMQ's tables when it runs on PostgreSQL. */
const SCHEMA = 'bullmq';
/** Each queue and worker on PostgreSQL has a pool of its own besides a LISTEN connection. */
const POOL = 4;

/** Jobs a worker runs at once; each holds a connection of the pool while it runs. */
const CONCURRENCY = 8;

/**
 * How often a job may be left lying by a worker that died, before BullMQ gives it up: never, as its promise stands until
 * it is kept. BullMQ's own answer, once, made a job whose worker died twice wait until it was forgotten.
 */
const LEFT_LYING = 1_000_000;

/** What we ask of a BullMQ queue. */
export interface QueueHandle {
  on(event: 'error', listener: (error: Error) => void): unknown;
  addBulk(jobs: { name: string; data: object; opts: { jobId: string; [option: string]: unknown } }[]): Promise<unknown>;
  obliterate(options: { force: boolean }): Promise<void>;
  getJobCounts(...states: (JobState | 'paused')[]): Promise<Record<string, number>>;
  getJobs(states: JobState[], start: number, end: number, asc: boolean): Promise<(QueuedJob | null | undefined)[]>;
  getJob(id: string): Promise<QueuedJob | null | undefined>;
  getWorkersCount(): Promise<number>;
  isPaused(): Promise<boolean>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** Where a job of ours can be: one that is done is forgotten at once. */
export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What we ask of a job. */
export interface QueuedJob {
  readonly id?: string;
  readonly name: string;
  readonly attemptsMade: number;
  readonly opts: { readonly attempts?: number };
  readonly timestamp: number;
  readonly delay: number;
  readonly processedOn?: number;
  readonly failedReason?: string;
  promote(): Promise<void>;
}

/** What we ask of a BullMQ worker. */
export interface WorkerHandle {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Opens the queue on Redis, or in PostgreSQL when there is no Redis. */
export function openQueue({ redisUrl, databaseUrl }: Backend): QueueHandle {
  if (redisUrl) {
    const { Queue } = withBackend(createRedisBackend);
    return new Queue(QUEUE, { connection: { url: redisUrl, maxRetriesPerRequest: null } }) as QueueHandle;
  }
  const { Queue } = withBackend(createPostgresBackend);
  return new Queue(QUEUE, { connection: pool(databaseUrl) }) as QueueHandle;
}

/** Starts a worker on the same backend. */
export function openWorker({ redisUrl, databaseUrl }: Backend, run: (job: Job) => Promise<void>): WorkerHandle {
  const options = {
    concurrency: CONCURRENCY,
    stalledInterval: 5_000,
    lockDuration: 10_000,
    maxStalledCount: LEFT_LYING,
  };
  if (redisUrl) {
    const { Worker } = withBackend(createRedisBackend);
    return new Worker(QUEUE, run, { ...options, connection: { url: redisUrl, maxRetriesPerRequest: null } });
  }
  const { Worker } = withBackend(createPostgresBackend);
  return new Worker(QUEUE, run, { ...options, connection: pool(databaseUrl) });
}

/** Makes or updates BullMQ's own tables. Needed before any queue or worker opens on PostgreSQL; harmless when repeated. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

const pool = (connectionString: string) => ({ connectionString, schema: SCHEMA, max: POOL });

/** Where the queue lives. */
export type Backend = Pick<Settings, 'redisUrl'> & { databaseUrl: string };
