import pg from 'pg';
import { NominationsRepository } from '../../src/modules/nominations/nominations.repository.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Answer, type Body, type Client, ok } from '../support/client.js';
import { until } from '../support/until.js';
import { ungathered } from './ungathered.js';

/** Races of those who decide and of those who propose, and of minimum shares; each with its twin that must go wrong. */
let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp();
  await qualified(app);
  board = await app.as('board');
});
afterAll(() => app.stop());

/** Nothing but the places shall stand against anyone. */
async function qualified(of: TestApp): Promise<void> {
  await of.database.rows(`UPDATE qualifications SET level = 'elementary' WHERE kind = 'llct'`);
  await of.database.rows(`UPDATE qualifications SET level = 'bachelor' WHERE kind = 'professional'`);
}

/** Has one approve and another return each of twenty people at the same moment. @returns the answers, pair by pair. */
async function decideAtOnce(startsOn: string): Promise<{ ids: string[]; pairs: Answer[][] }> {
  const course = await build.openCourse(app, { capacity: 100, startsOn, endsOn: startsOn });
  const officialIds = (await officialsOf(app, 'BIX')).slice(0, 20);
  const { items } = ok(await (await app.as('xa-bix')).post('/nominations', { courseId: course.id, officialIds }));
  const ids = items.map(({ nominationId }: Body) => nominationId as string);
  const reason = 'Đã xem hồ sơ';
  const pairs = await Promise.all(
    ids.map((id: string) =>
      Promise.all([
        board.post(`/nominations/${id}/approve`, { reason }),
        board.post(`/nominations/${id}/return`, { reason }),
      ]),
    ),
  );
  return { ids, pairs };
}

/** People of whom the trail tells more than one decision. */
const decidedTwice = async (ids: readonly string[]): Promise<number> =>
  (
    await app.database.rows(
      `SELECT subject_id FROM audit_entries WHERE subject_id = ANY($1::uuid[]) AND action IN ('nomination.approved', 'nomination.returned')
       GROUP BY subject_id HAVING count(*) > 1`,
      [ids],
    )
  ).length;

