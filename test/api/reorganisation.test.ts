import fs from 'node:fs';
import path from 'node:path';
import { SeatsAudit } from '../../src/modules/nominations/index.js';
import { RemindersService } from '../../src/modules/reminders/reminders.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/**
 * Đình Lập as it happened: twelve communes and towns of 2019 become four communes on 1/7/2025, two of the twelve are split,
 * and the district level is removed. Every number before and after adds up.
 */
const pilot = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../fixtures/pilot/expected.json'), 'utf8')) as Record<
  string,
  Body
>;
const DAY = '2025-07-01';

let app: TestApp;
let province: Client;
let provinceId: string;
/** Officials of the split communes who go elsewhere than the rest: by name, or with their Party cell. */
let toDinhLap: number;
let toChauSon: number;
/** The district's plan of this year, and what it said and had become before. */
let plan2026: string;
let plannedBefore: Body;
let progressBefore: Body;
/** A class with reserves and kept seats, and one that cells propose to. */
let listed: string;
let proposed: string;
beforeAll(async () => {
  app = await startApp();
  // The province above, with a board of its own.
  provinceId = await app.database.value<string>(
    `INSERT INTO units (id, kind, code, name) VALUES (gen_random_uuid(), 'province-committee', 'LANG-SON', 'Tỉnh ủy Lạng Sơn') RETURNING id`,
  );
  await app.database.rows(`UPDATE units SET parent_id = $1 WHERE code = 'DINH-LAP'`, [provinceId]);
  await app.database.rows(
    `INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, created_at)
     SELECT gen_random_uuid(), 'tinh-uy', password_hash, 'Ban Tổ chức Tỉnh ủy', 'board', $1, now() FROM accounts WHERE username = 'board'`,
    [provinceId],
  );
  province = await app.as('tinh-uy');
  // A call with answers of every kind, and nominations of a unit that will be split.
  const course = await build.openCourse(app, { startsOn: '2026-11-02', endsOn: '2026-11-06' });
  await app.app
    .get(RemindersService)
    .plan(
      (await app.database.rows<{ id: string }>('SELECT id FROM unit_calls WHERE course_id = $1', [course.id])).map(
        (row) => row.id,
      ),
    );
  const bix = await app.as('xa-bix');
  ok(await bix.post('/nominations', { courseId: course.id, officialIds: (await officialsOf(app, 'BIX')).slice(0, 3) }));
  const call = await app.database.value<string>(
    `SELECT uc.id FROM unit_calls uc JOIN units u ON u.id = uc.unit_id WHERE uc.course_id = $1 AND u.code = 'CL'`,
    [course.id],
  );
  ok(await (await app.as('xa-cl')).post(`/calls/${call}/decline`, { reason: 'Không có ai.' }));
  ok(
    await (
      await app.as('xa-dl')
    ).post('/saved-views', {
      list: 'officials',
      name: 'Xã mình',
      query: { unitId: await unitId(app, 'DL'), gender: 'female' },
      columns: ['post'],
      shared: true,
    }),
  );
});
/** What lies beside the lists of units that end: reserves, seats kept for them, proposals of their cells. */
beforeAll(async () => {
  const board = await app.as('board');
  listed = (await build.openCourse(app, { startsOn: '2026-11-09', endsOn: '2026-11-13' })).id;
  const reserve = async (code: string, from: number, to: number) =>
    ok(
      await (
        await app.as(`xa-${code.toLowerCase()}`)
      ).post(`/courses/${listed}/reserves`, { officialIds: (await officialsOf(app, code)).slice(from, to) }),
    );
  const bix = await app.as('xa-bix');
  const two = (await officialsOf(app, 'BIX')).slice(3, 5);
  ok(await bix.post('/nominations', { courseId: listed, officialIds: two }));
  await reserve('BIX', 5, 8);
  await reserve('DL', 0, 2);
  await reserve('DL-TT', 0, 2);
  const keep = async (code: string, seats: number, until: string) =>
    ok(await board.post(`/courses/${listed}/seats/reservations`, { unitId: await unitId(app, code), seats, until }));
  await keep('BIX', 5, '2026-10-01');
  await keep('DL', 2, '2026-09-01');
  await keep('DL-TT', 3, '2026-10-15');
  const steps = { kind: 'professional', needsQuota: false, from: '2020-01-01', cellStep: true };
  ok(await province.post('/programs', { code: 'CELLS', name: 'Do chi bộ đề xuất', ...steps }));
  proposed = (await build.openCourse(app, { program: 'CELLS', startsOn: '2026-11-16', endsOn: '2026-11-20' })).id;
  for (const cell of ['BIX-CB1', 'BIX-CB2', 'DL-CB1', 'DL-TT-CB1']) {
    const members = await app.database.rows<{ id: string }>(
      'SELECT o.id FROM officials o JOIN units c ON c.id = o.cell_id WHERE c.code = $1 ORDER BY o.id LIMIT 2',
      [cell],
    );
    const account = await app.as(`chibo-${cell.toLowerCase().replace('-cb', '-')}`);
    ok(await account.post('/proposals', { courseId: proposed, officialIds: members.map(({ id }) => id) }));
  }
});
/** What the units that end have of the timetable and of plans: the district's is the demo's. */
beforeAll(async () => {
  const board = await app.as('board');
  const [bix, dl, town] = [await unitId(app, 'BIX'), await unitId(app, 'DL'), await unitId(app, 'DL-TT')];
  const harvest = { from: '2025-06-20', to: '2025-07-10', kind: 'harvest', name: 'Gặt lúa mùa' };
  const congress = { from: '2026-05-04', to: '2026-05-06', kind: 'congress', name: 'Đại hội' };
  ok(await board.post('/blackouts', { ...harvest, unitId: bix }));
  for (const unit of [dl, town]) ok(await board.post('/blackouts', { ...congress, unitId: unit }));
  ok(await province.post('/rooms', { venue: 'Trung tâm Bồi dưỡng chính trị huyện', name: 'A1', capacity: 30 }));
  ok(await province.post('/plans', { firstYear: 2020, lastYear: 2025 }));
  const plan = ok(await board.get('/plans?year=2026')).items.find(({ kind }: Body) => kind === 'year');
  plan2026 = plan.id;
  const draft = ok(await board.post(`/plans/${plan.id}/revise`));
  const { id: programId } = await build.program(app, 'SC');
  const line = { programId, classes: 1, trainees: 30 };
  ok(await board.post(`/plans/${plan.id}/lines`, { ...line, unitId: dl, firstMonth: 3, lastMonth: 4 }));
  ok(await board.post(`/plans/${plan.id}/lines`, { ...line, unitId: town, firstMonth: 4, lastMonth: 9 }));
  ok(await board.post(`/plans/${plan.id}/lines`, { ...line, unitId: bix }));
  plannedBefore = ok(await board.get(`/plans/${plan.id}?number=${draft.shown.number}`)).planned;
  progressBefore = ok(await board.get(`/plans/${plan.id}?number=1`)).progress;
});
afterAll(() => app.stop());

