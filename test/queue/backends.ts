import { startRedis, type TestRedis } from '../support/redis.js';

/** Both places the queue can live in; `start` gives the address of a Redis, or nothing where PostgreSQL does it all. */
export const BACKENDS: { name: string; start: () => Promise<TestRedis | undefined> }[] = [
  { name: 'Redis', start: startRedis },
  { name: 'PostgreSQL', start: () => Promise.resolve(undefined) },
];
