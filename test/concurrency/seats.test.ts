import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { expectAgreement, quotasOutOfStep, standingOf } from './invariants.js';
import { ungathered } from './ungathered.js';

/** Two hundred people for fifty places, all at the same moment. */
const COMMUNES = ['BIX', 'DL', 'BL', 'BX', 'CS', 'CL', 'DT', 'KM', 'LC', 'TB', 'DL-TT', 'NT-TT'];
const PEOPLE = 200;
const SEATS = 50;

let app: TestApp;
let crowd: { username: string; officialId: string }[];

beforeAll(async () => {
  app = await startApp();
  await app.database.rows(`UPDATE qualifications SET level = 'elementary' WHERE kind = 'llct'`);
  // Nothing but the places shall stand against anyone.
  await app.database.rows(`UPDATE qualifications SET level = 'bachelor' WHERE kind = 'professional'`);
  const lists = await Promise.all(COMMUNES.map(async (code) => ({ code, ids: await officialsOf(app, code) })));
  // Taken in turns, so that committees compete with each other from the first request on.
  crowd = Array.from({ length: 23 }, (_, turn) =>
    lists.flatMap(({ code, ids }) =>
      ids[turn] ? [{ username: `xa-${code.toLowerCase()}`, officialId: ids[turn] }] : [],
    ),
  )
    .flat()
    .slice(0, PEOPLE);
  await Promise.all(COMMUNES.map((code) => app.as(`xa-${code.toLowerCase()}`)));
});
afterAll(() => app.stop());

const nominate = async (
  courseId: string,
  { username, officialId }: { username: string; officialId: string },
): Promise<Body> =>
  ok(await (await app.as(username)).post('/nominations', { courseId, officialIds: [officialId] })).items[0];

const count = (lines: Body[], outcome: string): number => lines.filter((line) => line.outcome === outcome).length;

/** As many as look before the first of them writes: what a busy moment does to careless code, made certain. */
const AT_ONCE = 20;

/** The careless way: look, think, write. @returns how many places were given. */
async function carelessly(setUp: string, look: string, write: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: app.database.url, max: AT_ONCE });
  await pool.query(setUp);
  let given = 0;
  for (let asked = 0; asked < PEOPLE; asked += AT_ONCE) {
    const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => pool.connect()));
    const free = await Promise.all(
      clients.map(async (client) => {
        await client.query('BEGIN');
        return (await client.query<{ free: boolean }>(look)).rows[0]?.free === true;
      }),
    );
    await Promise.all(
      clients.map(async (client, index) => {
        if (free[index]) await client.query(write);
        await client.query('COMMIT');
        client.release();
      }),
    );
    given += free.filter(Boolean).length;
  }
  await pool.end();
  return given;
}

test.each([
  ['gathered by one process', true],
  ['each to a process of its own', false],
])(
  'two hundred people at once for fifty seats, %s: fifty sit, the others wait, nothing is miscounted',
  async (_, gathered) => {
    const asUsual = gathered ? () => undefined : ungathered(app);
    const course = await build.openCourse(app, { capacity: SEATS });
    const lines = await Promise.all(crowd.map((person) => nominate(course.id, person)));
    asUsual();
    expect(lines).toHaveLength(PEOPLE);
    expect({ seated: count(lines, 'seated'), waitlisted: count(lines, 'waitlisted') }).toEqual({
      seated: SEATS,
      waitlisted: PEOPLE - SEATS,
    });
    const standing = await standingOf(app.database, course.id);
    expect(standing).toEqual({
      capacity: SEATS,
      seatsTaken: SEATS,
      waitlisted: PEOPLE - SEATS,
      seated: SEATS,
      waiting: PEOPLE - SEATS,
    });
    const numbers = await app.database.rows<{ queue_no: number }>(
      'SELECT queue_no FROM nominations WHERE course_id = $1',
      [course.id],
    );
    expect(new Set(numbers.map(({ queue_no }) => queue_no)).size).toBe(PEOPLE);
    ok(await (await app.as('board')).post(`/courses/${course.id}/cancel`, { reason: 'Xong.' }));
  },
);