const commune = (code: string, name: string): Body => ({ key: code, code, name, kind: 'commune', parent: provinceId });

/** Places that Kiên Mộc has left from 2025 on. */
const placesLeft = (): Promise<{ programId: string; period: number; places: number }[]> =>
  app.database.rows(
    `SELECT program_id AS "programId", period, places - taken AS places FROM quotas q JOIN units u ON u.id = q.unit_id
     WHERE u.code = 'KM' AND period >= 2025 AND places > taken ORDER BY q.id`,
  );

/** The steps of the resolution, in an order in which each unit stands when it is spoken of. */
async function resolution(): Promise<Body[]> {
  const id = (code: string) => unitId(app, code);
  const halves = async (code: string): Promise<[string[], string[]]> => {
    const all = await officialsOf(app, code);
    return [all.filter((_, index) => index % 2 === 0), all.filter((_, index) => index % 2 === 1)];
  };
  const [bixFirst] = await halves('BIX');
  const [, kmSecond] = await halves('KM');
  const going = (people: string[], cell: string): Promise<number> =>
    app.database.value<number>(
      `SELECT count(*)::int FROM officials WHERE id = ANY($1::uuid[]) OR cell_id = (SELECT id FROM units WHERE code = $2)`,
      [people, cell],
    );
  toDinhLap = await going(bixFirst, 'BIX-CB1');
  toChauSon = await going(kmSecond, 'KM-CB3');
  const left = await placesLeft();
  return [
    { kind: 'merge', from: [await id('DL-TT'), await id('DL')], newUnit: commune('DL-TT', 'Xã Đình Lập') },
    {
      kind: 'merge',
      from: [await id('NT-TT'), await id('TB'), await id('LC')],
      newUnit: commune('TB', 'Xã Thái Bình'),
    },
    {
      kind: 'merge',
      from: [await id('CL'), await id('CS'), await id('DT'), await id('BL')],
      newUnit: commune('CS', 'Xã Châu Sơn'),
    },
    {
      kind: 'split',
      unit: await id('KM'),
      parts: [
        {
          newUnit: commune('KM', 'Xã Kiên Mộc'),
          rest: true,
          main: true,
          places: left.map((quota) => ({ ...quota, places: 0 })),
        },
        { unit: 'CS', officialIds: kmSecond, unitIds: [await id('KM-CB3')], places: left },
      ],
    },
    { kind: 'merge', from: [await id('BX')], into: 'KM' },
    {
      kind: 'split',
      unit: await id('BIX'),
      parts: [
        { unit: 'DL-TT', officialIds: bixFirst, unitIds: [await id('BIX-CB1')] },
        { unit: 'KM', rest: true },
      ],
    },
    { kind: 'merge', from: [await id('DINH-LAP')], into: provinceId },
  ];
}

