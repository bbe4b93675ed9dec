import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { plainDateIn } from '../../src/kernel/plain-date.js';
import { workingCalendar } from '../../src/kernel/working-calendar.js';
import { RemindersService, StandingService } from '../../src/modules/reminders/index.js';
import { Inbox } from '../../src/platform/outbox/inbox.js';
import { QueueRebuild } from '../../src/platform/outbox/queue-rebuild.js';
import { openQueue, openWorker } from '../../src/platform/queue/bullmq.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, unitId } from '../support/build.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { BACKENDS } from './backends.js';

jest.setTimeout(120_000);

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

/** A year in which every month a class calls five units, among the demo's own classes and places, day by day, without a queue between. */
test('a year of reminders keeps to hours, days off, the cap and the answers', async () => {
  const app = await startApp();
  try {
    const units = await app.database.rows<{ id: string }>(
      `SELECT id FROM units WHERE kind IN ('commune', 'town') AND valid_to IS NULL ORDER BY code LIMIT 5`,
    );
    await app.database.rows(`DELETE FROM outbox`);
    await app.database.rows(
      `UPDATE reminders SET state = 'dropped', dropped_because = 'cancelled' WHERE state = 'planned'`,
    );
    const began = new Date('2026-01-05T02:00:00Z');
    app.clock.set(began.toISOString());
    const [inbox, service] = [app.app.get(Inbox), app.app.get(RemindersService)];
    const standing = app.app.get(StandingService);
    const keepAll = async (): Promise<void> => {
      for (;;) {
        await service.sweep();
        const rows = await app.database.rows<{ id: string }>('SELECT id FROM outbox ORDER BY id');
        if (rows.length === 0) return;
        for (const { id } of rows) await inbox.keep(id);
      }
    };
    for (let day = 0; day < 365; day++) {
      const today = new Date(began.getTime() + day * 86_400_000);
      app.clock.set(today.toISOString());
      if (day % 30 === 0) {
        const on = (days: number): string => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        const wishes = { unitIds: units.map(({ id }) => id), deadline: on(21), startsOn: on(60), endsOn: on(62) };
        await build.openCourse(app, wishes);
      }
      // A unit or two answer each day, whichever they are.
      if (day % 3 === 0)
        await app.database.rows(
          `UPDATE unit_calls SET answer = 'none', reason = 'Không có ai.', answered_at = $1 WHERE id IN (
             SELECT uc.id FROM unit_calls uc JOIN units u ON u.id = uc.unit_id WHERE uc.answer IS NULL AND uc.called_at >= $2
             ORDER BY md5(uc.id::text || $3::text) LIMIT 1)`,
          [today, began, day],
        );
      if (day % 7 === 0) await standing.plan();
      await keepAll();
    }
    const told = await app.database.rows<{
      at: Date;
      account: string;
      about: { subject: string; trigger: string; stage: string; answered: string | null }[];
    }>(
      `SELECT rr.sent_at AS at, rr.account_id AS account, jsonb_agg(jsonb_build_object('subject', concat_ws(' ', r.subject_id, r.unit_id, r.deadline), 'trigger', r.trigger,
         'stage', r.stage, 'answered', uc.answered_at)) AS about
       FROM reminder_recipients rr JOIN reminders r ON r.id = rr.reminder_id
         LEFT JOIN unit_calls uc ON uc.id = r.unit_call_id AND r.trigger = 'deadline'
       WHERE rr.state = 'sent' AND r.stage <> 'call' AND rr.sent_at >= $1 GROUP BY rr.sent_at, rr.account_id, rr.cause_id`,
      [began],
    );
    expect(told.length).toBeGreaterThan(80);
    const triggers = new Set(told.flatMap(({ about }) => about.map(({ trigger }) => trigger)));
    expect([...triggers].sort()).toEqual(['deadline', 'first-session', 'quota', 'results']);
    const calendar = workingCalendar();
    const perDay = new Map<string, number>();
    const once = new Set<string>();
    for (const { at, account, about } of told) {
      const day = plainDateIn(at);
      expect(calendar.isWorkingDay(day)).toBe(true);
      perDay.set(`${account} ${day}`, (perDay.get(`${account} ${day}`) ?? 0) + 1);
      for (const { subject, trigger, stage, answered } of about) {
        expect(answered === null || new Date(answered) > at).toBe(true);
        const key = `${account} ${trigger} ${subject} ${stage}`;
        expect(once.has(key)).toBe(false);
        once.add(key);
      }
    }
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(3);
  } finally {
    await app.stop();
  }
});

test('rebuilding hands every promise over again, whatever the queue held', async () => {
  const redis = await startRedis();
  const app = await startApp({ settings: { redisUrl: redis.url } });
  try {
    await build.openCourse(app, { unitIds: [await unitId(app, 'BIX')], deadline: '2026-04-15' });
    await app.database.rows('UPDATE outbox SET dispatched_at = now()');
    const waiting = await app.database.value<number>('SELECT count(*)::int FROM outbox');
    expect(await app.app.get(QueueRebuild).rebuild()).toBe(waiting);
    expect(await app.database.value('SELECT count(*)::int FROM outbox WHERE dispatched_at IS NULL AND round = 1')).toBe(
      waiting,
    );
  } finally {
    await app.stop();
    await redis.stop();
  }
});