test('its twin: the same crowd, looking first and writing then, sits down on more than fifty seats', async () => {
  const given = await carelessly(
    'CREATE TABLE careless_seats (taken int NOT NULL); INSERT INTO careless_seats VALUES (0)',
    `SELECT taken < ${SEATS} AS free FROM careless_seats`,
    'UPDATE careless_seats SET taken = taken + 1',
  );
  expect(given).toBeGreaterThan(SEATS);
});

test('fifty quota places asked for by two hundred at once are given fifty times', async () => {
  const { id: programId } = await build.program(app, 'TC');
  // One quota for the whole district: every committee draws on the same row.
  const communes = ['BIX', 'DL', 'BL', 'BX', 'CS', 'CL', 'KM', 'LC', 'DT', 'TB', 'DL-TT', 'NT-TT'];
  await build.quota(app, 'TC', Object.fromEntries(communes.map((code) => [code, 0])));
  const [reserve] = await app.database.rows<{ left: number }>(
    `SELECT free AS left FROM quotas WHERE program_id = $1 AND period = 2026 AND parent_id IS NULL`,
    [programId],
  );
  await build.grant(app, programId, SEATS - Number(reserve?.left));
  await app.database.rows('UPDATE quotas SET is_reserve = false WHERE program_id = $1 AND parent_id IS NULL', [
    programId,
  ]);
  const course = await build.openCourse(app, { program: 'TC', capacity: 1000 });
  const lines = await Promise.all(crowd.map((person) => nominate(course.id, person)));
  expect({ seated: count(lines, 'seated'), refused: count(lines, 'refused') }).toEqual({
    seated: SEATS,
    refused: PEOPLE - SEATS,
  });
  for (const { outcome, checks } of lines) {
    const failed = checks.filter(({ result }: Body) => result === 'fail').map(({ rule }: Body) => rule);
    expect(failed).toEqual(outcome === 'refused' ? ['quota-left'] : []);
  }
  const [quota] = await app.database.rows(
    'SELECT places, reserved, free FROM quotas WHERE program_id = $1 AND period = 2026 AND parent_id IS NULL',
    [programId],
  );
  expect(quota).toEqual({ places: SEATS, reserved: SEATS, free: 0 });
  expect(await quotasOutOfStep(app.database)).toEqual([]);
  expectAgreement(await standingOf(app.database, course.id));
  ok(await (await app.as('board')).post(`/courses/${course.id}/cancel`, { reason: 'Xong.' }));
});

test('places kept for women stay for them, whoever asks at the same moment, each a process of its own, and all are told in words', async () => {
  const { id: programId } = await build.program(app, 'TC');
  await build.grant(app, programId, 12, 2027);
  const board = await app.as('board');
  const unitId = await app.database.value<string>(`SELECT id FROM units WHERE code = 'DINH-LAP'`);
  const row = await app.database.value<string>(
    'SELECT id FROM quotas WHERE program_id = $1 AND period = 2027 AND unit_id = $2',
    [programId, unitId],
  );
  const minimums = [{ category: 'women', places: 8 }];
  ok(
    await board.put(`/quotas?programId=${programId}&period=2027`, {
      allocations: [{ unitId, places: 12, minimums }],
    }),
  );
  await app.database.rows('UPDATE quotas SET is_reserve = false WHERE id = $1', [row]);
  const course = await build.openCourse(app, {
    program: 'TC',
    capacity: 1000,
    startsOn: '2027-06-01',
    endsOn: '2027-06-04',
  });
  const asUsual = ungathered(app);
  const answers = await Promise.all(
    crowd.map(async ({ username, officialId }) =>
      (await app.as(username)).post('/nominations', { courseId: course.id, officialIds: [officialId] }),
    ),
  );
  asUsual();
  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  const failed = answers.flatMap(({ body }) => (body.items ?? []).flatMap(({ checks }: Body) => checks));
  expect(failed).toContainEqual(
    expect.objectContaining({ rule: 'quota-kept', result: 'fail', message: expect.stringContaining('dành cho nữ') }),
  );
  const [taken] = await app.database.rows(
    `SELECT count(*)::int AS people, count(*) FILTER (WHERE o.gender = 'female')::int AS women FROM nominations n
       JOIN officials o ON o.id = n.official_id WHERE n.quota_id = $1 AND n.place <> 'none'`,
    [row],
  );
  expect(taken?.people).toBe(12);
  expect(Number(taken?.women)).toBeGreaterThanOrEqual(8);
  ok(await board.post(`/courses/${course.id}/cancel`, { reason: 'Xong.' }));
});