const draft = async (steps: Body[], effectiveOn = DAY): Promise<string> =>
  ok(
    await province.post('/reorganisations', {
      documentNumber: '1672/NQ-UBTVQH15',
      documentDate: '2025-06-16',
      effectiveOn,
      steps,
    }),
  ).id;

const report = async (day: string): Promise<Body> => ok(await province.get(`/reports/standards?asOf=${day}`));

/** Every row of every table that a reorganisation touches, but for counters of changes and what follows from parents. */
const everything = (): Promise<Body[]> =>
  Promise.all(
    [
      'units',
      'unit_spells',
      'unit_successions',
      'accounts',
      'officials',
      'official_posts',
      'courses',
      'unit_calls',
      'quotas',
      'nominations',
      'reserve_nominees',
      'proposals',
      'seat_reservations',
      'reminders',
      'saved_views',
      'venues',
      'lecturers',
      'blackouts',
      'training_plans',
      'plan_lines',
    ].map((table) =>
      app.database.rows(`SELECT '${table}' AS t, to_jsonb(x) - 'version' AS row FROM ${table} x ORDER BY x.id`),
    ),
  );

const totals = async (): Promise<Body> => {
  const [row] = await app.database.rows(`SELECT
    (SELECT count(*)::int FROM officials) AS officials, (SELECT sum(places)::int FROM quotas) AS places,
    (SELECT sum(taken)::int FROM quotas) AS taken, (SELECT count(*)::int FROM nominations) AS nominations,
    (SELECT sum(seats_taken)::int FROM courses) AS seats, (SELECT sum(waitlisted)::int FROM courses) AS waiting,
    (SELECT count(*)::int FROM accounts WHERE active) AS accounts,
    (SELECT count(*)::int FROM official_posts WHERE held @> '2026-03-02'::date) AS posts`);
  return row;
};

const people = (body: Body): Body =>
  Object.fromEntries(
    body.units.map(({ name, officials, professional, llct }: Body) => [name, { officials, professional, llct }]),
  );

async function expectThePast(): Promise<void> {
  const then = await report('2019-12-14');
  expect([then.officials, then.professional, then.llct, then.unitsAllMet, then.unitsTotal]).toEqual([
    243, 237, 240, 7, 12,
  ]);
  expect(people(then)).toEqual(pilot.perUnit);
}

