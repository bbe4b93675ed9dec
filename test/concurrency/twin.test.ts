import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { standingOf } from './invariants.js';
import { ungathered } from './ungathered.js';

/** The real routes and the real function, robbed of their locks and constraints: the races of `seats.test.ts` then go wrong. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  ungathered(app);
  const source = await app.database.value<string>(`SELECT pg_get_functiondef('claim_places'::regproc)`);
  const look = 'FROM courses c WHERE c.id IN (SELECT l.course_id FROM line l)';
  expect(source).toContain(look);
  // A moment passes between the look and the write.
  const slow = look.replace('courses c', 'courses c, pg_sleep(0.1)');
  await app.database.rows(source.replaceAll('FOR UPDATE', '').replace(look, slow));
  await app.database.rows(
    `ALTER TABLE courses DROP CONSTRAINT course_seats_within_capacity, DROP CONSTRAINT course_nobody_waits_while_a_seat_is_free,
       DROP CONSTRAINT course_offers_only_free_seats`,
  );
  await app.database.rows('ALTER TABLE nominations DROP CONSTRAINT official_in_one_class_at_a_time');
  await app.database.rows('ALTER TABLE quotas DROP CONSTRAINT quota_taken_within_places');
  // Nothing but the places shall stand against anyone.
  await app.database.rows(`UPDATE qualifications SET level = 'elementary' WHERE kind = 'llct'`);
  await app.database.rows(`UPDATE qualifications SET level = 'bachelor' WHERE kind = 'professional'`);
});
afterAll(() => app.stop());

const crowd = async (): Promise<{ username: string; officialId: string }[]> => {
  const codes = ['BIX', 'DL', 'BL', 'BX', 'CS', 'CL', 'KM', 'LC'];
  const lists = await Promise.all(
    codes.map(async (code) =>
      (await officialsOf(app, code)).map((officialId) => ({ username: `xa-${code.toLowerCase()}`, officialId })),
    ),
  );
  await Promise.all(codes.map((code) => app.as(`xa-${code.toLowerCase()}`)));
  return Array.from({ length: 19 }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
};
const nominate = async (
  courseId: string,
  { username, officialId }: { username: string; officialId: string },
): Promise<Body> =>
  ok(await (await app.as(username)).post('/nominations', { courseId, officialIds: [officialId] })).items[0];

test('without the lock and the constraint more people sit down than there are seats', async () => {
  const course = await build.openCourse(app, { capacity: 47 });
  await Promise.all((await crowd()).map((person) => nominate(course.id, person)));
  const { seated } = await standingOf(app.database, course.id);
  // No multiple of what runs at once: requests in step would end at the last seat.
  expect(seated).toBeGreaterThan(47);
});

test('without the constraint people are sent to two classes on the same day', async () => {
  const first = await build.openCourse(app, { startsOn: '2026-09-07', endsOn: '2026-09-11' });
  const second = await build.openCourse(app, { startsOn: '2026-09-10', endsOn: '2026-09-15' });
  const people = (await crowd()).slice(0, 40);
  const pairs = await Promise.all(
    people.map((person) => Promise.all([nominate(first.id, person), nominate(second.id, person)])),
  );
  const inBoth = pairs.filter((pair) => pair.every(({ nominationId }) => nominationId !== undefined));
  expect(inBoth.length).toBeGreaterThan(0);
});

test('without the guard of the ledger more people get a place of a program than there are', async () => {
  const { id: programId } = await build.program(app, 'TC');
  await build.grant(app, programId, 10, 2027);
  // One row for the whole district: every committee draws on it.
  await app.database.rows('UPDATE quotas SET is_reserve = false WHERE program_id = $1 AND period = 2027', [programId]);
  const dates = { startsOn: '2027-06-01', endsOn: '2027-06-04' };
  const course = await build.openCourse(app, { program: 'TC', capacity: 1000, ...dates });
  await Promise.all((await crowd()).map((person) => nominate(course.id, person)));
  const [row] = await app.database.rows<{ free: number; reserved: number }>(
    'SELECT free, reserved FROM quotas WHERE program_id = $1 AND period = 2027',
    [programId],
  );
  expect(row?.reserved).toBeGreaterThan(10);
  expect(row?.free).toBeLessThan(0);
});

test('without the index the same list sent several times at once is taken more than once', async () => {
  await app.database.rows('DROP INDEX nomination_once_per_course');
  const course = await build.openCourse(app, { startsOn: '2026-10-05', endsOn: '2026-10-09', capacity: 500 });
  const officialIds = await officialsOf(app, 'BIX');
  const committee = await app.as('xa-bix');
  await Promise.all(
    Array.from({ length: 4 }, () => committee.post('/nominations', { courseId: course.id, officialIds })),
  );
  const twice = await app.database.rows(
    'SELECT official_id FROM nominations WHERE course_id = $1 GROUP BY official_id HAVING count(*) > 1',
    [course.id],
  );
  expect(twice.length).toBeGreaterThan(0);
});
