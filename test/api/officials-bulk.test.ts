import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { officialsOf, unitId } from '../support/build.js';
import { type Answer, type Body, ok } from '../support/client.js';

let app: TestApp;
let bix: string;
let km: string;
let people: string[];
beforeAll(async () => {
  app = await startApp();
  [bix, km] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
  people = await officialsOf(app, 'BIX');
});
afterAll(() => app.stop());

const bulk = async (body: object, who = 'board'): Promise<Answer> => (await app.as(who)).post('/officials/bulk', body);
const undo = async (id: string, who = 'board'): Promise<Answer> =>
  (await app.as(who)).post(`/officials/bulk/${id}/undo`);

/** Everything a bulk change can touch. */
const everything = async (): Promise<unknown> => ({
  officials: await app.database.rows(`SELECT to_jsonb(o) - 'version' AS row FROM officials o ORDER BY id`),
  posts: await app.database.rows(`SELECT to_jsonb(p) AS row FROM official_posts p ORDER BY id`),
});

test('a change of status or cell is made for those named, each with an answer, and undone as a whole', async () => {
  const before = await everything();
  const three = people.slice(0, 3);
  const { operationId, ...answer } = ok(await bulk({ action: 'status', status: 'seconded', officialIds: three }));
  expect(answer).toMatchObject({ changed: 3, unchanged: 0, refused: 0 });
  expect(answer.items.map(({ officialId }: Body) => officialId).sort()).toEqual([...three].sort());
  expect(ok(await bulk({ action: 'status', status: 'seconded', officialIds: people.slice(0, 4) }))).toMatchObject({
    changed: 1,
    unchanged: 3,
  });
  const cell = ok(await bulk({ action: 'cell', cellId: null, officialIds: three }, 'xa-bix'));
  expect(
    await app.database.value('SELECT count(*) FROM officials WHERE id = ANY($1) AND cell_id IS NULL', [three]),
  ).toBe(3);
  // The last first: an earlier change cannot be taken back from under a later one that touched the same thing.
  expect(ok(await undo(cell.operationId)).officials).toBe(3);
  expect(ok(await undo(operationId)).officials).toBe(3);
  expect((await undo(operationId)).body.code).toBe('already-undone');
  expect(await everything()).not.toEqual(before);
  await app.database.rows(`UPDATE officials SET status = 'working' WHERE id = $1`, [people[3]]);
  expect(await everything()).toEqual(before);
});

test('a move ends the main post the day before and begins the new one; a preview does neither', async () => {
  const before = await everything();
  const body = {
    action: 'move',
    unitId: km,
    post: ' Công chức   Văn phòng ',
    from: '2026-02-01',
    filter: { unitId: bix, q: 'thi' },
  };
  const seen = ok(await bulk({ ...body, preview: true }));
  expect([seen.operationId, seen.changed > 0]).toEqual([null, true]);
  expect(await everything()).toEqual(before);

  const done = ok(await bulk(body));
  expect({ ...done, operationId: null }).toEqual(seen);
  const ids = done.items.filter(({ outcome }: Body) => outcome === 'changed').map(({ officialId }: Body) => officialId);
  const profile = ok(await (await app.as('board')).get(`/officials/${ids[0]}`));
  expect([profile.unit.code, profile.post]).toEqual(['KM', 'Công chức Văn phòng']);
  expect(profile.posts[0]).toMatchObject({ from: '2026-02-01', to: null, unit: { code: 'KM' } });
  expect(profile.posts[1]).toMatchObject({ to: '2026-01-31', unit: { code: 'BIX' } });
  // As of the day before, the list knows them by their old post.
  const old = ok(await (await app.as('board')).get(`/officials?asOf=2026-01-31&status=all&page[size]=1000`));
  expect(old.items.find(({ id }: Body) => id === ids[0]).post).toBe(profile.posts[1].title);
  // Once more changes nothing, and nobody is moved to a day on which the post had begun.
  expect(ok(await bulk({ ...body, filter: undefined, officialIds: ids }))).toMatchObject({
    operationId: null,
    unchanged: ids.length,
  });
  const early = ok(await bulk({ ...body, unitId: bix, from: '2026-02-01', filter: undefined, officialIds: ids }));
  expect(early).toMatchObject({ operationId: null, refused: ids.length });
  expect(early.items[0].reason).toMatch(/chức vụ chính/);

  ok(await undo(done.operationId));
  expect(await everything()).toEqual(before);
});