describe('what stands in the way', () => {
  const problemsOf = async (steps: Body[], on = DAY): Promise<[string, string][]> => {
    const { problems } = ok(await province.post(`/reorganisations/${await draft(steps, on)}/preview`));
    expect(problems.every(({ message }: Body) => typeof message === 'string' && message.length > 5)).toBe(true);
    return problems.map(({ path, rule }: Body) => [path, rule]);
  };

  test('is named by step and rule, and nothing is carried out', async () => {
    const [bix, km] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
    const cell = await unitId(app, 'BIX-CB1');
    const cases: [Body[], [string, string][]][] = [
      [[], [['steps', 'arrayMinSize']]],
      [[{ kind: 'merge', from: [bix] }], [['steps.0.into', 'required']]],
      [[{ kind: 'move', unit: bix, parent: cell }], [['steps.0.parent', 'notBelowItself']]],
      [[{ kind: 'rename', unit: bix, code: 'KM' }], [['steps', 'codeOnce']]],
      [[{ kind: 'merge', from: [bix], into: cell }], [['steps.0.into', 'notBelowWhatEnds']]],
      [
        [
          { kind: 'merge', from: [bix], into: km },
          { kind: 'rename', unit: bix, name: 'Khác' },
        ],
        [['steps.1.unit', 'endedByEarlierStep']],
      ],
      [[{ kind: 'merge', from: [provinceId], into: km }], [['steps.0.from.0', 'notTheTop']]],
      [
        [{ kind: 'split', unit: bix, parts: [{ unit: km }, { unit: await unitId(app, 'BX') }] }],
        [
          ['steps.0.parts', 'unitsUnassigned'],
          ['steps.0.parts', 'officialsUnassigned'],
        ],
      ],
    ];
    const before = await totals();
    for (const [steps, problems] of cases) expect(await problemsOf(steps)).toEqual(problems);
    expect((await problemsOf([{ kind: 'close', unit: bix }])).map(([, rule]) => rule)).toEqual(
      expect.arrayContaining(['officialsStillThere', 'unitsStillBelow', 'nominationsStillRun']),
    );
    expect(await problemsOf([{ kind: 'rename', unit: bix, name: 'Xã Khác' }], '2026-03-03')).toEqual([
      ['effectiveOn', 'notInFuture'],
    ]);
    const blocked = await province.post(`/reorganisations/${await draft([{ kind: 'merge', from: [bix] }])}/apply`);
    expect([blocked.status, blocked.body.code, blocked.body.errors[0].path]).toEqual([
      422,
      'reorganisation-blocked',
      'steps.0.into',
    ]);
    expect(await totals()).toEqual(before);
  });

  test.each([
    ['documentNumber', '  ', 'isNotEmpty'],
    ['effectiveOn', '2025-02-30', 'isPlainDate'],
    ['steps', 'gộp hết', 'nestedValidation'],
    ['steps.0.kind', [{ kind: 'explode' }], 'isIn'],
    [
      'steps.0.newUnit.code',
      [{ kind: 'create', newUnit: { key: 'a', kind: 'commune', code: 'xã', name: 'X', parent: 'p' } }],
      'matches',
    ],
  ])('a wrong %s is refused', async (at, value, rule) => {
    const sound = { documentNumber: '1', documentDate: '2025-06-16', effectiveOn: DAY, steps: [] };
    const { status, body } = await province.post('/reorganisations', { ...sound, [at.split('.')[0] ?? '']: value });
    expect([status, body.errors[0]]).toMatchObject([422, { path: at, rule }]);
  });
});

