import readExcelFile from 'read-excel-file/node';
import { NeedsService } from '../../src/modules/needs/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** The demo's day is 2 March 2026. */
let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
});
afterAll(() => app.stop());

const needs = async (query = '', who: Client = board): Promise<Body> => ok(await who.get(`/needs?${query}`));
const people = async (query = '', who: Client = board): Promise<Body> => ok(await who.get(`/needs/people?${query}`));
const total = (rows: Body[]): number => rows.reduce((sum: number, { people: count }) => sum + Number(count), 0);
/** Nobody of the pilot retires on that day or before. */
const NOW = 'asOf=2019-12-14&until=2019-12-14';

test('who lacks what today is who does not meet the standards, and every number opens its names', async () => {
  const { rows, totals, asOf, until } = await needs(NOW);
  expect([asOf, until]).toEqual(['2019-12-14', '2019-12-14']);
  const notMet = await app.database.rows<{ kind: string; people: number }>(
    `SELECT kind, count(*)::int AS people FROM standard_answers('2019-12-14') a
     CROSS JOIN LATERAL (VALUES ('professional', a.professional), ('llct', a.llct)) v(kind, answer) WHERE answer = 'notMet' GROUP BY 1`,
  );
  for (const { kind, people: count } of notMet) {
    expect(total(rows.filter((row: Body) => row.kind === kind))).toBe(count);
  }
  expect(totals).toMatchObject({ officials: 243, withoutStandard: 0 });
  for (const row of rows) {
    const query = `${NOW}&unitId=${row.unit.id}&kind=${row.kind}${row.program ? `&programId=${row.program.id}` : ''}`;
    const { items } = await people(query);
    expect(items.length).toBe(row.people);
    expect(row.people).toBeLessThanOrEqual(row.officials);
  }
  expect(rows.map(({ rank }: Body) => rank)).toEqual(rows.map((_: Body, index: number) => index + 1));
  expect(rows.find(({ kind }: Body) => kind === 'professional').program).toBeNull();
  expect(rows.find(({ kind }: Body) => kind === 'llct').program.code).toMatch(/^(SC|TC)$/);
});

test('a standard that begins later is a need by its day, and one that begins after the period is none', async () => {
  const before = await needs('asOf=2026-03-02&until=2026-12-31');
  ok(
    await board.post('/standards', {
      category: 'cadre',
      professional: 'intermediate',
      llct: 'advanced',
      from: '2027-01-01',
      source: 'Quy định thử',
      confirmed: true,
    }),
  );
  expect(await needs('asOf=2026-03-02&until=2026-12-31')).toEqual(before);
  const later = await people('asOf=2026-03-02&until=2027-06-30&kind=llct');
  const coming = later.items.filter(({ cause }: Body) => cause === 'standard-coming');
  expect(coming.length).toBeGreaterThan(50);
  expect(coming[0]).toMatchObject({ by: '2027-01-01', asked: 'advanced', program: { code: 'CC' } });
  expect(coming[0].reason).toMatch(/^Từ 01\/01\/2027, chức vụ .+ yêu cầu cao cấp lý luận chính trị; hiện có: /);
  // Who is due today stands before who is due later.
  const days = later.items.map(({ by }: Body) => by);
  expect(days).toEqual([...days].sort());
});

test('a planned post counts by its day, for the board alone', async () => {
  const [id] = await officialsOf(app, 'BIX');
  const bix = await unitId(app, 'BIX');
  await app.database.rows(`DELETE FROM qualifications WHERE official_id = $1 AND kind = 'llct'`, [id]);
  await app.database.rows(`UPDATE officials SET born_on = '1990-05-01', birth_year = NULL WHERE id = $1`, [id]);
  await app.database.rows(
    `INSERT INTO qualifications (id, official_id, kind, level) VALUES (gen_random_uuid(), $1, 'llct', 'intermediate')`,
    [id],
  );
  await app.database.rows(
    `INSERT INTO official_plannings (id, official_id, title, category, unit_id, must_meet_by)
     VALUES (gen_random_uuid(), $1, 'Bí thư Đảng ủy', 'cadre', $2, '2028-06-30')`,
    [id, bix],
  );
  const query = `asOf=2026-03-02&unitId=${bix}&kind=llct`;
  const planned = async (until: string, who?: Client): Promise<Body[]> =>
    (await people(`${query}&until=${until}`, who)).items.filter(
      ({ officialId, cause }: Body) => officialId === id && cause === 'planned-post',
    );
  // The standard of 2027 asks the same of the post this cadre may hold today; the earlier of the two days counts.
  const category = await app.database.value<string>(
    'SELECT category FROM official_posts WHERE official_id = $1 AND main',
    [id],
  );
  if (category === 'cadre') {
    await app.database.rows(`UPDATE official_posts SET category = 'civil-servant' WHERE official_id = $1`, [id]);
  }
  expect(await planned('2028-06-29')).toEqual([]);
  expect(await planned('2028-06-30')).toMatchObject([
    { asked: 'advanced', has: 'intermediate', by: '2028-06-30', post: 'Bí thư Đảng ủy' },
  ]);
  expect(await planned('2028-06-30', await app.as('xa-bix'))).toEqual([]);
  const { id: programId } = await build.program(app, 'CC');
  const scope = await app.database.value<string>('SELECT id FROM units WHERE parent_id IS NULL');
  const byUnit = await app.app.get(NeedsService).needsByUnit(scope, programId, '2028-12-31');
  const row = (await needs(`until=2028-12-31&programId=${programId}&unitId=${bix}`)).rows[0];
  expect(byUnit.find(({ unit }) => unit.id === bix)?.people).toBe(row.people);
});

