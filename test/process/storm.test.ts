import { hashSync } from '@node-rs/argon2';
import fc from 'fast-check';
import { type Answer, type Client, logIn, ok } from '../support/client.js';
import { newDatabase, type TestDatabase } from '../support/database.js';
import { endPrograms, ensureBuilt, type Program, runProgram } from '../support/program.js';
import { freePort, startRedis, type TestRedis } from '../support/redis.js';
import { TEST_DATA_KEY } from '../support/settings.js';
import { until } from '../support/until.js';

/**
 * Clients who each send one person to one class of fifty seats, within a few seconds, at two API processes on one
 * database, beside a worker. `STORM_CLIENTS=1000` for the full storm of ten seconds; `STORM_SEED` repeats one.
 */
const CLIENTS = Number(process.env.STORM_CLIENTS ?? 200);
const SEED = Number(process.env.STORM_SEED ?? 20261129);
const SEATS = 50;
const UNITS = 20;
/** A hundred clients a second. */
const LASTS_MS = CLIENTS * 10;
/** Far above what a start takes, so that only one that hangs is cut off. */
const START_MS = 180_000;

jest.setTimeout(LASTS_MS * 20 + 2 * START_MS);

let database: TestDatabase;
let redis: TestRedis;
let env: Record<string, string>;

beforeAll(async () => {
  await ensureBuilt();
  [database, redis] = await Promise.all([newDatabase('empty'), startRedis()]);
  env = { DATABASE_URL: database.url, DATA_KEY: TEST_DATA_KEY, REDIS_URL: redis.url };
  await aDistrict();
});
afterAll(async () => {
  await endPrograms();
  await redis.stop();
  await database.drop();
});

/** A board, communes with an account each, and as many officials as there are clients. */
async function aDistrict(): Promise<void> {
  await database.rows(
    `INSERT INTO units (id, kind, code, name) VALUES (gen_random_uuid(), 'district-committee', 'GOC', 'Huyện ủy')`,
  );
  await database.rows(
    `INSERT INTO units (id, parent_id, kind, code, name)
     SELECT gen_random_uuid(), (SELECT id FROM units WHERE code = 'GOC'), 'commune', 'X' || n, 'Xã ' || n FROM generate_series(1, $1::int) n`,
    [UNITS],
  );
  await database.rows(
    `INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, created_at)
     SELECT gen_random_uuid(), lower(code), $1, name, CASE code WHEN 'GOC' THEN 'board' ELSE 'committee' END, id, now() FROM units`,
    [hashSync('hong-chuyen-demo')],
  );
  await database.rows(
    `INSERT INTO officials (id, unit_id, full_name, gender, born_on)
     SELECT gen_random_uuid(), u.id, 'Nguyễn Văn ' || n, CASE WHEN n % 2 = 0 THEN 'female' ELSE 'male' END, '1985-05-01'
     FROM generate_series(1, $1::int) n JOIN units u ON u.code = 'X' || (1 + n % $2::int)`,
    [CLIENTS, UNITS],
  );
}

async function start(): Promise<{ programs: Program[]; urls: string[] }> {
  const ports = [await freePort(), await freePort()];
  const apis = ports.map((port) => runProgram('api', { ...env, PORT: String(port) }));
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const answers = (url: string): Promise<boolean> =>
    logIn(url, 'goc').then(
      () => true,
      () => false,
    );
  for (const url of urls) await until(`${url} answers`, () => answers(url), START_MS);
  return { programs: [...apis, runProgram('worker', env)], urls };
}

/** A class of a program that asks for nothing but a seat, its line in the order of time. */
async function aClass(board: Client): Promise<string> {
  const program = ok(
    await board.post('/programs', {
      ...{ code: 'BAO', name: 'Lớp đông người', kind: 'professional', needsQuota: false, from: '2020-01-01' },
    }),
  );
  const course = ok(
    await board.post('/courses', {
      ...{ code: 'BAO-1', title: 'Lớp đông người', programId: program.id, capacity: SEATS, minimum: 0 },
      ...{ startsOn: '2040-07-01', endsOn: '2040-07-05' },
    }),
  );
  ok(await board.post(`/courses/${course.id}/open-nominations`, { deadline: '2040-06-01' }));
  const rules = { waitlistOrder: 'time', freedSeats: 'offer', offerHours: 24 };
  ok(await board.put(`/courses/${course.id}/seats/rules`, rules));
  return course.id as string;
}

/** Everyone comes at a moment of their own, at one of the two processes. */
async function storm(courseId: string, urls: readonly string[]): Promise<Answer[]> {
  const people = await database.rows<{ id: string; username: string }>(
    'SELECT o.id, lower(u.code) AS username FROM officials o JOIN units u ON u.id = o.unit_id ORDER BY o.full_name',
  );
  const sessions = new Map<string, Client[]>();
  for (const username of new Set(people.map((person) => person.username)))
    sessions.set(username, await Promise.all(urls.map((url) => logIn(url, username))));
  const comes = fc.record({ after: fc.nat(LASTS_MS), at: fc.nat(urls.length - 1) });
  const moments = fc.sample(comes, { seed: SEED, numRuns: people.length });
  return Promise.all(
    people.map(async ({ id, username }, index) => {
      const { after = 0, at = 0 } = moments[index] ?? {};
      await new Promise((resolve) => setTimeout(resolve, after));
      const client = sessions.get(username)?.[at];
      if (!client) throw new Error(`${username} is not logged in`);
      return client.post('/nominations', { courseId, officialIds: [id] });
    }),
  );
}

test(`${CLIENTS} clients for ${SEATS} seats at two processes: ${SEATS} sit, the others wait as they came (seed ${SEED})`, async () => {
  const { programs, urls } = await start();
  const courseId = await aClass(await logIn(urls[0] ?? '', 'goc'));
  const began = Date.now();
  const answers = await storm(courseId, urls);
  const took = Date.now() - began;
  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  const outcomes = answers.map(({ body }) => body.items[0].outcome as string);
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
  expect({ seated: count('seated'), waitlisted: count('waitlisted') }).toEqual({
    seated: SEATS,
    waitlisted: CLIENTS - SEATS,
  });
  const line = await database.rows<{ place: string; committed: number }>(
    `SELECT place, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 AS committed FROM nominations WHERE course_id = $1 ORDER BY queue_no`,
    [courseId],
  );
  expect(line.map(({ place }) => place)).toEqual([
    ...Array<string>(SEATS).fill('seat'),
    ...Array<string>(CLIENTS - SEATS).fill('waitlist'),
  ]);
  const committed = line.map((one) => one.committed);
  expect(committed).toEqual([...committed].sort((one, other) => one - other));
  expect(new Set(committed).size).toBeGreaterThan(1);

  // PostgreSQL counts a deadlock for good when the session that met it ends.
  for (const program of programs) program.kill('SIGTERM');
  await Promise.all(programs.map(({ ended }) => ended));
  expect(programs.map((program) => program.said()).join('')).not.toMatch(/deadlock/i);
  const deadlocks = 'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()';
  expect(await database.value(deadlocks)).toBe(0);
  const audit = runProgram('audit', env);
  expect([await audit.ended, audit.said()]).toEqual([0, expect.any(String)]);
  if (process.env.STORM_CLIENTS !== undefined)
    console.info(
      `${CLIENTS} clients, seed ${SEED}: ${took} ms, ${new Set(committed).size} transactions, ${audit.said()}`,
    );
});
