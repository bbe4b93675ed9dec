import { LedgerAudit } from '../../src/modules/quotas/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { endPrograms, ensureBuilt, runProgram } from '../support/program.js';
import { TEST_DATA_KEY } from '../support/settings.js';

jest.setTimeout(120_000);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await endPrograms();
  await app.stop();
});

const rules = async () => [...new Set((await app.app.get(LedgerAudit).findings()).map(({ rule }) => rule))].sort();

/** A row of places changed behind the ledger's back, as no statement of the product can. */
const byHand = async (change: string): Promise<void> => {
  await app.database.rows(
    `BEGIN; SET LOCAL session_replication_role = replica; UPDATE quotas SET ${change} WHERE id = (
       SELECT q.id FROM quotas q WHERE q.parent_id IS NOT NULL AND q.free > 1 ORDER BY q.id LIMIT 1); COMMIT`,
  );
};

test('places of the demo add up, and what does not is found, by the command too', async () => {
  expect(await rules()).toEqual([]);

  await byHand('reserved = reserved + 1');
  expect(await rules()).toEqual(['counters-follow-ledger', 'places-follow-nominations']);
  await byHand('reserved = reserved - 1');
  await byHand('held = held + 1, places = places + 1');
  expect(await rules()).toEqual(['counters-follow-ledger', 'holds-add-up', 'parts-add-up']);

  await ensureBuilt();
  const command = runProgram('audit', { DATABASE_URL: app.database.url, DATA_KEY: TEST_DATA_KEY });
  expect(await command.ended).toBe(2);
  expect(command.said()).toContain('"rule":"holds-add-up"');
});

test('a seat that went out of turn is found, and the page tells where', async () => {
  const board = await app.as('board');
  const course = await build.openCourse(app, { capacity: 1, startsOn: '2026-10-05', endsOn: '2026-10-06' });
  const officialIds = (await officialsOf(app, 'BIX')).slice(0, 3);
  const bix = await app.as('xa-bix');
  const { items } = ok(await bix.post('/nominations', { courseId: course.id, officialIds }));
  app.clock.set('2026-03-02T04:00:00Z');
  ok(await bix.post(`/nominations/${items[0].nominationId}/withdraw`, { reason: 'Ốm' }));
  const broken = async (): Promise<Body> =>
    ok(await board.post('/data-check/run')).rows.filter(({ courseId }: Body) => courseId === course.id);
  expect(await broken()).toEqual([]);

  // Behind the product's back the one who got the seat is put behind the one who waits.
  await app.database.rows(
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE nominations SET queue_no = queue_no + 100 WHERE id = '${items[1].nominationId}'; COMMIT`,
  );
  expect(await broken()).toEqual([
    expect.objectContaining({ rule: 'seats-go-in-turn', title: expect.stringContaining(course.code), counted: '1' }),
  ]);
  const seen = ok(await board.get('/data-check'));
  expect(seen).toMatchObject({ ranBy: expect.any(String), broken: expect.any(Number) });
  expect(seen.rules.find(({ rule }: Body) => rule === 'seats-go-in-turn')).toMatchObject({ part: 'seats', broken: 1 });
});
