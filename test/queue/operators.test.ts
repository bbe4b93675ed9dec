import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import type { TestRedis } from '../support/redis.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { until } from '../support/until.js';
import { BACKENDS } from './backends.js';

jest.setTimeout(90_000);

/** The queue as those see it who look after it, who see no person's data. */
describe.each(BACKENDS)('the queue on the screen of operators, in $name', ({ name, start }) => {
  let redis: TestRedis | undefined;
  let smtp: TestSmtp;
  let app: TestApp;
  let board: Client;

  beforeAll(async () => {
    redis = await start();
    smtp = await startSmtp();
    app = await startApp({ worker: true, settings: { redisUrl: redis?.url, smtpUrl: smtp.url } });
    board = await app.as('board');
  });
  afterAll(async () => {
    await app.stop();
    await smtp.stop();
    await redis?.stop();
  });

  const queue = async (): Promise<Body> => ok(await board.get('/queue'));
  const jobs = async (state: string, more = ''): Promise<Body> =>
    ok(await board.get(`/queue/jobs?state=${state}${more}`));
  const call = async (...codes: string[]): Promise<string> => {
    const unitIds = await Promise.all(codes.map((code) => unitId(app, code)));
    return (await build.openCourse(app, { unitIds })).code;
  };
  const arrived = (code: string): number => smtp.mails.filter(({ subject }) => subject?.includes(code)).length;

  test('is empty, lives where it lives, and has a worker', async () => {
    await until('the worker is seen', async () => (await queue()).workers > 0);
    expect(await queue()).toMatchObject({
      place: name === 'Redis' ? 'redis' : 'postgresql',
      counts: { waiting: 0, active: 0, delayed: 0, failed: 0 },
      paused: false,
      dead: 0,
      oldestAt: null,
    });
  });

  test('paused, it keeps what is promised and sends nothing; resumed, all goes', async () => {
    expect((await board.post('/queue/pause')).status).toBe(204);
    const code = await call('BIX', 'KM', 'DL');
    await until('the calls wait', async () => (await queue()).counts.waiting > 0);
    const { promised, paused, oldestAt } = await queue();
    expect({ paused, promised: promised > 0, oldest: typeof oldestAt }).toEqual({
      paused: true,
      promised: true,
      oldest: 'string',
    });
    const page = await jobs('waiting', '&page[size]=1');
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({ state: 'waiting', attempts: 0, mostAttempts: 6, error: null });
    if (page.total > 1) {
      const next = await jobs('waiting', `&page[size]=1&page[after]=${page.next}`);
      expect(next.items[0].id).not.toBe(page.items[0].id);
    }
    expect(arrived(code)).toBe(0);
    expect((await board.post('/queue/resume')).status).toBe(204);
    await until('all have come', () => arrived(code) === 3);
    await until('it is empty', async () => (await queue()).promised === 0);
    expect(await queue()).toMatchObject({ paused: false, counts: { waiting: 0 } });
  });

  test('shows what is tried in vain, without names, lets it be tried at once, and again once it has failed', async () => {
    smtp.refuse(1_000, 451, 'xa-cs@dinhlap.example of 0912 345 678 comes later');
    const code = await call('CS');
    await until('it is tried again', async () => (await jobs('delayed')).items.length === 1);
    const [delayed] = (await jobs('delayed')).items;
    expect(delayed).toMatchObject({
      topic: 'notifications.deliveryDue',
      facts: expect.stringMatching(/^\{"deliveryId": ?"[0-9a-f-]{36}"\}$/),
      error: expect.stringContaining('…@dinhlap.example of … comes later'),
      nextAt: expect.any(String),
    });
    // At once, as often as a round allows: then it has failed.
    await until('it has failed', async () => {
      const [next] = (await jobs('delayed')).items;
      if (next) await board.post(`/queue/jobs/${next.id}/promote`);
      return (await jobs('failed')).items.length === 1;
    });
    const [failed] = (await jobs('failed')).items;
    expect(failed).toMatchObject({ promiseId: delayed.promiseId, attempts: 6, attemptsInAll: 6 });
    const tooLate = await board.post(`/queue/jobs/${failed.id}/promote`);
    expect([tooLate.status, tooLate.body.code]).toEqual([404, 'job-moved-on']);
    expect(JSON.stringify(ok(await board.get('/queue/failures')))).not.toMatch(/xa-cs@|345 678/);

    // Nothing else fails and nobody presses anything: the next round begins by itself, and fails too.
    app.clock.set(new Date(app.clock.now().getTime() + 11 * 60_000).toISOString());
    await until('the next round is tried', async () => (await jobs('delayed')).items.length === 1);
    expect((await jobs('failed')).items.find(({ id }: Body) => id === failed.id)?.current ?? false).toBe(false);

    smtp.refuse(0, 451);
    expect((await board.post(`/queue/failures/${failed.promiseId}/retry`)).status).toBe(204);
    await until('it has come', () => arrived(code) === 1);
    // The queue still remembers the round that failed; that it was done later is said beside it.
    await until('the promise is kept', async () => (await queue()).promised === 0);
    expect((await jobs('failed')).items.find(({ id }: Body) => id === failed.id)).toMatchObject({ facts: null });
  });

  test('what was done to it stands in the trail', async () => {
    const actions = await app.database.rows<{ action: string }>(
      `SELECT DISTINCT action FROM audit_entries WHERE action LIKE 'queue.%' ORDER BY action`,
    );
    expect(actions.map(({ action }) => action)).toEqual(['queue.paused', 'queue.promoted', 'queue.resumed']);
  });
});

test('a queue that cannot be reached says so in time, and in words', async () => {
  const app = await startApp({ settings: { redisUrl: 'redis://127.0.0.1:1' } });
  const answer = await (await app.as('board')).get('/queue');
  expect([answer.status, answer.body.code]).toEqual([503, 'queue-unreachable']);
  await app.stop();
});