test('its twin: counting the rows of a quota before adding one gives more than fifty places', async () => {
  const given = await carelessly(
    'CREATE TABLE careless_places (n int)',
    `SELECT count(*) < ${SEATS} AS free FROM careless_places`,
    'INSERT INTO careless_places VALUES (1)',
  );
  expect(given).toBeGreaterThan(SEATS);
});

test('while some withdraw and others come, no seat stays empty beside a waitlist and none is given twice', async () => {
  const course = await build.openCourse(app, { capacity: 20 });
  const early = crowd.slice(0, 60);
  const late = crowd.slice(60, 120);
  const first = await Promise.all(early.map((person) => nominate(course.id, person)));
  const leaving = first
    .map((line, index) => ({ id: line.nominationId as string, username: early[index]?.username ?? '' }))
    .filter((_, index) => index % 2 === 0);

  const withdraw = async ({ id, username }: { id: string; username: string }): Promise<boolean> => {
    const committee = await app.as(username);
    for (;;) {
      const { status } = await committee.post(`/nominations/${id}/withdraw`, {});
      if (status !== 412) return status === 200; // moved up meanwhile: read again, ask again
    }
  };
  const mixed = await Promise.all([
    ...leaving.map(withdraw),
    ...late.map(async (person) => (await nominate(course.id, person)).outcome !== 'refused'),
  ]);
  expect(mixed.every(Boolean)).toBe(true);

  const standing = await standingOf(app.database, course.id);
  expectAgreement(standing);
  expect(standing).toMatchObject({ seatsTaken: 20, waitlisted: 60 - leaving.length + late.length - 20 });
  // Fair: nobody waits who came before somebody that sits.
  const overtaken = await app.database.value<number>(
    `SELECT count(*)::int FROM nominations w JOIN nominations s ON s.course_id = w.course_id AND s.place = 'seat' AND s.queue_no > w.queue_no
     WHERE w.course_id = $1 AND w.place = 'waitlist'`,
    [course.id],
  );
  expect(overtaken).toBe(0);
  ok(await (await app.as('board')).post(`/courses/${course.id}/cancel`, { reason: 'Xong.' }));
});

test('its twin: withdrawing with a counter that was read before loses seats', async () => {
  const pool = new pg.Pool({ connectionString: app.database.url, max: 20 });
  await pool.query('CREATE TABLE careless_counter (taken int NOT NULL); INSERT INTO careless_counter VALUES (100)');
  const look = () => pool.query<{ taken: number }>('SELECT taken FROM careless_counter');
  const seen = await Promise.all(Array.from({ length: 60 }, look));
  await Promise.all(
    seen.map(({ rows: [row] }) => pool.query('UPDATE careless_counter SET taken = $1', [Number(row?.taken) - 1])),
  );
  const { rows } = await pool.query<{ taken: number }>('SELECT taken FROM careless_counter');
  await pool.end();
  expect(rows[0]?.taken).toBeGreaterThan(40);
});

