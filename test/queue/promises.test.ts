import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Inbox } from '../../src/platform/outbox/inbox.js';
import { openQueue, openWorker } from '../../src/platform/queue/bullmq.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, unitId } from '../support/build.js';
import type { TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { BACKENDS } from './backends.js';

/** The queue may knock twice; what was promised happens once. */
describe.each(BACKENDS)('promises, with the queue in $name', ({ start }) => {
  let redis: TestRedis | undefined;
  let app: TestApp;
  let nest: NestFastifyApplication;

  beforeAll(async () => {
    redis = await start();
    // No worker: the test itself hands the promises over.
    app = await startApp({ settings: { redisUrl: redis?.url } });
    nest = app.app;
  });
  afterAll(async () => {
    await app.stop();
    await redis?.stop();
  });

  /** A promise to plan the reminders of a call; the course it speaks of. */
  const promise = async (): Promise<{ id: string; courseId: string }> => {
    const { id: courseId } = await build.openCourse(app, {
      unitIds: [await unitId(app, 'BIX')],
      deadline: '2026-04-15',
    });
    const id = await app.database.value<string>(
      `SELECT id FROM outbox WHERE handler LIKE 'courses.unitsCalled:%' AND payload -> 'unitCallIds' ? $1`,
      [await callOf(app, courseId, 'BIX')],
    );
    return { id, courseId };
  };
  const planned = (courseId: string): Promise<number> =>
    app.database.value(
      'SELECT count(*)::int FROM reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id WHERE uc.course_id = $1',
      [courseId],
    );
  const isKept = async (id: string): Promise<boolean> =>
    (await app.database.value('SELECT count(*)::int FROM outbox WHERE id = $1', [id])) === 0;

  test('a promise that is handed over twice is kept once', async () => {
    const { id, courseId } = await promise();
    const backend = { redisUrl: redis?.url, databaseUrl: app.database.url };
    const runs: string[] = [];
    const queue = openQueue(backend);
    const worker = openWorker(backend, async (job) => {
      await nest.get(Inbox).keep(job.id ?? '');
      runs.push(job.id ?? '');
    });
    worker.on('error', () => undefined);
    const handOver = () => queue.addBulk([{ name: 'test', data: {}, opts: { jobId: id, removeOnComplete: true } }]);
    try {
      await handOver();
      await until('the promise is kept', () => isKept(id));
      expect(await planned(courseId)).toBe(8);
      // Were it kept again, the reminders would be planned again.
      await app.database.rows(
        'DELETE FROM reminders WHERE unit_call_id IN (SELECT id FROM unit_calls WHERE course_id = $1)',
        [courseId],
      );
      await until('the queue has forgotten the first job', async () => {
        await handOver();
        return runs.length >= 2;
      });
      expect(await planned(courseId)).toBe(0);
    } finally {
      await worker.close();
      await queue.close();
    }
  });

  test('two workers that hold the same promise at the same moment keep it once', async () => {
    const { id, courseId } = await promise();
    await Promise.all(Array.from({ length: 8 }, () => nest.get(Inbox).keep(id)));
    expect(await planned(courseId)).toBe(8);
    expect(await app.database.value('SELECT count(*)::int FROM inbox WHERE outbox_id = $1', [id])).toBe(1);
  });

  test('a promise whose keeping fails stays a promise, and leaves nothing half done', async () => {
    const { id, courseId } = await promise();
    await app.database.rows(`UPDATE outbox SET handler = 'nobody' WHERE id = $1`, [id]);
    await expect(nest.get(Inbox).keep(id)).rejects.toThrow('nobody');
    expect(await isKept(id)).toBe(false);
    expect(await app.database.value('SELECT count(*)::int FROM inbox WHERE outbox_id = $1', [id])).toBe(0);
    expect(await planned(courseId)).toBe(0);
  });
});
