/**
 * How late reminders are when ten thousand come due in the same minute: one worker, each reader a person of their own,
 * from the row that is due to the message in the inbox, and to the mail server when `--mail` is given. On Redis, and on
 * PostgreSQL alone. Builds nothing: run `npm run build:server` first.
 *
 *   node test/load/reminders.bench.mjs [--messages 10000] [--mail]
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { migrateDatabase } from '../../dist/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../dist/platform/database/embedded/index.js';
import { migrateQueue } from '../../dist/platform/queue/bullmq.js';

const { values: asked } = parseArgs({ options: { messages: { type: 'string' }, mail: { type: 'boolean' } } });
const MESSAGES = Number(asked.messages ?? 10_000);
const MAIN = path.join(import.meta.dirname, '../../dist/main.js');
/** The minute begins so long after everything is written down. */
const LEAD_S = 3;
const MINUTE_S = 60;

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Units with one reader each, and a call each. */
async function fill(db) {
  await db.query(
    `INSERT INTO units (id, kind, code, name) VALUES (gen_random_uuid(), 'district-committee', 'GOC', 'Huyện ủy')`,
  );
  await db.query(
    `INSERT INTO units (id, parent_id, kind, code, name)
     SELECT gen_random_uuid(), (SELECT id FROM units WHERE code = 'GOC'), 'commune', 'X' || n, 'Xã ' || n FROM generate_series(1, $1::int) n`,
    [MESSAGES],
  );
  await db.query(`INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, email, created_at)
    SELECT gen_random_uuid(), lower(code), 'x', name, 'committee', id, lower(code) || '@xa.invalid', now() FROM units WHERE code <> 'GOC'`);
  await db.query(`INSERT INTO courses (id, code, title, program_id, unit_id, starts_on, ends_on, capacity, minimum, state, deadline)
    SELECT gen_random_uuid(), 'THU-1', 'Lớp thử', (SELECT id FROM programs WHERE code = 'CNKT'), id, current_date + 60, current_date + 65, 100, 0, 'open',
      current_date + 30 FROM units WHERE code = 'GOC'`);
  await db.query(`INSERT INTO unit_calls (id, course_id, unit_id, called_at, deadline)
    SELECT gen_random_uuid(), (SELECT id FROM courses), id, now(), current_date + 30 FROM units WHERE code <> 'GOC'`);
  await db.query('ANALYZE');
}

/** One reminder that is due at once: when it has gone, the worker is at work, and starting it is not measured. */
async function warmUp(db) {
  await db.query(`INSERT INTO reminders (id, trigger, unit_call_id, stage, deadline, due_at)
    SELECT gen_random_uuid(), 'opening', id, 'call', deadline - 1, now() FROM unit_calls LIMIT 1`);
  for (let over = 0; over !== 1;) {
    const { rows } = await db.query(`SELECT count(*)::int AS n FROM reminders WHERE state IN ('sent', 'dropped')`);
    over = rows[0].n;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await db.query('DELETE FROM reminders');
}

/** A reminder for each unit, due somewhere in the minute. */
async function makeDue(db) {
  await db.query(
    `INSERT INTO reminders (id, trigger, unit_call_id, stage, deadline, due_at)
     SELECT gen_random_uuid(), 'opening', id, 'call', deadline, now() + make_interval(secs => $1 + $2 * random()) FROM unit_calls`,
    [LEAD_S, MINUTE_S],
  );
}

async function measure(name, postgres, redisUrl) {
  const database = `bench_${name.toLowerCase()}`;
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const url = postgres.url(database);
  await migrateDatabase(url);
  if (!redisUrl) await migrateQueue(url);
  const arrived = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => stream.on('end', () => (arrived.push(Date.now()), done())).resume(),
  });
  await new Promise((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await fill(db);
  const worker = spawn(process.execPath, [MAIN, 'worker'], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      DATABASE_URL: url,
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...(redisUrl && { REDIS_URL: redisUrl }),
      ...(asked.mail && { SMTP_URL: `smtp://127.0.0.1:${smtp.server.address().port}` }),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await warmUp(db);
  await makeDue(db);
  const count = async (sql) => (await db.query(sql)).rows[0].n;
  for (const end = Date.now() + 300_000; Date.now() < end;) {
    const done = await count(`SELECT count(*)::int AS n FROM reminders WHERE state = 'sent'`);
    if (done === MESSAGES && (!asked.mail || arrived.length >= MESSAGES)) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { rows } = await db.query(
    `SELECT count(*)::int AS sent, round(extract(epoch FROM max(sent_at) - min(due_at))::numeric, 1)::float AS "seconds",
       (percentile_cont(ARRAY[0.5, 0.95, 0.99, 1]) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - due_at)))::numeric(8,2)[] AS late
     FROM reminders WHERE state = 'sent'`,
  );
  worker.kill('SIGTERM');
  await new Promise((resolve) => worker.once('close', resolve));
  await db.end();
  await new Promise((resolve) => smtp.close(resolve));
  const [p50, p95, p99, most] = rows[0].late;
  const mails = asked.mail ? `, ${arrived.length} mails` : '';
  console.log(
    `${name}: ${rows[0].sent} of ${MESSAGES} in ${rows[0].seconds} s; late by p50 ${p50} s, p95 ${p95} s, p99 ${p99} s, at most ${most} s${mails}`,
  );
}

const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hong-chuyen-bench-'));
fs.chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ dataDir: folder });
const port = await freePort();
const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder], {
  stdio: 'ignore',
});
try {
  await measure('Redis', postgres, `redis://127.0.0.1:${port}`);
  await measure('PostgreSQL', postgres, undefined);
} finally {
  redis.kill('SIGTERM');
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