describe('Đình Lập on 1/7/2025', () => {
  let id: string;
  let rowsBefore: Body[];
  let before: Body;
  let leftBefore: number;

  beforeAll(async () => {
    rowsBefore = await everything();
    before = await totals();
    leftBefore = await app.database.value<number>(
      `SELECT sum(q.places - q.taken)::int FROM quotas q JOIN units u ON u.id = q.unit_id
       WHERE q.period >= 2025 AND u.code IN ('CL', 'CS', 'DT', 'BL', 'KM')`,
    );
    id = await draft(await resolution());
  });

  test('the preview says what will happen in numbers, and does nothing', async () => {
    await expectThePast();
    const { problems, total, steps } = ok(await province.post(`/reorganisations/${id}/preview`));
    expect(problems).toEqual([]);
    expect(steps.map(({ units }: Body) => units)).toEqual([2, 3, 4, 1, 1, 1, 1]);
    expect(total).toMatchObject({ units: 13, officials: 243 });
    // Three proposals are the demo's own, of cells of Kiên Mộc.
    expect(total).toMatchObject({ reserves: 7, proposals: 8 + 3, keptSeats: 3 + 2 + 3 });
    expect([steps[3].officials, steps[4].officials]).toEqual([21, 21]);
    expect(total.calls).toBeGreaterThan(0);
    expect(total.nominations).toBeGreaterThan(3);
    expect(total.accounts).toBe(14);
    expect(total).toMatchObject({ rooms: 5, lecturers: 6, blackouts: 3, plans: 2, planLines: 20 });
    expect([steps[0].blackouts, steps[5].blackouts, steps[6].plans]).toEqual([2, 1, 2]);
    expect(await everything()).toEqual(rowsBefore);
  });

  test('places that the parts ask for have to add up to what is left', async () => {
    const steps = await resolution();
    const [first] = steps[3].parts[0].places;
    expect(first).toMatchObject({ places: 0 });
    first.places = 1;
    const { problems } = ok(await province.post(`/reorganisations/${await draft(steps)}/preview`));
    expect(problems.map(({ path, rule }: Body) => [path, rule])).toEqual([['steps', 'placesAddUp']]);
  });

  test('carried out, the past is as it was and every sum of today adds up', async () => {
    ok(await province.post(`/reorganisations/${id}/apply`));
    await expectThePast();
    const now = await report('2026-03-02');
    const communes = people(now);
    expect(Object.keys(communes).sort()).toEqual(['Xã Châu Sơn', 'Xã Kiên Mộc', 'Xã Thái Bình', 'Xã Đình Lập']);
    expect(communes['Xã Thái Bình'].officials).toBe(19 + 19 + 21);
    expect(communes['Xã Đình Lập'].officials).toBe(19 + 21 + toDinhLap);
    expect(communes['Xã Kiên Mộc'].officials).toBe(21 + (21 - toChauSon) + (23 - toDinhLap));
    expect(communes['Xã Châu Sơn'].officials).toBe(20 + 20 + 19 + 20 + toChauSon);
    const sums = Object.values<Body>(communes).reduce((sum: number, unit) => sum + Number(unit.officials), 0);
    expect([sums, now.officials, now.unitsTotal]).toEqual([243, 243, 4]);
    // Kiên Mộc's places went to Châu Sơn, as the resolution says, beside those of what Châu Sơn was made of.
    const cs = await app.database.value<number>(
      `SELECT sum(q.places - q.taken)::int FROM quotas q JOIN units u ON u.id = q.unit_id
       WHERE q.period >= 2025 AND u.code = 'CS' AND u.valid_from = '${DAY}'`,
    );
    expect(cs).toBe(leftBefore);
    // But for the account of Bính Xá, which no part was named to take.
    expect(await totals()).toEqual({ ...before, accounts: before.accounts - 1 });
  });

  test('a town and a commune of the same name and code are told apart by their days', async () => {
    const found = ok(await province.get('/units?q=DL-TT&kind=commune')).items;
    expect(found).toMatchObject([{ name: 'Xã Đình Lập', closed: false, parentId: provinceId }]);
    const details = ok(await province.get(`/units/${found[0].id}`));
    expect(details.validFrom).toBe(DAY);
    expect(details.madeOf.map(({ unit }: Body) => unit.code).sort()).toEqual(['BIX', 'DL', 'DL-TT']);
    const map = async (day: string): Promise<number> =>
      ok(await province.get(`/units?asOf=${day}&page[size]=500`)).items.filter(({ kind }: Body) =>
        ['commune', 'town', 'district-committee'].includes(kind),
      ).length;
    expect([await map('2025-06-30'), await map(DAY)]).toEqual([13, 4]);
    expect(ok(await province.get('/units?q=DINH-LAP')).total).toBe(0);
  });

  test('nothing alive stays with a unit that ended, and each heir has one call to each class', async () => {
    const left = await app.database.rows(`
      SELECT 'official' AS what FROM officials o JOIN units u ON u.id = o.unit_id WHERE u.valid_to IS NOT NULL
      UNION ALL SELECT 'post' FROM official_posts p JOIN units u ON u.id = p.unit_id WHERE u.valid_to IS NOT NULL AND p.held @> '${DAY}'::date
      UNION ALL SELECT 'planning' FROM official_plannings p JOIN units u ON u.id = p.unit_id WHERE u.valid_to IS NOT NULL
      UNION ALL SELECT 'account' FROM accounts a JOIN units u ON u.id = a.unit_id WHERE u.valid_to IS NOT NULL AND a.active
      UNION ALL SELECT 'cell' FROM units c JOIN units u ON u.id = c.parent_id WHERE u.valid_to IS NOT NULL AND c.valid_to IS NULL
      UNION ALL SELECT 'class' FROM courses co JOIN units u ON u.id = co.unit_id WHERE u.valid_to IS NOT NULL AND co.state IN ('draft', 'open', 'closed', 'confirmed', 'running')
      UNION ALL SELECT 'call' FROM unit_calls uc JOIN units u ON u.id = uc.unit_id JOIN courses co ON co.id = uc.course_id
        WHERE u.valid_to IS NOT NULL AND co.state IN ('open', 'closed', 'confirmed', 'running') AND uc.answer IS DISTINCT FROM 'carried-over'
      UNION ALL SELECT 'reminder' FROM reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id WHERE uc.answer = 'carried-over' AND r.state = 'planned'
      UNION ALL SELECT 'nomination' FROM nominations n JOIN units u ON u.id = n.unit_id JOIN courses co ON co.id = n.course_id
        WHERE u.valid_to IS NOT NULL AND n.state IN ('submitted', 'returned', 'approved') AND co.state IN ('open', 'closed', 'confirmed', 'running')
      UNION ALL SELECT 'quota' FROM quotas q JOIN units u ON u.id = q.unit_id WHERE u.valid_to IS NOT NULL AND q.period >= 2025 AND q.places > q.taken`);
    expect(left).toEqual([]);
    // Whoever holds a place of a quota is counted there.
    const wrong = await app.database.rows(`SELECT q.id FROM quotas q WHERE q.period >= 2025 AND q.taken <>
      (SELECT count(*) FROM nominations n WHERE n.quota_id = q.id AND n.state NOT IN ('withdrawn', 'rejected', 'lapsed'))`);
    expect(wrong).toEqual([]);
    const planned = await app.database
      .value<number>(`SELECT count(*)::int FROM reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id
      JOIN units u ON u.id = uc.unit_id WHERE u.valid_from = '${DAY}' AND r.state = 'planned'`);
    expect(planned).toBeGreaterThan(0);
  });

  test('reserves, proposals and kept seats follow to the heirs, and no seat is kept or let go by it', async () => {
    const lists = await app.database.rows<{ unit: string; turns: number[]; people: number; elsewhere: number }>(
      `SELECT u.name AS unit, array_agg(r.position ORDER BY r.position) AS turns, count(*)::int AS people,
         count(*) FILTER (WHERE o.unit_id <> r.unit_id)::int AS elsewhere
       FROM reserve_nominees r JOIN units u ON u.id = r.unit_id JOIN officials o ON o.id = r.official_id
       WHERE r.course_id = $1 GROUP BY u.name ORDER BY u.name COLLATE "C"`,
      [listed],
    );
    expect(lists.map(({ unit }) => unit)).toEqual(['Xã Kiên Mộc', 'Xã Đình Lập']);
    for (const { turns, people: count, elsewhere } of lists)
      expect([turns, elsewhere]).toEqual([Array.from({ length: count }, (_, index) => index + 1), 0]);
    expect(lists.reduce((sum, { people: count }) => sum + count, 0)).toBe(7);
    // Each proposal stands with the committee that its person now has, whichever cell proposes, and is read there.
    const stand = await app.database.rows<{ official: string; proposed: string }>(
      `SELECT ou.name AS official, pu.name AS proposed FROM proposals p JOIN officials o ON o.id = p.official_id
       JOIN units ou ON ou.id = o.unit_id JOIN units pu ON pu.id = p.unit_id JOIN units c ON c.id = p.cell_id
       WHERE p.course_id = $1 AND c.valid_to IS NULL`,
      [proposed],
    );
    expect(stand).toHaveLength(8);
    expect(stand.map((each) => each.proposed)).toEqual(stand.map((each) => each.official));
    const seen = ok(await (await app.as('xa-dl')).get(`/proposals?courseId=${proposed}`)).items;
    expect(seen).toHaveLength(stand.filter((each) => each.proposed === 'Xã Đình Lập').length);
    expect(new Set(seen.map(({ position }: Body) => position)).size).toBe(seen.length);
    // Three of the five of Bính Xá, two people sitting on theirs; Đình Lập's two and the town's three.
    const kept = await app.database.rows<{ unit: string; seats: number; until: string }>(
      `SELECT u.name AS unit, k.seats, k.until FROM unused_reservations($1) k JOIN units u ON u.id = k.unit_id ORDER BY u.name COLLATE "C"`,
      [listed],
    );
    expect(kept.map(({ unit, until }) => [unit, until])).toEqual([
      ['Xã Kiên Mộc', '2026-10-01'],
      ['Xã Đình Lập', '2026-10-15'],
    ]);
    expect(kept.reduce((sum, { seats }) => sum + seats, 0)).toBe(8);
    expect(kept[1]?.seats).toBeGreaterThanOrEqual(5);
    const [counted] = await app.database.rows<{ reserved: number; summed: number }>(
      `SELECT reserved_seats AS reserved, (SELECT sum(seats)::int FROM seat_reservations r WHERE r.course_id = co.id AND r.ended_at IS NULL)
         AS summed FROM courses co WHERE id = $1`,
      [listed],
    );
    expect(counted?.reserved).toBe(counted?.summed);
    expect(await app.app.get(SeatsAudit).findings()).toEqual([]);
  });

  test('rooms, lecturers, harvests and plans go on in the heirs', async () => {
    const venues = ok(await province.get('/venues')).items.map(({ name, unit }: Body) => `${unit.code} ${name}`);
    const name = 'Trung tâm Bồi dưỡng chính trị huyện';
    expect(venues.sort()).toEqual([
      `LANG-SON ${name}`,
      `LANG-SON ${name} (Huyện ủy Đình Lập)`,
      'LANG-SON Trường Chính trị Hoàng Văn Thụ',
    ]);
    expect(ok(await province.get('/lecturers')).items.map(({ unit }: Body) => unit.code)).toEqual(
      Array(6).fill('LANG-SON'),
    );
    // Both parts of Bính Xá are in the fields then; the town and the commune had the same congress.
    const blackouts = ok(await province.get('/blackouts')).items;
    expect(blackouts.map(({ unit, from, to }: Body) => `${unit.name} ${from} ${to}`).sort()).toEqual([
      'Xã Bính Xá 2025-06-20 2025-06-30',
      `Xã Kiên Mộc ${DAY} 2025-07-10`,
      `Xã Đình Lập ${DAY} 2025-07-10`,
      `Xã Đình Lập 2026-05-04 2026-05-06`,
    ]);
    // The province had a plan of the period, so the district's stays with the district; that of the year goes on.
    const owners = await app.database.rows<{ years: string; code: string }>(
      `SELECT first_year || '-' || last_year AS years, u.code FROM training_plans p JOIN units u ON u.id = p.unit_id
       WHERE last_year >= 2025 ORDER BY 1, 2`,
    );
    expect(owners.map(({ years, code }) => `${years} ${code}`)).toEqual([
      '2020-2025 DINH-LAP',
      '2020-2025 LANG-SON',
      '2026-2026 LANG-SON',
    ]);
    const plan = ok(await province.get(`/plans/${plan2026}?number=2`));
    expect([plan.unit.code, plan.planned, plan.can.write]).toEqual(['LANG-SON', plannedBefore, true]);
    const elementary = plan.lines.filter(({ program }: Body) => program.code === 'SC');
    expect(
      elementary.map(({ unit, trainees, classes, firstMonth, lastMonth }: Body) =>
        [unit.name, trainees, classes, firstMonth, lastMonth].join(' '),
      ),
    ).toEqual(['Tỉnh ủy Lạng Sơn 90 2  ', 'Xã Đình Lập 60 2 3 9']);
    // What was approved is as it was, and what became of it too.
    const approved = ok(await province.get(`/plans/${plan2026}?number=1`));
    expect(new Set(approved.lines.map(({ unit }: Body) => unit.code))).toEqual(new Set(['DINH-LAP']));
    expect(approved.progress).toEqual(progressBefore);
  });

  test('people of the new commune see their own, with nominations and places, under the accounts they had', async () => {
    const dl = await app.as('xa-dl');
    expect(ok(await dl.get('/auth/me')).unit).toMatchObject({ name: 'Xã Đình Lập', code: 'DL-TT' });
    expect(ok(await dl.get('/officials')).total).toBe(40 + toDinhLap);
    // What the commune was made of is read as of its days: but for Bính Xá, of which a part went elsewhere.
    expect(ok(await dl.get('/reports/standards?asOf=2019-12-14')).officials).toBe(19 + 21);
    expect(ok(await dl.get('/units?asOf=2019-12-14&page[size]=100')).items.map(({ code }: Body) => code)).toEqual(
      expect.arrayContaining(['DL', 'DL-TT']),
    );
    // A kept view asks for the commune that now stands for the one it named.
    const [view] = ok(await dl.get('/saved-views?list=officials')).items;
    expect(view).toMatchObject({ unitName: 'Xã Đình Lập', query: { gender: 'female' } });
    expect(ok(await dl.get(`/officials?unitId=${view.query.unitId}`)).total).toBe(40 + toDinhLap);
    // Half of the three whom Bính Xá had nominated went here.
    expect(
      ok(await dl.get('/nominations?page[size]=500')).items.some(
        ({ course }: Body) => course.startsOn === '2026-11-02',
      ),
    ).toBe(true);
    // The part of Bính Xá that got its accounts was not named, so they are off.
    expect((await (await app.as('xa-bix')).get('/auth/me')).status).toBe(401);
    // The district's board goes on with the province's.
    expect(ok(await (await app.as('board')).get('/auth/me')).unit.code).toBe('LANG-SON');
  });

  test('it is not carried out twice, nor edited any more', async () => {
    expect((await province.post(`/reorganisations/${id}/apply`)).body.code).toBe('reorganisation-applied');
    expect((await province.patch(`/reorganisations/${id}`, { documentNumber: '2' })).status).toBe(409);
  });

  test('undo is refused kindly while something rests on it, and restores every row afterwards', async () => {
    const heir = ok(await province.get('/units?q=DL-TT&kind=commune')).items[0].id;
    const account = { username: 'moi-ve', displayName: 'Mới về', role: 'committee', unitId: heir };
    ok(await province.post('/accounts', account));
    const refused = await province.post(`/reorganisations/${id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, 'depended-on']);
    expect(refused.body.title).toContain('Không hoàn tác được');
    expect(people(await report('2026-03-02'))['Xã Đình Lập']).toBeDefined();
    await app.database.rows(`DELETE FROM accounts WHERE username = 'moi-ve'`);
    await app.database.rows(
      `UPDATE officials SET unit_id = $1 WHERE unit_id = (SELECT id FROM units WHERE code = 'CS' AND valid_to IS NULL)`,
      [heir],
    );
    expect((await province.post(`/reorganisations/${id}/undo`)).body).toMatchObject({
      code: 'changed-since',
      table: 'officials',
    });
    await app.database.rows(
      `UPDATE officials o SET unit_id = p.unit_id FROM official_posts p WHERE p.official_id = o.id AND p.main AND p.held @> '${DAY}'::date`,
    );
    const undone = ok(await province.post(`/reorganisations/${id}/undo`));
    expect(undone).toMatchObject({ state: 'draft', can: { apply: true, undo: false } });
    expect(await everything()).toEqual(rowsBefore);
    expect((await province.post(`/reorganisations/${id}/undo`)).body.code).toBe('reorganisation-not-applied');
  });

  test('carried out by two at once, one wins', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => province.post(`/reorganisations/${id}/apply`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await totals()).toEqual({ ...before, accounts: before.accounts - 1 });
    await expectThePast();
  });
});
