import { startApp, type TestApp } from '../support/app.js';
import { type Body, ok } from '../support/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const VIEW = {
  list: 'officials',
  name: 'Nữ dưới 40',
  query: { gender: 'female', ageTo: '39', sort: '-age' },
  columns: ['post'],
};

const seenBy = async (who: string, list = 'officials'): Promise<Body[]> =>
  ok(await (await app.as(who)).get(`/saved-views?list=${list}`)).items;

test('a view is kept with its conditions, order and columns, renamed and deleted', async () => {
  const board = await app.as('board');
  const { id, ...kept } = ok(await board.post('/saved-views', VIEW));
  expect(kept).toMatchObject({ ...VIEW, shared: false, isDefault: false, mine: true });
  ok(await board.patch(`/saved-views/${id}`, { name: '  Nữ   trẻ ' }));
  expect(await seenBy('board')).toEqual([expect.objectContaining({ id, name: 'Nữ trẻ', query: VIEW.query })]);
  expect(await seenBy('board', 'courses')).toEqual([]);
  expect((await board.delete(`/saved-views/${id}`)).status).toBe(204);
  expect(await seenBy('board')).toEqual([]);
  expect((await board.delete(`/saved-views/${id}`)).status).toBe(404);
});

test('a shared view is read in the unit and below it, and changed by its owner alone', async () => {
  const bix = await app.as('xa-bix');
  const { id } = ok(await bix.post('/saved-views', { ...VIEW, shared: true, isDefault: true }));
  const [below] = await seenBy('chibo-bix-1');
  expect(below).toMatchObject({ id, mine: false, isDefault: false, unitName: expect.stringContaining('Bính Xá') });
  for (const who of ['board', 'xa-km', 'chibo-km-1']) expect(await seenBy(who)).toEqual([]);
  const cell = await app.as('chibo-bix-1');
  expect((await cell.patch(`/saved-views/${id}`, { name: 'Khác' })).status).toBe(404);
  expect((await cell.delete(`/saved-views/${id}`)).status).toBe(404);
  ok(await bix.patch(`/saved-views/${id}`, { shared: false }));
  expect(await seenBy('chibo-bix-1')).toEqual([]);
  ok(await bix.delete(`/saved-views/${id}`));
});

test('a list opens with one view at most: a new default takes the place of the old one', async () => {
  const leader = await app.as('leader');
  const first = ok(await leader.post('/saved-views', { ...VIEW, name: 'Một', isDefault: true }));
  const second = ok(await leader.post('/saved-views', { ...VIEW, name: 'Hai', isDefault: true }));
  const defaults = async () => (await seenBy('leader')).filter(({ isDefault }) => isDefault).map(({ id }) => id);
  expect(await defaults()).toEqual([second.id]);
  ok(await leader.patch(`/saved-views/${first.id}`, { isDefault: true }));
  expect(await defaults()).toEqual([first.id]);
  ok(await leader.patch(`/saved-views/${first.id}`, { isDefault: false }));
  expect(await defaults()).toEqual([]);
});

test('a name is used once for a list, however it is written', async () => {
  const km = await app.as('xa-km');
  ok(await km.post('/saved-views', { ...VIEW, name: 'Đảng viên' }));
  const again = await km.post('/saved-views', { ...VIEW, name: 'ĐẢNG viên'.normalize('NFD') });
  expect([again.status, again.body.errors[0].path]).toEqual([409, 'name']);
  ok(await km.post('/saved-views', { ...VIEW, list: 'courses', name: 'Đảng viên' }));
  expect(
    await app.database.value(
      'SELECT count(*) FROM saved_views WHERE account_id = (SELECT id FROM accounts WHERE username = $1)',
      ['xa-km'],
    ),
  ).toBe(2);
});

test.each<[string, object, string]>([
  ['no name', { ...VIEW, name: ' ' }, 'name'],
  ['a long name', { ...VIEW, name: 'a'.repeat(81) }, 'name'],
  ['a list that is none', { ...VIEW, list: 'Cán bộ' }, 'list'],
  ['conditions that are no texts', { ...VIEW, query: { q: 1 } }, 'query'],
  ['conditions that are a list', { ...VIEW, query: ['q'] }, 'query'],
  [
    'too many conditions',
    { ...VIEW, query: Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`a${n}`, ''])) },
    'query',
  ],
  ['a strange condition', { ...VIEW, query: { '__proto__ x': 'y' } }, 'query'],
  ['columns that are no list', { ...VIEW, columns: 'post' }, 'columns'],
  ['shared with null', { ...VIEW, shared: null }, 'shared'],
  ['a field nobody asked for', { ...VIEW, accountId: 'x' }, 'accountId'],
])('%s is refused', async (_, body, path) => {
  const answer = await (await app.as('board')).post('/saved-views', body);
  expect([answer.status, answer.body.errors.map((error: Body) => error.path)]).toEqual([422, [path]]);
});
