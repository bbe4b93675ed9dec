import { newDatabase, type TestDatabase } from '../support/database.js';
import { endPrograms, ensureBuilt, type Program, runProgram } from '../support/program.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { TEST_DATA_KEY } from '../support/settings.js';
import { until } from '../support/until.js';

/** Two thousand units to remind, a hundred to a transaction; the worker dies in the middle, and the queue forgets everything. */
const UNITS = 2_000;

jest.setTimeout(120_000);
beforeAll(ensureBuilt);
afterEach(endPrograms);

/** A district with called units, one account each, and a reminder each that is due. */
async function districtWithDueReminders(database: TestDatabase): Promise<void> {
  await database.rows(`
    WITH root AS (
      INSERT INTO units (id, kind, code, name) VALUES (gen_random_uuid(), 'district-committee', 'GOC', 'Huyện ủy') RETURNING id
    ), class AS (
      INSERT INTO courses (id, code, title, program_id, unit_id, starts_on, ends_on, capacity, minimum, state, deadline)
      SELECT gen_random_uuid(), 'THU-1', 'Lớp thử', (SELECT id FROM programs WHERE code = 'CNKT'), root.id,
        current_date + 60, current_date + 65, 100, 0, 'open', current_date + 30 FROM root RETURNING id
    ) SELECT * FROM class`);
  await database.rows(
    `INSERT INTO units (id, parent_id, kind, code, name)
     SELECT gen_random_uuid(), (SELECT id FROM units WHERE code = 'GOC'), 'commune', 'X' || n, 'Xã ' || n FROM generate_series(1, $1::int) n`,
    [UNITS],
  );
  await database.rows(`
    INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, email, created_at)
    SELECT gen_random_uuid(), lower(code), 'x', name, 'committee', id, lower(code) || '@xa.invalid', now() FROM units WHERE code <> 'GOC'`);
  await database.rows(`
    INSERT INTO unit_calls (id, course_id, unit_id, called_at, deadline)
    SELECT gen_random_uuid(), (SELECT id FROM courses), id, now(), current_date + 30 FROM units WHERE code <> 'GOC'`);
  await database.rows(`
    INSERT INTO reminders (id, unit_call_id, stage, deadline, due_at)
    SELECT gen_random_uuid(), id, 'call', deadline, now() - interval '1 minute' FROM unit_calls`);
}

describe.each<{ name: string; withRedis: boolean }>([
  { name: 'Redis, which is emptied too', withRedis: true },
  { name: 'PostgreSQL', withRedis: false },
])('a worker killed in the middle, with the queue in $name', ({ withRedis }) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    database = await newDatabase('empty');
    redis = withRedis ? await startRedis() : undefined;
    await districtWithDueReminders(database);
  });
  afterAll(async () => {
    await endPrograms();
    await redis?.stop();
    await database.drop();
  });

  const sent = (): Promise<number> => database.value(`SELECT count(*)::int FROM reminders WHERE state = 'sent'`);
  const start = (command = 'worker'): Program =>
    runProgram(command, {
      DATABASE_URL: database.url,
      DATA_KEY: TEST_DATA_KEY,
      PUBLIC_URL: 'http://localhost:3000',
      ...(redis && { REDIS_URL: redis.url }),
    });

  /** Runs a worker until so many reminders have gone, then kills it where it stands. */
  const dieAfter = async (count: number): Promise<number> => {
    const worker = start();
    const deadline = Date.now() + 60_000;
    while ((await sent()) < count) {
      if (Date.now() > deadline || !worker.isRunning())
        throw new Error(`The worker has sent ${await sent()} and said: ${worker.said()}`);
    }
    worker.kill('SIGKILL');
    await worker.ended;
    await redis?.flush();
    return sent();
  };

  test('rebuild-queue, as a command, hands over again what the queue has lost', async () => {
    await database.rows(
      `INSERT INTO outbox (id, handler, payload, created_at, dispatched_at)
       SELECT gen_random_uuid(), 'reminders.peopleDue:RemindersJobs.send', jsonb_build_object('accountIds', jsonb_agg(id)), now(), now() FROM accounts WHERE username = 'x1'`,
    );
    const command = start('rebuild-queue');
    expect(await command.ended).toBe(0);
    expect(command.said()).toContain('1 promises are handed over again');
    expect(await database.rows('SELECT dispatched_at AS at, round FROM outbox')).toEqual([{ at: null, round: 1 }]);
  });

  test('sends every one of 2,000 reminders once after all', async () => {
    const first = await dieAfter(50);
    expect(first).toBeLessThan(UNITS);
    const second = await dieAfter(first + 50);
    expect(second).toBeLessThan(UNITS);

    const worker = start();
    await until('every reminder has gone', async () => (await sent()) === UNITS, 90_000);
    await until('no promise is left', async () => (await database.value('SELECT count(*)::int FROM outbox')) === 0);
    worker.kill('SIGTERM');
    expect(await worker.ended).toBe(0);

    const [counted] = await database.rows(
      `SELECT (SELECT count(*)::int FROM notifications) AS notifications, (SELECT count(DISTINCT cause_id)::int FROM notifications) AS causes,
         (SELECT count(DISTINCT account_id)::int FROM notifications) AS people, (SELECT count(*)::int FROM deliveries) AS mails,
         (SELECT count(*)::int FROM reminders WHERE state = 'sent' AND recipients = 1) AS reminders`,
    );
    expect(counted).toEqual({ notifications: UNITS, causes: UNITS, people: UNITS, mails: UNITS, reminders: UNITS });
  });
});

test('with the queue in Redis, emptying it while the worker runs loses nothing', async () => {
  const database = await newDatabase('empty');
  const redis = await startRedis();
  try {
    await districtWithDueReminders(database);
    const worker = runProgram('worker', {
      DATABASE_URL: database.url,
      DATA_KEY: TEST_DATA_KEY,
      REDIS_URL: redis.url,
      PUBLIC_URL: 'http://localhost:3000',
    });
    const sent = (): Promise<number> => database.value(`SELECT count(*)::int FROM reminders WHERE state = 'sent'`);
    await until('some have gone', async () => (await sent()) > 20);
    await redis.flush();
    await until('all have gone', async () => (await sent()) === UNITS, 90_000);
    expect(await database.value('SELECT count(*)::int FROM notifications')).toBe(UNITS);
    worker.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
  } finally {
    await endPrograms();
    await redis.stop();
    await database.drop();
  }
});
