import { newDatabase } from '../support/database.js';
import { endPrograms, ensureBuilt, runProgram } from '../support/program.js';
import { startRedis } from '../support/redis.js';
import { TEST_DATA_KEY } from '../support/settings.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

beforeAll(() => ensureBuilt());

test('told to stop while its Redis does not answer, a worker ends all the same, and nothing promised is lost', async () => {
  const database = await newDatabase('demo');
  const redis = await startRedis();
  let gone = false;
  const promised = (): Promise<number> => database.value('SELECT count(*)::int FROM outbox');
  try {
    const worker = runProgram('worker', {
      DATABASE_URL: database.url,
      DATA_KEY: TEST_DATA_KEY,
      REDIS_URL: redis.url,
      PUBLIC_URL: 'http://localhost:3000',
    });
    const atFirst = await promised();
    await until('the worker is at work', async () => (await promised()) !== atFirst, 60_000);
    await redis.stop();
    gone = true;
    await database.rows(
      `INSERT INTO outbox (id, handler, payload, created_at) VALUES (gen_random_uuid(), 'nobody.knows:This', '{}', now())`,
    );
    await until('it has lost its Redis', () => worker.said().includes('ECONNREFUSED'));
    worker.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(worker.said()).toContain('nothing that was promised is lost');
    expect(await promised()).toBeGreaterThan(0);
  } finally {
    await endPrograms();
    if (!gone) await redis.stop();
    await database.drop();
  }
});
