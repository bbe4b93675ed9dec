import fc from 'fast-check';
import { chooseStandard, type DatedStandard } from '../../src/modules/standards/rules/choose-standard.js';
import { StandardsService } from '../../src/modules/standards/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { unitId } from '../support/build.js';

/** The database answers for its own filters what the program answers one by one: both must say the same. */
let app: TestApp;
let scope: string;
let service: StandardsService;
beforeAll(async () => {
  app = await startApp();
  scope = await app.database.value<string>('SELECT id FROM units WHERE parent_id IS NULL');
  service = app.app.get(StandardsService);
});
afterAll(() => app.stop());

type Answers = Record<'official' | 'unit' | 'professional' | 'llct' | 'management', string>;

const bySql = (day: string): Promise<Answers[]> =>
  app.database.rows(
    'SELECT official_id AS official, unit_id AS unit, professional, llct, management FROM standard_answers($1) ORDER BY 1',
    [day],
  );
const byRule = async (day: string): Promise<Answers[]> =>
  (await service.judge(scope, day))
    .map(({ officialId, unitId: unit, verdict }) => ({
      official: officialId,
      unit,
      professional: verdict.professional.answer,
      llct: verdict.llct.answer,
      management: verdict.management.answer,
    }))
    .sort((a, b) => (a.official < b.official ? -1 : 1));

const DAYS = ['2014-12-31', '2019-12-14', '2024-06-01', '2026-03-02'];

const addStandard = (
  category: string,
  post: string | null,
  area: string | null,
  asks: (string | null)[],
  from: string,
) =>
  app.database.rows(
    `INSERT INTO standards (id, category, post_title, area, professional_minimum, llct_minimum, management_minimum, valid, source)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, daterange($7, NULL), 'thử')`,
    [category, post, area, ...asks, from],
  );

test('everyone of the pilot has the same answers by the rule and by the database, on any day', async () => {
  for (const day of DAYS) {
    const answers = await bySql(day);
    expect(answers.length).toBe(243);
    expect(answers).toEqual(await byRule(day));
  }
});

test('and with standards of posts and areas, exemptions and missing levels; what is added later changes no day before', async () => {
  await app.database.rows(
    `DELETE FROM qualifications WHERE id IN (SELECT id FROM qualifications ORDER BY id LIMIT 40)`,
  );
  const before = await bySql('2023-12-31');
  const posts = await app.database.rows<{ title: string }>(
    `SELECT title FROM official_posts WHERE category = 'cadre' GROUP BY title ORDER BY count(*) DESC LIMIT 2`,
  );
  await app.database.rows(`UPDATE units SET area = 'mountain' WHERE parent_id IS NULL`);
  await app.database.rows(`UPDATE units SET area = 'border' WHERE code = 'BIX'`);
  await addStandard('cadre', null, 'mountain', ['bachelor', 'advanced', null], '2024-01-01');
  await addStandard('cadre', posts[0]?.title ?? '', null, ['college', null, 'specialist'], '2024-01-01');
  await addStandard('cadre', posts[1]?.title ?? '', 'border', ['doctor', 'intermediate', 'officer'], '2024-01-01');
  await app.database.rows(
    `INSERT INTO standard_exemptions (id, official_id, kind, number, reason, valid)
     SELECT gen_random_uuid(), id, 'llct', '12-QĐ/HU', 'Sắp nghỉ hưu', '[2024-02-01,2025-02-01)' FROM officials ORDER BY id LIMIT 30`,
  );
  for (const day of DAYS) expect(await bySql(day)).toEqual(await byRule(day));
  const after = await bySql('2024-06-01');
  const answers = new Set(after.flatMap(({ professional, llct, management }) => [professional, llct, management]));
  expect([...answers].sort()).toEqual(['exempt', 'met', 'notMet', 'unknown']);
  expect(await bySql('2023-12-31')).toEqual(before);
});

test('the database chooses the same standard as the rule for every post, area and day', async () => {
  const day = fc.integer({ min: 2014, max: 2030 }).map((year) => `${year}-07-01`);
  const posts = fc.record({
    category: fc.constantFrom('cadre', 'civil-servant', 'other'),
    title: fc.constantFrom('Trưởng ban Ủy nhiệm', 'TRƯỞNG BAN UỶ NHIỆM', 'Kế toán', 'Chủ tịch'),
    area: fc.constantFrom(null, 'plain', 'mountain', 'border'),
  });
  await addStandard('cadre', 'Trưởng ban Uỷ nhiệm', null, [null, 'advanced', null], '2020-01-01');
  await addStandard('cadre', 'Trưởng ban Ủy nhiệm', 'plain', [null, 'advanced', null], '2022-01-01');
  await addStandard('civil-servant', null, 'plain', ['bachelor', null, null], '2018-01-01');
  const standards = await app.database.rows<DatedStandard & { id: string }>(
    `SELECT id, category, post_key AS "postKey", area, lower(valid) AS "from", upper(valid) - 1 AS "to" FROM standards`,
  );
  await fc.assert(
    fc.asyncProperty(posts, day, async ({ category, title, area }, asked) => {
      const [row] = await app.database.rows<{ id: string | null; key: string }>(
        'SELECT fold($2) AS key, (SELECT id FROM standard_of($1, $2, $3, $4::date)) AS id',
        [category, title, area, asked],
      );
      const chosen = chooseStandard(standards, { category, postKey: row?.key ?? '', area }, asked);
      expect(chosen?.id ?? null).toBe(row?.id);
    }),
    { numRuns: 150 },
  );
});

test('the kind of area of a unit is its own, else that of the nearest unit above', async () => {
  const areas = new Map(
    (await app.database.rows<{ unit_id: string; area: string }>(`SELECT * FROM unit_areas('2026-03-02')`)).map(
      (row) => [row.unit_id, row.area],
    ),
  );
  expect(areas.get(await unitId(app, 'BIX-CB1'))).toBe('border');
  expect(areas.get(await unitId(app, 'KM-CB1'))).toBe('mountain');
});