test('of two who decide on one person at once the first one counts, and the other is told', async () => {
  const { ids, pairs } = await decideAtOnce('2026-09-01');
  for (const pair of pairs) {
    expect(pair.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = pair.find(({ status }) => status !== 200);
    expect(['nomination-step-not-possible', 'decided-meanwhile', 'stale-version']).toContain(late?.body.code);
  }
  expect(await decidedTwice(ids)).toBe(0);
});

test('its twin: where what the reviewer has seen is not looked at again, people are decided on twice', async () => {
  const nominations = app.app.get(NominationsRepository);
  const db = app.app.get(Database);
  const usual = nominations.decide.bind(nominations);
  nominations.decide = async (id, _seen, { to, reason, by, at }) => {
    await db.rows('SELECT pg_sleep(0.05)');
    const changed = await db.write(
      'UPDATE nominations SET state = $2, reason = $3, decided_by = $4, decided_at = $5, version = version + 1 WHERE id = $1',
      [id, to, reason, by, at],
    );
    return changed === 1;
  };
  const { ids } = await decideAtOnce('2026-09-02');
  nominations.decide = usual;
  expect(await decidedTwice(ids)).toBeGreaterThan(0);
});

/** The same cell proposes the same people from four windows at once. @returns how many stand in the list more than once. */
async function proposeAtOnce(code: string, startsOn: string): Promise<{ statuses: number[]; twice: number }> {
  const program = { code, name: code, kind: 'professional', needsQuota: false, from: '2020-01-01', cellStep: true };
  ok(await board.post('/programs', program));
  const course = await build.openCourse(app, { program: code, startsOn, endsOn: startsOn });
  const rows = await app.database.rows<{ id: string }>('SELECT id FROM officials WHERE cell_id = $1 LIMIT 5', [
    await unitId(app, 'BIX-CB1'),
  ]);
  const body = { courseId: course.id, officialIds: rows.map(({ id }) => id) };
  const cell = await app.as('chibo-bix-1');
  const answers = await Promise.all(Array.from({ length: 4 }, () => cell.post('/proposals', body)));
  const twice = await app.database.rows(
    'SELECT official_id FROM proposals WHERE course_id = $1 GROUP BY official_id HAVING count(*) > 1',
    [course.id],
  );
  return { statuses: answers.map(({ status }) => status).sort(), twice: twice.length };
}

test('people proposed from several windows at once are proposed once', async () => {
  expect(await proposeAtOnce('LUOT1', '2026-09-03')).toEqual({ statuses: [201, 409, 409, 409], twice: 0 });
});

test('its twin: without the index they are proposed more than once', async () => {
  await app.database.rows('ALTER INDEX proposal_once_per_course RENAME TO kept_for_the_twin');
  await app.database.rows('DROP INDEX kept_for_the_twin');
  expect((await proposeAtOnce('LUOT2', '2026-09-04')).twice).toBeGreaterThan(0);
});

test('a result of somebody who turns out not to have come, at this moment, is not taken for recorded', async () => {
  const [one] = await app.database.rows<{ id: string; courseId: string }>(
    `SELECT n.id, n.course_id AS "courseId" FROM nominations n JOIN courses c ON c.id = n.course_id
     WHERE n.state = 'studying' AND c.state = 'running' LIMIT 1`,
  );
  const { id = '', courseId = '' } = one ?? {};
  const other = new pg.Client({ connectionString: app.database.url });
  await other.connect();
  await other.query('BEGIN');
  await other.query(`UPDATE nominations SET state = 'no-show', version = version + 1 WHERE id = $1`, [id]);
  const asked = board.put(`/courses/${courseId}/results`, { results: [{ nominationId: id, classification: 'good' }] });
  await until('the result waits for the other', async () => {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (await app.database.rows(waiting)).length > 0;
  });
  await other.query('COMMIT');
  await other.end();
  const { status, body } = await asked;
  expect([status, body.code]).toEqual([412, 'stale-version']);
  expect(await app.database.rows('SELECT 1 FROM nomination_results WHERE nomination_id = $1', [id])).toEqual([]);
});

test('the twin of minimum shares: without their guard, women find the places kept for them taken', async () => {
  const bare = await startApp();
  try {
    await qualified(bare);
    await bare.database.rows(
      'CREATE OR REPLACE FUNCTION keep_minimums(p_quotas uuid[]) RETURNS void LANGUAGE sql AS $$ SELECT $$',
    );
    const asked = await askForKeptPlaces(bare);
    // The row itself is guarded still: what is given is no more than there is.
    expect(asked.people).toBe(12);
    expect(asked.women).toBeLessThan(8);
  } finally {
    await bare.stop();
  }
});

/** Eight of twelve places are for women, and everybody asks at once, the men first. @returns who got one. */
async function askForKeptPlaces(of: TestApp): Promise<{ people: number; women: number }> {
  ungathered(of);
  const { id: programId } = await build.program(of, 'TC');
  await build.grant(of, programId, 12, 2027);
  const root = await unitId(of, 'DINH-LAP');
  const allocations = [{ unitId: root, places: 12, minimums: [{ category: 'women', places: 8 }] }];
  ok(await (await of.as('board')).put(`/quotas?programId=${programId}&period=2027`, { allocations }));
  await of.database.rows('UPDATE quotas SET is_reserve = false WHERE program_id = $1 AND period = 2027', [programId]);
  const dates = { startsOn: '2027-06-01', endsOn: '2027-06-04' };
  const course = await build.openCourse(of, { program: 'TC', capacity: 1000, ...dates });
  const crowd = await of.database.rows<{ id: string; code: string }>(
    `SELECT o.id, u.code FROM officials o JOIN units u ON u.id = o.unit_id
     WHERE u.code IN ('BIX', 'DL', 'BL', 'BX') ORDER BY o.gender = 'female', o.id LIMIT 60`,
  );
  await Promise.all(['bix', 'dl', 'bl', 'bx'].map((code) => of.as(`xa-${code}`)));
  await Promise.all(
    crowd.map(async ({ id, code }) =>
      (await of.as(`xa-${code.toLowerCase()}`)).post('/nominations', { courseId: course.id, officialIds: [id] }),
    ),
  );
  const [got] = await of.database.rows<{ people: number; women: number }>(
    `SELECT count(*)::int AS people, count(*) FILTER (WHERE o.gender = 'female')::int AS women FROM nominations n
       JOIN officials o ON o.id = n.official_id WHERE n.course_id = $1 AND n.place <> 'none'`,
    [course.id],
  );
  return got ?? { people: 0, women: 0 };
}