test('what somebody changed since keeps it from being undone', async () => {
  const [person] = people;
  const { operationId } = ok(await bulk({ action: 'status', status: 'rotated', officialIds: [person] }));
  ok(await (await app.as('board')).patch(`/officials/${person}`, { status: 'working' }));
  expect((await undo(operationId)).body.code).toBe('changed-since');
});

test('a committee changes its own people alone, and a board sees what its committees did', async () => {
  const strangers = await officialsOf(app, 'KM');
  const before = await everything();
  const mixed = await bulk({ action: 'status', status: 'left', officialIds: [people[5], strangers[0]] }, 'xa-bix');
  expect([mixed.status, mixed.body.errors[0].path]).toEqual([404, 'officialIds.1']);
  expect(
    (await bulk({ action: 'move', unitId: km, post: 'X', from: '2026-01-01', officialIds: [people[5]] }, 'xa-bix'))
      .status,
  ).toBe(404);
  expect(
    (await bulk({ action: 'cell', cellId: await unitId(app, 'KM-CB1'), officialIds: [people[5]] }, 'xa-bix')).status,
  ).toBe(404);
  const none = ok(await bulk({ action: 'status', status: 'left', filter: { unitId: km } }, 'xa-bix'));
  expect(none).toMatchObject({ operationId: null, changed: 0, items: [] });
  const { operationId } = ok(await bulk({ action: 'status', status: 'left', officialIds: [people[5]] }, 'xa-bix'));
  expect((await undo(operationId, 'xa-km')).status).toBe(404);
  ok(await undo(operationId, 'board'));
  expect(await everything()).toEqual(before);
});

test('every person touched has it in the trail', async () => {
  const { operationId } = ok(await bulk({ action: 'status', status: 'retired', officialIds: people.slice(6, 8) }));
  ok(await undo(operationId));
  const rows = await app.database.rows(
    `SELECT action, count(*) FROM audit_entries WHERE data ->> 'operationId' = $1 GROUP BY 1 ORDER BY 1`,
    [operationId],
  );
  expect(rows).toEqual([
    { action: 'official.bulkChanged', count: 2 },
    { action: 'official.bulkUndone', count: 2 },
  ]);
});

test('two changes of the same people at once both have their say, one after the other', async () => {
  const ids = people.slice(8, 20);
  const answers = await Promise.all(
    ['seconded', 'rotated', 'seconded', 'rotated'].map((status, index) =>
      bulk({ action: 'status', status, officialIds: index % 2 ? ids : [...ids].reverse() }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const kinds = await app.database.rows('SELECT DISTINCT status FROM officials WHERE id = ANY($1)', [ids]);
  expect(kinds).toHaveLength(1);
});

test.each<[string, object, string]>([
  ['no action', { officialIds: [randomUUID()] }, 'action'],
  ['nobody', { action: 'status', status: 'left', officialIds: [] }, 'officialIds'],
  ['neither ids nor a filter', { action: 'status', status: 'left' }, 'officialIds'],
  [
    'both ids and a filter',
    { action: 'status', status: 'left', officialIds: [randomUUID()], filter: {} },
    'officialIds',
  ],
  [
    'one twice',
    { action: 'status', status: 'left', officialIds: Array(2).fill('00000000-0000-7000-8000-000000000000') },
    'officialIds',
  ],
  ['no status', { action: 'status', filter: {} }, 'status'],
  ['a status that is none', { action: 'status', status: 'dead', filter: {} }, 'status'],
  ['no cell', { action: 'cell', filter: {} }, 'cellId'],
  ['no unit', { action: 'move', post: 'X', from: '2026-01-01', filter: {} }, 'unitId'],
  ['no post', { action: 'move', unitId: randomUUID(), post: ' ', from: '2026-01-01', filter: {} }, 'post'],
  ['no day', { action: 'move', unitId: randomUUID(), post: 'X', filter: {} }, 'from'],
  ['a day to come', { action: 'move', unitId: randomUUID(), post: 'X', from: '2030-01-01', filter: {} }, 'from'],
  ['a condition that is none', { action: 'status', status: 'left', filter: { name: 'x' } }, 'filter.name'],
  ['a broken condition', { action: 'status', status: 'left', filter: { ageFrom: -1 } }, 'filter.ageFrom'],
])('%s is refused by its field', async (_, body, path) => {
  const answer = await bulk(body);
  expect([answer.status, answer.body.errors?.[0].path]).toEqual([422, path]);
});