test('one person sent to two classes of the same days by two people at once is in one of them', async () => {
  const first = await build.openCourse(app, { startsOn: '2026-09-07', endsOn: '2026-09-11' });
  const second = await build.openCourse(app, { startsOn: '2026-09-10', endsOn: '2026-09-15' });
  const people = crowd.slice(0, 30);
  const pairs = await Promise.all(
    people.map((person) => Promise.all([nominate(first.id, person), nominate(second.id, person)])),
  );
  for (const pair of pairs) {
    expect(pair.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'seated']);
    const lost = pair.find(({ outcome }) => outcome === 'refused');
    expect(lost.checks.filter(({ result }: Body) => result === 'fail').map(({ rule }: Body) => rule)).toEqual([
      'no-overlap',
    ]);
  }
  expectAgreement(await standingOf(app.database, first.id));
  expectAgreement(await standingOf(app.database, second.id));
  const { seated: inFirst } = await standingOf(app.database, first.id);
  const { seated: inSecond } = await standingOf(app.database, second.id);
  expect(inFirst + inSecond).toBe(people.length);
});

test('its twin: without the constraint, looking first lets them into both', async () => {
  const pool = new pg.Pool({ connectionString: app.database.url, max: 10 });
  await pool.query('CREATE TABLE careless_classes (person int, course int)');
  const join = async (person: number, course: number): Promise<void> => {
    const { rowCount } = await pool.query('SELECT FROM careless_classes WHERE person = $1', [person]);
    if (rowCount === 0) await pool.query('INSERT INTO careless_classes VALUES ($1, $2)', [person, course]);
  };
  await Promise.all(Array.from({ length: 30 }, (_, person) => Promise.all([join(person, 1), join(person, 2)])));
  const { rows } = await pool.query('SELECT person FROM careless_classes GROUP BY person HAVING count(*) = 2');
  await pool.end();
  expect(rows.length).toBeGreaterThan(0);
});

test('the same list sent twice at once is taken once', async () => {
  const course = await build.openCourse(app, { startsOn: '2026-10-05', endsOn: '2026-10-09', capacity: 100 });
  const officialIds = await officialsOf(app, 'BIX');
  const committee = await app.as('xa-bix');
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => committee.post('/nominations', { courseId: course.id, officialIds })),
  );
  const lines = answers.flatMap((answer) => ok(answer).items as Body[]);
  expect(count(lines, 'seated')).toBe(officialIds.length);
  expectAgreement(await standingOf(app.database, course.id));
});

test('whoever loses only to what others did at that moment is taken again, and told so when it stays like that', async () => {
  const course = await build.openCourse(app, { startsOn: '2026-12-07', endsOn: '2026-12-08' });
  const [first, second] = await Promise.all(crowd.slice(0, 2).map((person) => nominate(course.id, person)));
  // As PostgreSQL ends one of two who wait for each other: the first twice, then nobody, then everybody.
  await app.database.rows(`
    CREATE SEQUENCE met_others;
    CREATE FUNCTION meet_others() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('met_others') <> 3 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER meet_others BEFORE UPDATE OF state ON nominations FOR EACH ROW WHEN (NEW.state = 'approved') EXECUTE FUNCTION meet_others()`);
  const board = await app.as('board');
  const reason = 'Đã xem hồ sơ';
  ok(await board.post(`/nominations/${first.nominationId}/approve`, { reason }));
  const { history } = ok(await board.get(`/nominations/${first.nominationId}`));
  expect(history.map(({ action }: Body) => action)).toEqual(['nomination.seated', 'nomination.approved']);
  const refused = await board.post(`/nominations/${second.nominationId}/approve`, { reason });
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'busy', '1']);
  await app.database.rows('DROP TRIGGER meet_others ON nominations');
  expect(ok(await board.get(`/nominations/${second.nominationId}`)).history).toHaveLength(1);
});
