import { hashSync } from '@node-rs/argon2';
import pg from 'pg';
import { migrateDatabase } from '../../src/platform/database/data-source.js';
import { type Client, logIn } from '../support/client.js';
import { type MortalPostgres, startMortalPostgres } from '../support/mortal-postgres.js';
import { endPrograms, ensureBuilt, type Program, runProgram } from '../support/program.js';
import { freePort, startRedis, type TestRedis } from '../support/redis.js';
import { TEST_DATA_KEY } from '../support/settings.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { until } from '../support/until.js';

/**
 * Classes call units over the API, workers send each unit a mail, and worker, API, Redis and PostgreSQL are killed at
 * random moments. `FAULT_MESSAGES=2000 FAULT_KILLS=60` for the long run; `FAULT_SEED` repeats one.
 */
const UNITS = 20;
const CLASSES = Math.ceil(Number(process.env.FAULT_MESSAGES ?? 60) / UNITS);
const KILLS = Number(process.env.FAULT_KILLS ?? 5);
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const LONGEST_MS = 60_000 + CLASSES * UNITS * 100 + KILLS * 3_000;
const LAST_DAY = '2040-06-01';

jest.setTimeout(LONGEST_MS + 60_000);

/** The same numbers for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let postgres: MortalPostgres;
let redis: TestRedis;
let smtp: TestSmtp;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await ensureBuilt();
  postgres = await startMortalPostgres();
  stops.push(() => postgres.stop());
  redis = await startRedis();
  stops.push(() => redis.stop());
  smtp = await startSmtp();
  stops.push(() => smtp.stop());
  await migrateDatabase(postgres.url);
  await aDistrict();
});
afterAll(async () => {
  await endPrograms();
  for (const stop of stops.reverse()) await stop();
});

async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A board, units with an account each, and classes that call nobody yet. */
async function aDistrict(): Promise<void> {
  await rows(
    `INSERT INTO units (id, kind, code, name) VALUES (gen_random_uuid(), 'district-committee', 'GOC', 'Huyện ủy')`,
  );
  await rows(
    `INSERT INTO units (id, parent_id, kind, code, name)
     SELECT gen_random_uuid(), (SELECT id FROM units WHERE code = 'GOC'), 'commune', 'X' || n, 'Xã ' || n FROM generate_series(1, $1::int) n`,
    [UNITS],
  );
  await rows(
    `INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, email, created_at)
     SELECT gen_random_uuid(), lower(code), $1, name, CASE code WHEN 'GOC' THEN 'board' ELSE 'committee' END, id,
       CASE code WHEN 'GOC' THEN NULL ELSE lower(code) || '@xa.invalid' END, now() FROM units`,
    [hashSync('hong-chuyen-demo')],
  );
  await rows(
    `INSERT INTO courses (id, code, title, program_id, unit_id, starts_on, ends_on, capacity, minimum, state, deadline)
     SELECT gen_random_uuid(), 'THU-' || n, 'Lớp thử ' || n, (SELECT id FROM programs WHERE code = 'CNKT'), (SELECT id FROM units WHERE code = 'GOC'),
       '2040-07-01', '2040-07-05', 100, 0, 'draft', $2::date FROM generate_series(1, $1::int) n`,
    [CLASSES, LAST_DAY],
  );
}

test('nothing is lost and nothing goes twice, whatever dies when', async () => {
  const random = chance(SEED);
  const port = await freePort();
  const env = {
    DATABASE_URL: postgres.url,
    DATA_KEY: TEST_DATA_KEY,
    REDIS_URL: redis.url,
    SMTP_URL: smtp.url,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const programs: Record<'api' | 'one' | 'other', Program> = {
    api: runProgram('api', env),
    one: runProgram('worker', env),
    other: runProgram('worker', env),
  };
  /** Whoever has ended is started again, as a supervisor does. */
  const supervise = (): void => {
    for (const name of ['api', 'one', 'other'] as const)
      if (!programs[name].isRunning()) programs[name] = runProgram(name === 'api' ? 'api' : 'worker', env);
  };
  const victims: (() => void | Promise<void>)[] = [
    () => programs.api.kill('SIGKILL'),
    () => programs.one.kill('SIGKILL'),
    () => programs.other.kill('SIGKILL'),
    () => redis.crash(),
    () => postgres.crash(),
  ];
  const ids = (): Set<string | undefined> => new Set(smtp.mails.map(({ messageId }) => messageId));
  const wanted = CLASSES * UNITS;
  const started = Date.now();
  const late = (): boolean => Date.now() - started > LONGEST_MS;

  const calling = callAll(`http://127.0.0.1:${port}`, late);
  for (let kills = 0; kills < KILLS && !late(); kills++) {
    await new Promise((resolve) => setTimeout(resolve, 400 + random() * 1_600));
    await victims[kills < victims.length ? kills : Math.floor(random() * victims.length)]?.();
    supervise();
  }
  const supervisor = setInterval(supervise, 500);
  try {
    await calling;
    await until(`all ${wanted} mails have come (seed ${SEED})`, () => ids().size >= wanted, LONGEST_MS);
    await until(
      'nothing is promised any more',
      async () =>
        (await rows<{ n: number }>('SELECT count(*)::int AS n FROM outbox').catch(() => [{ n: 1 }]))[0]?.n === 0,
      60_000,
    );
  } finally {
    clearInterval(supervisor);
  }

  const perReader = new Map<string, Set<string | undefined>>();
  for (const { to, subject, messageId } of smtp.mails) {
    const key = `${(to as { text: string }).text} ${subject}`;
    perReader.set(key, (perReader.get(key) ?? new Set()).add(messageId));
  }
  expect([ids().size, perReader.size]).toEqual([wanted, wanted]);
  expect([...perReader.values()].filter((its) => its.size !== 1)).toEqual([]);
  const [counted] = await rows(
    `SELECT (SELECT count(*)::int FROM notifications) AS told, (SELECT count(*)::int FROM deliveries WHERE state = 'sent') AS mailed,
       (SELECT count(*)::int FROM reminders WHERE state = 'sent' AND stage = 'call') AS sent`,
  );
  expect(counted).toEqual({ told: wanted, mailed: wanted, sent: wanted });
  if (process.env.FAULT_MESSAGES !== undefined)
    console.info(
      `${wanted} messages, ${KILLS} kills, seed ${SEED}: ${smtp.mails.length} taken by the mail server, ${ids().size} different, ${((Date.now() - started) / 1000).toFixed(0)} s`,
    );
});

/** Opens every class over the API, asking again until each is open. */
async function callAll(url: string, late: () => boolean): Promise<void> {
  let board: Client | undefined;
  while (!late()) {
    try {
      board ??= await logIn(url, 'goc');
      const [draft] = await rows<{ id: string }>(`SELECT id FROM courses WHERE state = 'draft' ORDER BY code LIMIT 1`);
      if (!draft) return;
      await board.post(`/courses/${draft.id}/open-nominations`, { deadline: LAST_DAY });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100)); // whoever answers is down for a moment
    }
  }
}
