import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** The demo's day is 2 March 2026. */
let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
});
afterAll(() => app.stop());

const wishes = (more: Body = {}): Body => ({
  category: 'cadre',
  llct: 'advanced',
  from: '2027-01-01',
  source: 'Quy định thử',
  confirmed: false,
  ...more,
});
const add = async (more: Body = {}): Promise<Body> => ok(await board.post('/standards', wishes(more)));
const asOf = async (day: string): Promise<Body> => ok(await board.get(`/standards?asOf=${day}`));
const find = (list: Body, id: string): Body =>
  [...list.items, ...list.upcoming].find((standard: Body) => standard.id === id);
const broken = ({ body }: { body: Body }): string[] => body.errors.map(({ path, rule }: Body) => `${path} ${rule}`);
const report = async (day: string): Promise<Body> => ok(await board.get(`/reports/standards?asOf=${day}`));
const trailOf = (id: string): Promise<Body[]> =>
  app.database.rows('SELECT action, data FROM audit_entries WHERE subject_id = $1 ORDER BY at, id', [id]);

test('the set of the pilot ships as data, to be confirmed', async () => {
  const { items, upcoming } = await asOf('2019-12-14');
  expect(items.map(({ category, minimum, confirmed }: Body) => [category, minimum, confirmed])).toEqual([
    ['cadre', { professional: 'intermediate', llct: 'intermediate', management: null }, false],
    ['civil-servant', { professional: 'intermediate', llct: 'elementary', management: null }, false],
  ]);
  expect(upcoming).toEqual([]);
  expect((await asOf('2014-12-31')).items).toEqual([]);
});

test('a standard from a day on ends the one before the day before, and no answer before that day changes', async () => {
  const days = ['2019-12-14', '2026-12-31'];
  const before = await Promise.all(days.map(report));
  const made = await add({ professional: 'bachelor', llct: 'advanced' });
  expect(await Promise.all(days.map(report))).toEqual(before);
  expect((await report('2027-01-01')).llct).toBeLessThan(before[1].llct);
  const [old] = (await asOf('2026-12-31')).items;
  expect(old).toMatchObject({ category: 'cadre', to: '2026-12-31' });
  expect((await asOf('2026-12-31')).upcoming).toEqual([made]);
  const history = ok(await board.get(`/standards/${made.id}/history`));
  expect(history.items.map(({ id }: Body) => id)).toEqual([made.id, old.id]);
  // One between the two ends where the later one begins.
  const between = await add({ from: '2026-06-01' });
  expect(between.to).toBe('2026-12-31');
  expect(find(await asOf('2026-05-31'), old.id).to).toBe('2026-05-31');
  expect(await report('2019-12-14')).toEqual(before[0]);
});

test('two of the same posts cannot begin on one day, and the posts are the same however they are spelt', async () => {
  await add({ postTitle: 'Chủ tịch Uỷ ban', area: 'border', from: '2028-01-01' });
  const again = await board.post(
    '/standards',
    wishes({ postTitle: 'CHỦ TỊCH ỦY BAN', area: 'border', from: '2028-01-01' }),
  );
  expect([again.status, again.body.code, broken(again)]).toEqual([409, 'standard-overlaps', ['from standardOverlaps']]);
  await add({ postTitle: 'Chủ tịch Ủy ban', area: 'mountain', from: '2028-01-01' });
});

test('what is not in force yet can be corrected freely and taken away; the one before then goes on', async () => {
  const first = await add({ category: 'part-time', from: '2026-01-01' });
  const second = await add({ category: 'part-time', from: '2030-01-01', llct: 'elementary' });
  expect(ok(await board.patch(`/standards/${second.id}`, { management: 'officer' })).minimum).toEqual({
    professional: null,
    llct: 'elementary',
    management: 'officer',
  });
  expect((await board.delete(`/standards/${second.id}`)).status).toBe(204);
  expect(find(await asOf('2030-06-01'), first.id)).toMatchObject({ to: null });
  expect((await board.delete(`/standards/${first.id}`)).body.code).toBe('standard-in-force');
});