test('who retires within the period is counted apart, and so is what is not recorded', async () => {
  const [, leaver, blank] = await officialsOf(app, 'KM');
  const km = await unitId(app, 'KM');
  await app.database.rows(
    `UPDATE officials SET gender = 'male', born_on = '1965-02-10', birth_year = NULL WHERE id = $1`,
    [leaver],
  );
  await app.database.rows(`UPDATE officials SET born_on = '1990-02-10', birth_year = NULL WHERE id = $1`, [blank]);
  await app.database.rows(`DELETE FROM qualifications WHERE official_id = ANY($1::uuid[])`, [[leaver, blank]]);
  // Born in February 1965: 61 years 6 months in August 2026.
  const during = (until: string): Promise<Body> => needs(`asOf=2026-03-02&until=${until}&unitId=${km}`);
  const [early, late] = [await during('2026-08-30'), await during('2026-08-31')];
  expect(late.totals.leaving).toBe(Number(early.totals.leaving) + 1);
  const names = await people(`asOf=2026-03-02&until=2026-08-31&unitId=${km}`);
  const ids = (list: Body[]): string[] => list.map(({ officialId }) => officialId);
  expect(ids(names.unknown)).toContain(blank);
  expect([...ids(names.items), ...ids(names.unknown)]).not.toContain(leaver);
  expect(ids(names.items)).not.toContain(blank);
  expect(late.retirementSource).toContain('135/2020');
});

test('a committee sees its own, and a filter reaches no further', async () => {
  const bix = await app.as('xa-bix');
  const { rows } = await needs('until=2027-12-31', bix);
  expect([...new Set(rows.map(({ unit }: Body) => unit.code))]).toEqual(['BIX']);
  expect((await needs(`unitId=${await unitId(app, 'DL')}`, bix)).totals.officials).toBe(0);
});

test('a period that ends before it begins is refused by name', async () => {
  const answer = await board.get('/needs?asOf=2026-03-02&until=2026-03-01');
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ path: 'until', rule: 'notBeforeAsOf' }]);
  expect((await board.get('/needs?kind=llct')).body.errors[0]).toMatchObject({ rule: 'whitelistValidation' });
});

test('the workbook holds the numbers and the names, says whose it is, and leaves a line in the trail', async () => {
  const { rows } = await needs(NOW);
  const { items, unknown } = await people(NOW);
  const response = await fetch(`${app.url}/api/v1/needs/export?${NOW}`, { headers: await cookieOf('board') });
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const sheets = await readExcelFile(Buffer.from(await response.arrayBuffer()));
  const [numbers, names] = sheets.map(({ data }) => data as unknown[][]);
  expect(numbers?.[0]?.[0]).toBe('NHU CẦU ĐÀO TẠO, BỒI DƯỠNG TỪ 14/12/2019 ĐẾN 14/12/2019');
  expect(String(numbers?.[2]?.[0])).toContain('02/03/2026');
  const body = numbers?.slice(5, -1) ?? [];
  expect(body.map((line) => [line[1], line[3]])).toEqual(rows.map((row: Body) => [row.unit.name, row.people]));
  expect(names?.slice(5).map((line) => line[1])).toEqual([...items, ...unknown].map((person: Body) => person.fullName));
  const [entry] = await app.database.rows<{ data: Body }>(
    `SELECT data FROM audit_entries WHERE action = 'list.exported' ORDER BY id DESC LIMIT 1`,
  );
  expect(entry?.data).toEqual({ list: 'needs', rows: rows.length });
});

async function cookieOf(username: string): Promise<Record<string, string>> {
  const { headers } = await app.anyone.post('/auth/login', { username, password: 'hong-chuyen-demo' });
  return { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
