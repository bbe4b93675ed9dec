import type pg from 'pg';
import { pointPool } from '../../src/platform/database/point-pool.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { ok } from '../support/client.js';

const COMMUNES = ['BIX', 'DL', 'BL', 'BX', 'CS', 'CL'];

let app: TestApp;
let pool: pg.Pool;
let client: pg.PoolClient;

beforeAll(async () => {
  app = await startApp();
  pool = pointPool(app.database.url);
  client = await pool.connect();
});
afterAll(async () => {
  client.release();
  await pool.end();
  await app.stop();
});

/** @returns how many rows of nominations PostgreSQL reads to write one more claim, which is then taken back. */
async function readForOneMore(courseId: string, officialId: string): Promise<number> {
  const [known] = await app.database.rows<{ unit: string; account: string }>(
    `SELECT uc.unit_id AS unit, (SELECT id FROM accounts LIMIT 1) AS account FROM officials o JOIN units u ON u.id = o.unit_id
     JOIN unit_calls uc ON uc.course_id = $1 AND uc.unit_id = ANY(u.path) WHERE o.id = $2`,
    [courseId, officialId],
  );
  const [nominationId, entryId, of] = ['01', '02', '03'].map((end) => `01a00000-0000-7000-8000-0000000000${end}`);
  const whose = { accountId: known?.account, accountName: 'Người thử', entryId, courseId };
  const line = { ...whose, nominationId, officialId, unitId: known?.unit, late: false, needed: false, verdict: [] };
  const list = { ...whose, entryId: of, unitId: known?.unit, lines: [nominationId] };
  await client.query('BEGIN');
  const { rows } = await client.query<{ outcome: string }>(
    'SELECT outcome FROM claim_places($1::jsonb, $2::jsonb, now(), current_date, $3::text[])',
    [JSON.stringify([{ ...line, code: 'X' }]), JSON.stringify([list]), []],
  );
  expect(rows).toEqual([{ outcome: 'seated' }]);
  const { rows: read } = await client.query<{ n: number }>(
    `SELECT (seq_tup_read + idx_tup_fetch)::int AS n FROM pg_stat_xact_user_tables WHERE relname = 'nominations'`,
  );
  await client.query('ROLLBACK');
  return read[0]?.n ?? Infinity;
}

it('writes a claim by keys, however many are on the class, also when it was planned while there was nobody', async () => {
  await app.database.rows(`UPDATE qualifications SET level = 'elementary' WHERE kind = 'llct'`);
  await app.database.rows(`UPDATE qualifications SET level = 'bachelor' WHERE kind = 'professional'`);
  const course = await build.openCourse(app, { capacity: 200 });
  const [[last = '', ...rest] = [], ...others] = await Promise.all(COMMUNES.map((code) => officialsOf(app, code)));
  // As in a new office: the demo's are taken out past the guards.
  await client.query(
    'SET session_replication_role = replica; TRUNCATE nominations CASCADE; SET session_replication_role = DEFAULT',
  );
  await client.query('VACUUM ANALYZE nominations');
  const alone = await readForOneMore(course.id, last);

  const crowd: unknown[] = [];
  for (const [index, officialIds] of [rest, ...others].entries()) {
    const committee = await app.as(`xa-${COMMUNES[index]?.toLowerCase() ?? ''}`);
    crowd.push(...(ok(await committee.post('/nominations', { courseId: course.id, officialIds })).items as unknown[]));
  }
  expect(crowd.length).toBeGreaterThan(60);
  expect(await readForOneMore(course.id, last)).toBeLessThanOrEqual(alone + 3);
});
