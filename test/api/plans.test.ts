import readExcelFile from 'read-excel-file/node';
import { startApp, type TestApp } from '../support/app.js';
import { officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import { until } from '../support/until.js';

/** The demo's day is 2 March 2026. */
let app: TestApp;
let board: Client;
const program: Record<string, string> = {};
const unit: Record<string, string> = {};
beforeAll(async () => {
  app = await startApp({ worker: true });
  board = await app.as('board');
  for (const { code, id } of ok(await board.get('/programs')).items) program[code] = id;
  for (const code of ['DINH-LAP', 'BIX', 'KM', 'CL']) unit[code] = await unitId(app, code);
  // More to learn than the pilot's people lack: from the summer on their cadres need the advanced level.
  const more = {
    category: 'cadre',
    professional: 'intermediate',
    llct: 'advanced',
    from: '2026-06-01',
    confirmed: false,
  };
  ok(await board.post('/standards', { ...more, source: 'Quy định thử' }));
});
afterAll(() => app.stop());

const approval: Body = { documentNumber: '07-KH/HU', documentDate: '2026-03-01', signer: 'Thường trực Huyện ủy' };
const begin = async (firstYear: number, lastYear = firstYear): Promise<Body> =>
  ok(await board.post('/plans', { firstYear, lastYear }));
const get = async (id: string, query = '', who: Client = board): Promise<Body> =>
  ok(await who.get(`/plans/${id}${query}`));
const add = async (id: string, code: string, of: string, more: Body = {}): Promise<Body> =>
  ok(
    await board.post(`/plans/${id}/lines`, {
      programId: program[code],
      unitId: unit[of],
      classes: 1,
      trainees: 40,
      ...more,
    }),
  );
const approve = async (id: string): Promise<Body> => ok(await board.post(`/plans/${id}/approve`, approval));
const lineOf = (plan: Body, code: string, of = 'DINH-LAP'): Body =>
  plan.lines.find((line: Body) => line.program.code === code && line.unit.code === of);
const broken = ({ body }: { body: Body }): string[] => body.errors.map(({ path, rule }: Body) => `${path} ${rule}`);
const planOf = async (first: number, last: number): Promise<string> =>
  app.database.value<string>('SELECT id FROM training_plans WHERE first_year = $1 AND last_year = $2', [first, last]);

test('the whole life: needs, approval, a class of a line, what became of it, a revision, both side by side', async () => {
  const { id } = await begin(2027);
  const fill = {
    programIds: [program['TC'], program['CC']],
    day: '2027-12-31',
    grouping: 'common',
    classSize: 30,
    existing: 'keep',
  };
  const preview = ok(await board.post(`/plans/${id}/needs-preview`, fill));
  expect(preview).toMatchObject({ fillId: null, changed: 0, kept: 0, same: 0 });
  expect(preview.added).toBeGreaterThan(0);
  expect((await get(id)).lines).toEqual([]);
  const filled = ok(await board.post(`/plans/${id}/fills`, fill));
  expect(filled.added).toBe(preview.added);
  const needs = ok(await board.get('/needs?asOf=2026-03-02&until=2027-12-31'));
  const needing = needs.rows
    .filter((row: Body) => row.program?.code === 'TC')
    .reduce((sum: number, row: Body) => sum + Number(row.people), 0);
  expect(lineOf(await get(id), 'TC')).toMatchObject({ trainees: needing, classes: Math.ceil(needing / 30) });

  await add(id, 'CNKT', 'DINH-LAP', { classes: 2, trainees: 90, firstMonth: 4, lastMonth: 6 });
  await add(id, 'DTD', 'BIX');
  const draft = await get(id);
  expect((await board.post(`/plans/${id}/approve`, approval, { 'if-match': '"1"' })).status).toBe(412);
  const approved = ok(await board.post(`/plans/${id}/approve`, approval, { 'if-match': `"${draft.version}"` }));
  expect(approved).toMatchObject({ state: 'approved', shown: { number: 1, state: 'approved', ...approval } });

  const line = lineOf(approved, 'CNKT');
  const facts = { title: 'Lớp theo kế hoạch', startsOn: '2027-04-05', endsOn: '2027-04-07', capacity: 45, minimum: 0 };
  const wrong = { ...facts, code: 'KH-0', programId: program['TC'] };
  expect(broken(await board.post(`/plans/${id}/lines/${line.id}/courses`, wrong))).toEqual(['programId sameProgram']);
  const course = ok(
    await board.post(`/plans/${id}/lines/${line.id}/courses`, { ...facts, code: 'KH-1', programId: program['CNKT'] }),
  );
  const nothing = { opened: { classes: 0, trainees: 0 }, trained: { classes: 0, turns: 0, persons: 0, unnamed: 0 } };
  expect(lineOf(await get(id), 'CNKT').progress).toEqual({ drafts: 1, ...nothing });
  // Those below do not hear of what is only being prepared.
  expect(lineOf(await get(id, '', await app.as('xa-bix')), 'CNKT').progress).toEqual({ drafts: 0, ...nothing });
  ok(await board.post(`/courses/${course.id}/open-nominations`, { deadline: '2026-04-15' }));
  expect(lineOf(await get(id), 'CNKT')).toMatchObject({
    progress: { drafts: 0, opened: { classes: 1, trainees: 0 } },
    courses: [{ code: 'KH-1', state: 'open' }],
  });

  const revision = ok(await board.post(`/plans/${id}/revise`));
  expect(revision).toMatchObject({ shown: { number: 2, state: 'draft' }, state: 'approved', can: { write: true } });
  expect(revision.lines.map(({ program: { code } }: Body) => code)).toEqual(
    approved.lines.map((l: Body) => l.program.code),
  );
  const copy = lineOf(revision, 'CNKT');
  ok(await board.patch(`/plans/${id}/lines/${copy.id}`, { classes: 3 }, { 'if-match': `"${copy.version}"` }));
  expect((await board.delete(`/plans/${id}/lines/${lineOf(revision, 'DTD', 'BIX').id}`)).status).toBe(204);
  await add(id, 'DVM', 'KM', { note: 'Theo đề nghị của xã' });
  // The plan in force is what everybody else still sees.
  expect((await get(id)).shown.number).toBe(1);
  expect((await (await app.as('xa-km')).get(`/plans/${id}?number=2`)).status).toBe(404);
  ok(await board.post(`/plans/${id}/approve`, { ...approval, documentNumber: '09-KH/HU' }));
  const compared = ok(await board.get(`/plans/${id}/comparison?from=1&to=2`));
  expect(
    compared.lines
      .filter(({ change }: Body) => change !== 'same')
      .map((l: Body) => [l.change, l.program.code, l.unit.code]),
  ).toEqual([
    ['changed', 'CNKT', 'DINH-LAP'],
    ['added', 'DVM', 'KM'],
    ['gone', 'DTD', 'BIX'],
  ]);
  expect(compared.after.classes - compared.before.classes).toBe(1);
  const now = await get(id);
  expect(now).toMatchObject({ state: 'revised', shown: { number: 2 } });
  expect(now.versions.map(({ state }: Body) => state)).toEqual(['superseded', 'approved']);
  // The class goes on counting for its line.
  expect(lineOf(now, 'CNKT').courses).toMatchObject([{ code: 'KH-1' }]);
  expect(ok(await board.get(`/plans/${id}/history`)).items.map(({ action }: Body) => action)).toEqual([
    'plan.created',
    'plan.filledFromNeeds',
    'plan.lineAdded',
    'plan.lineAdded',
    'plan.approved',
    'plan.classOpened',
    'plan.revisionBegun',
    'plan.lineChanged',
    'plan.lineRemoved',
    'plan.lineAdded',
    'plan.approved',
  ]);
  // Bính Xá was told of the plan and of its revision, each with how many of its lines there are.
  const told = (): Promise<{ kind: string; lines: number }[]> =>
    app.database.rows(
      `SELECT n.kind, (n.facts ->> 'lines')::int AS lines FROM notifications n JOIN accounts a ON a.id = n.account_id
       WHERE a.username = 'xa-bix' AND n.link = $1 ORDER BY n.kind`,
      [`/ke-hoach/${id}`],
    );
  await until('both notices are there', async () => (await told()).length === 2);
  const common = now.lines.filter((l: Body) => l.unit.code === 'DINH-LAP').length;
  expect(await told()).toEqual([
    { kind: 'plan.approved', lines: Number(common) + 1 },
    { kind: 'plan.revised', lines: common },
  ]);
});

test('an approved version can be changed by nobody, not even in the database', async () => {
  const id = await planOf(2019, 2019);
  const before = await get(id);
  const line = before.lines[0].id;
  const version = await app.database.value<string>('SELECT id FROM plan_versions WHERE plan_id = $1', [id]);
  const draft = await app.database.value<string>(`SELECT id FROM plan_versions WHERE state = 'draft' LIMIT 1`);
  const attempts: [string, unknown[]][] = [
    ['UPDATE plan_lines SET trainees = 1 WHERE id = $1', [line]],
    ['UPDATE plan_lines SET version_id = $2 WHERE id = $1', [line, draft]],
    ['UPDATE plan_lines SET version_id = $2, program_id = $3 WHERE version_id = $1', [draft, version, program['TC']]],
    ['DELETE FROM plan_lines WHERE id = $1', [line]],
    [
      `INSERT INTO plan_lines (id, version_id, program_id, unit_id, classes, trainees) VALUES (gen_random_uuid(), $1, $2, $3, 1, 1)`,
      [version, program['TC'], unit['KM']],
    ],
    [`UPDATE plan_versions SET state = 'draft' WHERE id = $1`, [version]],
    ['UPDATE plan_versions SET signer = $2 WHERE id = $1', [version, 'Người khác']],
    ['DELETE FROM plan_versions WHERE id = $1', [version]],
    ['DELETE FROM training_plans WHERE id = $1', [id]],
    ['UPDATE training_plans SET first_year = 2018, last_year = 2018 WHERE id = $1', [id]],
    ['TRUNCATE plan_lines', []],
    ['TRUNCATE plan_versions CASCADE', []],
  ];
  for (const [sql, values] of attempts)
    await expect(app.database.rows(sql, values)).rejects.toThrow(/approved plan never changes/);
  expect(await get(id)).toEqual(before);
  expect((await board.patch(`/plans/${id}/lines/${line}`, { classes: 9 })).body.code).toBe('plan-approved');
  expect((await board.post(`/plans/${id}/approve`, approval)).body.code).toBe('plan-approved');
});

test('who approves while others write gets exactly what is approved, or is refused', async () => {
  const { id } = await begin(2031);
  const { version } = await add(id, 'SC', 'DINH-LAP').then(() => get(id));
  const writes = ['BIX', 'KM', 'CL'].map((of) =>
    board.post(`/plans/${id}/lines`, { programId: program['SC'], unitId: unit[of], classes: 1, trainees: 1 }),
  );
  const [done] = await Promise.all([
    board.post(`/plans/${id}/approve`, approval, { 'if-match': `"${version}"` }),
    ...writes,
  ]);
  const written = (await Promise.all(writes)).filter(({ status }) => status === 201).length;
  const { lines, shown } = await get(id);
  expect(lines.length).toBe(1 + written);
  if (done.status === 200) expect(lines.length).toBe(1);
  else expect([done.status, shown.state]).toEqual([412, 'draft']);
});

test('two people never lose each other a line: other lines are free, the same one is refused', async () => {
  const { id } = await begin(2032);
  const [one, two] = [await add(id, 'SC', 'BIX'), await add(id, 'SC', 'KM')];
  const change = (line: Body, body: Body) =>
    board.patch(`/plans/${id}/lines/${line.id}`, body, { 'if-match': `"${line.version}"` });
  const answers = await Promise.all([change(one, { trainees: 11 }), change(two, { trainees: 12 })]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  // What is left out of a change stays as it was.
  expect(answers.map(({ body }) => [body.classes, body.trainees])).toEqual([
    [1, 11],
    [1, 12],
  ]);
  const late = await change(one, { trainees: 99 });
  expect([late.status, late.body.code]).toEqual([412, 'stale-version']);
  expect((await get(id)).lines.map(({ trainees }: Body) => trainees).sort()).toEqual([11, 12]);
  const removed = await board.delete(`/plans/${id}/lines/${one.id}`, { 'if-match': '"1"' });
  expect(removed.status).toBe(412);
  // The draft alone can be thrown away; nothing of it stays.
  expect((await board.delete(`/plans/${id}/draft`)).status).toBe(204);
  expect((await board.get(`/plans/${id}`)).status).toBe(404);
});

test('lines from needs are taken back as one while nobody touched them, and keep what was there unless asked', async () => {
  const { id } = await begin(2033);
  const needs = ok(await board.get('/needs?asOf=2026-03-02&until=2026-12-31')).rows;
  const needy = needs.filter((row: Body) => row.program !== null);
  expect(needy.length).toBeGreaterThan(5);
  const [{ program: wanted, unit: first, people }] = needy;
  const own = ok(
    await board.post(`/plans/${id}/lines`, {
      programId: wanted.id,
      unitId: first.id,
      trainees: Number(people) + 70,
      classes: 2,
    }),
  );
  const line = async (): Promise<Body> => lineOf(await get(id), wanted.code, first.code);
  const programIds = [...new Set(needy.map((row: Body) => row.program.id))];
  const fill = { programIds, day: '2026-12-31', grouping: 'unit', classSize: 40, existing: 'keep' };
  const kept = ok(await board.post(`/plans/${id}/fills`, fill));
  expect(kept).toMatchObject({ added: needy.length - 1, changed: 0, kept: 1, same: 0 });
  expect((await line()).trainees).toBe(Number(people) + 70);
  expect((await board.post(`/plans/${id}/fills/${kept.fillId}/undo`)).status).toBe(204);
  expect((await get(id)).lines.map(({ id: left }: Body) => left)).toEqual([own.id]);

  const replaced = ok(await board.post(`/plans/${id}/fills`, { ...fill, existing: 'replace' }));
  expect(await line()).toMatchObject({ trainees: people, classes: 2 });
  expect((await get(id)).lastFill).toMatchObject({ id: replaced.fillId, added: needy.length - 1, changed: 1 });
  const touched = (await get(id)).lines.find((other: Body) => other.id !== own.id);
  ok(await board.patch(`/plans/${id}/lines/${touched.id}`, { note: 'Đã trao đổi' }));
  const refused = await board.post(`/plans/${id}/fills/${replaced.fillId}/undo`);
  expect([refused.status, refused.body.code]).toEqual([409, 'changed-since']);
  expect((await get(id)).lines.length).toBe(1 + Number(replaced.added));
  // Some units only.
  const chosen = ok(await board.post(`/plans/${id}/needs-preview`, { ...fill, unitIds: [unit['DINH-LAP']] }));
  expect(chosen).toMatchObject({ added: 0, kept: 0 });
});

test('the years of the pilot: classes of the holder count by program and year, turns without names as such', async () => {
  const plan = await get(await planOf(2019, 2019));
  expect(plan.progress.opened).toEqual({ classes: 17, trainees: 1369 });
  expect(plan.progress.trained).toEqual({ classes: 17, turns: 1369, persons: 0, unnamed: 1369 });
  expect(plan.lines.map((line: Body) => [line.program.code, line.progress.opened.classes, line.state])).toEqual([
    ['SC', 3, 'done'],
    ['CNKT', 2, 'late'],
    ['DTD', 2, 'done'],
    ['DVM', 2, 'late'],
    ['NVD', 3, 'done'],
    ['NVCM', 3, 'done'],
    ['CDHCM', 2, 'done'],
  ]);
  expect(plan.late).toBe(2);
  const period = await get(await planOf(2020, 2025), '?number=1');
  expect(lineOf(period, 'NVD').years).toEqual({ classes: 3, trainees: 210 });
  expect(period.groups.find((group: Body) => group.program.code === 'CC').years).toEqual({ classes: 0, trainees: 4 });
});

test('a class that is there is linked to a line by hand, whenever it begins, and let go again', async () => {
  const { id } = await begin(2032);
  await add(id, 'CNKT', 'DINH-LAP', { classes: 1, firstMonth: 1, lastMonth: 3 });
  await add(id, 'CNKT', 'BIX', { classes: 1, firstMonth: 10, lastMonth: 12 });
  await add(id, 'NVD', 'DINH-LAP');
  expect((await board.put(`/plans/${id}/lines/${id}/courses/${id}`)).body.code).toBe('plan-not-in-force');
  const approved = await approve(id);
  const [bix, other] = [lineOf(approved, 'CNKT', 'BIX'), lineOf(approved, 'NVD')];
  const course = ok(
    await board.post('/courses', {
      code: 'GAN-1',
      title: 'Lớp mở sớm',
      programId: program['CNKT'],
      startsOn: '2031-12-01',
      endsOn: '2031-12-03',
      capacity: 40,
      minimum: 0,
    }),
  );
  const link = (line: Body, plan = id) => board.put(`/plans/${plan}/lines/${line.id}/courses/${course.id}`);
  const counted = async (of: string): Promise<Body[]> => lineOf(await get(id), 'CNKT', of).courses;
  expect(await counted('BIX')).toEqual([]);
  expect(broken(await link(other))).toEqual(['courseId sameProgram']);
  expect((await link(bix)).status).toBe(204);
  expect(await counted('BIX')).toMatchObject([{ code: 'GAN-1', linked: true }]);
  // To another line of the plan it is simply moved, to another plan it is not.
  expect((await link(lineOf(approved, 'CNKT'))).status).toBe(204);
  expect(await counted('BIX')).toEqual([]);
  const { id: second } = await begin(2031, 2033);
  await add(second, 'CNKT', 'DINH-LAP');
  const refused = await link(lineOf(await approve(second), 'CNKT'), second);
  expect([refused.status, refused.body.code]).toEqual([409, 'course-in-other-plan']);

  expect((await board.delete(`/plans/${id}/courses/${course.id}`)).status).toBe(204);
  expect(await counted('DINH-LAP')).toEqual([]);
  expect((await board.delete(`/plans/${id}/courses/${course.id}`)).status).toBe(404);
  const steps = ok(await board.get(`/plans/${id}/history`)).items.map(({ action }: Body) => action);
  expect(steps.slice(-3)).toEqual(['plan.classLinked', 'plan.classLinked', 'plan.classUnlinked']);
});

test('people count where their unit has a line, and once however often they come', async () => {
  const { id } = await begin(2026 + 2);
  const line = await add(id, 'NVD', 'BIX', { classes: 0, trainees: 4 });
  await add(id, 'NVD', 'DINH-LAP', { classes: 2, trainees: 40 });
  await approve(id);
  const common = lineOf(await get(id), 'NVD');
  const [bix] = [await officialsOf(app, 'BIX')];
  for (const [code, month] of [
    ['KH-28-1', '05'],
    ['KH-28-2', '06'],
  ]) {
    const course = ok(
      await board.post(`/plans/${id}/lines/${common.id}/courses`, {
        code,
        title: 'Nghiệp vụ',
        programId: program['NVD'],
        startsOn: `2028-${month}-08`,
        endsOn: `2028-${month}-09`,
        capacity: 40,
        minimum: 0,
      }),
    );
    ok(await board.post(`/courses/${course.id}/open-nominations`, { deadline: '2026-04-15' }));
    const sent = ok(
      await (await app.as('xa-bix')).post('/nominations', { courseId: course.id, officialIds: bix.slice(0, 2) }),
    ).items;
    for (const { nominationId } of sent) ok(await board.post(`/nominations/${nominationId}/approve`, {}));
    for (const step of ['close-nominations', 'confirm', 'start'])
      ok(
        await board.post(
          `/courses/${course.id}/${step}`,
          step === 'confirm' ? { reason: 'Học theo lịch của trường.' } : {},
        ),
      );
    ok(await board.post(`/courses/${course.id}/complete`, { notCompleted: [] }));
  }
  const plan = await get(id);
  expect(plan.lines.find((own: Body) => own.id === line.id)).toMatchObject({
    state: 'done',
    progress: { opened: { classes: 0, trainees: 4 }, trained: { classes: 0, turns: 4, persons: 2, unnamed: 0 } },
  });
  expect(lineOf(plan, 'NVD').progress).toMatchObject({ opened: { classes: 2, trainees: 0 }, trained: { turns: 0 } });
  expect(plan.progress.trained).toEqual({ classes: 2, turns: 4, persons: 2, unnamed: 0 });
});

test('a committee sees approved plans, the lines of its own units and those for all', async () => {
  const { id } = await begin(2034);
  await add(id, 'SC', 'BIX');
  await add(id, 'SC', 'KM');
  await add(id, 'CDHCM', 'DINH-LAP');
  const bix = await app.as('xa-bix');
  expect((await bix.get(`/plans/${id}`)).status).toBe(404);
  const ids = async (): Promise<string[]> => ok(await bix.get('/plans')).items.map((plan: Body) => plan.id);
  expect(await ids()).not.toContain(id);
  await approve(id);
  expect(await ids()).toContain(id);
  const seen = await get(id, '', bix);
  expect(seen.lines.map((l: Body) => [l.program.code, l.unit.code])).toEqual([
    ['SC', 'BIX'],
    ['CDHCM', 'DINH-LAP'],
  ]);
  expect(seen.can).toEqual({ write: false, revise: false, openClasses: false });
  expect(seen.planned).toEqual({ classes: 2, trainees: 80 });
});

test('goes out as a workbook in the layout of an office', async () => {
  const id = await planOf(2019, 2019);
  const [sheet] = await readExcelFile(await board.file(`/plans/${id}/export`));
  const text = (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')).join('|'));
  expect(text[0]).toContain('KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM 2019');
  expect(text).toContain('TT|Chương trình, nội dung|Đơn vị|Số lớp|Số học viên|Thời gian|Ghi chú');
  expect(text.find((line) => line.startsWith('1|'))).toBe(
    '1|Sơ cấp lý luận chính trị|Toàn đảng bộ|3|360|Từ tháng 3 đến tháng 9|Số liệu minh họa',
  );
  expect(text.some((line) => line.includes('12-KH/HU') && line.includes('04/01/2019'))).toBe(true);
});

test('the first page of the board names late lines of plans in force', async () => {
  const tasks = async (): Promise<Body[]> => ok(await board.get('/reports/home')).tasks;
  const late = (await tasks()).find(({ kind }) => kind === 'late-plan-lines');
  expect(late).toEqual({ kind: 'late-plan-lines', count: 1, link: '/ke-hoach' });
});

describe('what is not right is refused by name, and nothing is saved', () => {
  const refusals: [string, (id: string) => Promise<{ status: number; body: Body }>, number, string][] = [
    ['a plan of no year', () => board.post('/plans', { lastYear: 2030 }), 422, 'firstYear required'],
    [
      'a period backwards',
      () => board.post('/plans', { firstYear: 2030, lastYear: 2029 }),
      422,
      'lastYear tenYearsAtMost',
    ],
    [
      'a period too long',
      () => board.post('/plans', { firstYear: 2030, lastYear: 2040 }),
      422,
      'lastYear tenYearsAtMost',
    ],
    [
      'the same years again',
      () => board.post('/plans', { firstYear: 2019, lastYear: 2019 }),
      409,
      'firstYear planOncePerYears',
    ],
    ['a filter of no kind', () => board.get('/plans?kind=week'), 422, 'kind isIn'],
    ['an unknown program', (id) => line(id, { programId: unit['KM'] }), 404, 'programId exists'],
    ['an unknown unit', (id) => line(id, { unitId: program['TC'] }), 404, 'unitId exists'],
    ['fewer than no classes', (id) => line(id, { classes: -1 }), 422, 'classes min'],
    ['half a trainee', (id) => line(id, { trainees: 1.5 }), 422, 'trainees isInt'],
    ['a thirteenth month', (id) => line(id, { firstMonth: 13, lastMonth: 13 }), 422, 'firstMonth max'],
    ['a last month alone', (id) => line(id, { lastMonth: 3 }), 422, 'lastMonth monthsInOrder'],
    ['months backwards', (id) => line(id, { firstMonth: 5, lastMonth: 3 }), 422, 'lastMonth monthsInOrder'],
    ['a field of nobody', (id) => line(id, { hacked: 1 }), 422, 'hacked whitelistValidation'],
    ['a second line', (id) => line(id, { programId: program['SC'], unitId: unit['BIX'] }), 409, 'unitId planLineOnce'],
    ['no signer', (id) => board.post(`/plans/${id}/approve`, { ...approval, signer: ' ' }), 422, 'signer isNotEmpty'],
    [
      'a document of tomorrow',
      (id) => board.post(`/plans/${id}/approve`, { ...approval, documentDate: '2026-03-03' }),
      422,
      'documentDate notInTheFuture',
    ],
    ['a version that is none', (id) => board.get(`/plans/${id}?number=7`), 404, 'number exists'],
    ['a comparison with nothing', (id) => board.get(`/plans/${id}/comparison?from=1`), 422, 'to required'],
    [
      'needs of no program',
      (id) => board.post(`/plans/${id}/fills`, { programIds: [] }),
      422,
      'programIds arrayMinSize',
    ],
  ];
  const line = (id: string, more: Body) =>
    board.post(`/plans/${id}/lines`, {
      programId: program['TC'],
      unitId: unit['KM'],
      classes: 1,
      trainees: 1,
      ...more,
    });
  let id: string;
  beforeAll(async () => {
    id = (await begin(2035)).id;
    await add(id, 'SC', 'BIX');
  });

  test.each(refusals)('%s', async (_, attempt, status, expected) => {
    const count = () =>
      app.database.value<number>(
        'SELECT (SELECT count(*) FROM plan_lines) * 1000 + (SELECT sum(version) FROM plan_versions) + (SELECT count(*) FROM training_plans)',
      );
    const before = await count();
    const answer = await attempt(id);
    expect([answer.status, broken(answer)]).toEqual([status, expect.arrayContaining([expected])]);
    expect(await count()).toBe(before);
  });

  test('an empty plan is not approved, and months belong to years', async () => {
    const empty = await begin(2036);
    expect((await board.post(`/plans/${empty.id}/approve`, approval)).body.code).toBe('plan-empty');
    const period = await begin(2036, 2040);
    const months = { programId: program['SC'], unitId: unit['KM'], firstMonth: 1, lastMonth: 3 };
    expect(broken(await board.post(`/plans/${period.id}/lines`, months))).toEqual(['firstMonth monthsOfOneYear']);
  });

  test('two revisions at once make one', async () => {
    const plan = await planOf(2020, 2020);
    const answers = await Promise.all([1, 2, 3].map(() => board.post(`/plans/${plan}/revise`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});