test('what is in force is corrected only with a reason, which stays in the trail', async () => {
  const made = await add({ category: 'other', from: '2026-02-01' });
  const refused = await board.patch(`/standards/${made.id}`, { llct: 'elementary' });
  expect([refused.status, broken(refused)]).toEqual([422, ['reason reasonOnceInForce']]);
  const reason = 'Nhập nhầm trình độ.';
  const done = await board.patch(`/standards/${made.id}`, { llct: 'elementary', reason }, { 'if-match': '"1"' });
  expect(done.body).toMatchObject({ version: 2, minimum: { llct: 'elementary' } });
  const stale = await board.patch(`/standards/${made.id}`, { llct: 'advanced', reason }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect((await trailOf(made.id)).map(({ action, data }) => [action, data.reason ?? null])).toEqual([
    ['standard.created', null],
    ['standard.corrected', reason],
  ]);
  expect(ok(await board.get(`/standards/${made.id}/history`)).steps[0]).toMatchObject({ reason });
});

test('it ends on a day of its own time, after which nothing is asked', async () => {
  const made = await add({ category: 'armed-forces', from: '2026-03-01' });
  expect(broken(await board.post(`/standards/${made.id}/end`, { on: '2026-02-28' }))).toEqual(['on withinStandard']);
  ok(await board.post(`/standards/${made.id}/end`, { on: '2026-12-31' }));
  expect(find(await asOf('2026-12-31'), made.id)).toBeDefined();
  expect(find(await asOf('2027-01-01'), made.id)).toBeUndefined();
});

test.each<[string, Body, string]>([
  ['no category', { category: undefined }, 'category required'],
  ['an unknown area', { area: 'moon' }, 'area isIn'],
  ['none as a minimum', { llct: 'none' }, 'llct isIn'],
  ['a blank post', { postTitle: '  ' }, 'postTitle isNotEmpty'],
  ['a day that is none', { from: '2026-02-30' }, 'from isPlainDate'],
  ['no regulation', { source: '' }, 'source isNotEmpty'],
  ['nothing asked', { llct: null }, 'professional asksSomething'],
  ['a field of nobody', { hacked: 1 }, 'hacked whitelistValidation'],
])('%s is refused by name, and nothing is saved', async (_, more, expected) => {
  const count = () => app.database.value<number>('SELECT count(*) FROM standards');
  const before = await count();
  const answer = await board.post('/standards', wishes({ from: '2040-01-01', ...more }));
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(broken(answer)).toContain(expected);
  expect(await count()).toBe(before);
});

test('only the board of the top unit says what everyone is asked', async () => {
  const unit = await app.database.value<string>(`SELECT id FROM units WHERE code = 'KM'`);
  const { username, oneTimePassword } = ok(
    await board.post('/accounts', { username: 'ban-km', displayName: 'Ban', role: 'board', unitId: unit }),
  );
  const login = await app.anyone.post('/auth/login', { username: username ?? 'ban-km', password: oneTimePassword });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const answer = await app.anyone.post('/standards', wishes(), { cookie });
  expect(answer.status).toBe(403);
});

describe('one official', () => {
  test('sees what is asked, what is missing and the classes that would close it', async () => {
    const course = await build.openCourse(app, { program: 'TC', startsOn: '2026-11-02', endsOn: '2026-11-30' });
    const draft = await build.course(app, { program: 'TC', startsOn: '2026-10-02', endsOn: '2026-10-30' });
    const id = await app.database.value<string>(
      `SELECT official_id FROM standard_answers('2026-03-02') WHERE llct = 'notMet' AND official_id IN (
         SELECT official_id FROM official_posts WHERE category = 'cadre') LIMIT 1`,
    );
    const answer = ok(await board.get(`/officials/${id}/standards?asOf=2026-03-02`));
    expect(answer.standard).toMatchObject({ category: 'cadre', confirmed: false, source: answer.source });
    const gap = answer.missing.find(({ kind }: Body) => kind === 'llct');
    expect(gap).toMatchObject({ asked: 'intermediate', program: { code: 'TC' } });
    const offered = gap.courses.map((found: Body) => found.id);
    expect(offered).toEqual(expect.arrayContaining([draft.id]));
    expect(gap.courses.length).toBeLessThanOrEqual(3);
    expect([...gap.courses].sort((a: Body, b: Body) => (a.startsOn < b.startsOn ? -1 : 1))).toEqual(gap.courses);
    // A draft is the board's own business.
    const code = await app.database.value<string>(
      'SELECT lower(u.code) FROM officials o JOIN units u ON u.id = o.unit_id WHERE o.id = $1',
      [id],
    );
    const seen = ok(await (await app.as(`xa-${code}`)).get(`/officials/${id}/standards?asOf=2026-03-02`));
    const theirs = seen.missing.find(({ kind }: Body) => kind === 'llct').courses.map((found: Body) => found.id);
    expect(theirs).not.toContain(draft.id);
    expect(theirs).toContain(course.id);
  });

  test('is free of a standard by decision, from its day to the day it names', async () => {
    const [id] = await app.database
      .rows<{ id: string }>(
        `SELECT official_id AS id FROM standard_answers('2026-03-02') WHERE professional = 'notMet' LIMIT 1`,
      )
      .then((rows) => rows.map((row) => row.id));
    const decision = {
      kind: 'professional',
      number: '15-QĐ/HU',
      decidedOn: '2026-02-01',
      until: '2026-05-31',
      reason: 'Còn dưới 5 năm công tác.',
    };
    const made = ok(await board.post(`/officials/${id}/standard-exemptions`, decision));
    expect(made).toMatchObject(decision);
    const on = async (day: string): Promise<Body> => ok(await board.get(`/officials/${id}/standards?asOf=${day}`));
    expect((await on('2026-01-31')).professional.answer).toBe('notMet');
    expect(await on('2026-02-01')).toMatchObject({ professional: { answer: 'exempt' }, exemptions: [made] });
    expect((await on('2026-06-01')).professional.answer).toBe('notMet');
    const twice = await board.post(`/officials/${id}/standard-exemptions`, { ...decision, decidedOn: '2026-05-31' });
    expect([twice.status, twice.body.code]).toEqual([409, 'exemption-overlaps']);
    ok(await board.post(`/standard-exemptions/${made.id}/end`, { on: '2026-03-31' }));
    expect((await on('2026-04-01')).professional.answer).toBe('notMet');
    // The trail knows which decision, never why or whom by name.
    const [step] = (await trailOf(id ?? '')).filter(({ action }) => action === 'official.exempted');
    expect(step?.data).toEqual({
      exemptionId: made.id,
      kind: 'professional',
      decidedOn: '2026-02-01',
      until: '2026-05-31',
    });
  });

  test('is exempted only with a decision that makes sense', async () => {
    const [id] = await officialsOf(app, 'BIX');
    const refused = await board.post(`/officials/${id}/standard-exemptions`, {
      kind: 'llct',
      number: '1',
      decidedOn: '2026-02-01',
      until: '2026-01-31',
      reason: 'x',
    });
    expect([refused.status, broken(refused)]).toEqual([422, ['until notBeforeFrom']]);
    const empty = await board.post(`/officials/${id}/standard-exemptions`, {});
    expect(broken(empty)).toEqual(['kind required', 'number required', 'decidedOn required', 'reason required']);
  });
});
