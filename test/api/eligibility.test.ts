import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** The demo's day is 2 March 2026. */
let app: TestApp;
let board: Client;
let committee: Client;
/** Officials of Bính Xá, a program without rules, and a class of it that opens on 2 November 2026. */
let people: string[];
let program: Body;
let course: Body;
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
  committee = await app.as('xa-bix');
  people = await officialsOf(app, 'BIX');
  program = await build.program(app, 'NVD');
  course = await build.openCourse(app, { program: 'NVD' });
  await app.database.rows(
    `UPDATE officials SET gender = 'male', born_on = CASE WHEN id = ANY($1::uuid[]) THEN date '1985-11-03' ELSE date '1990-01-01' END,
       birth_year = NULL WHERE unit_id = (SELECT id FROM units WHERE code = 'BIX')`,
    [people.slice(0, 3)],
  );
});
afterAll(() => app.stop());

const age = (parameters: Body = { maxMale: 40, maxFemale: 38 }, exception = false): Body => ({
  kind: 'age',
  parameters,
  exception,
});
const wishes = (more: Body = {}): Body => ({
  reference: 'opening',
  from: '2026-03-02',
  source: 'Hướng dẫn thử',
  confirmed: true,
  rules: [age()],
  ...more,
});
const setsOf = async (code: string): Promise<Body[]> =>
  ok(await board.get(`/programs/${(await build.program(app, code)).id}/eligibility-rules`)).items;
const add = async (code: string, more: Body = {}): Promise<Body> =>
  ok(await board.post(`/programs/${(await build.program(app, code)).id}/eligibility-rules`, wishes(more)));
const tried = async (more: Body): Promise<Body> =>
  ok(await board.post(`/programs/${program.id}/eligibility-tries`, { reference: 'opening', rules: [age()], ...more }));
const candidate = async (id: string | undefined): Promise<Body> =>
  ok(await committee.get(`/courses/${course.id}/candidates?page[size]=500`)).items.find(
    ({ official }: Body) => official.id === id,
  );
const checkOf = ({ checks }: Body, rule: string): Body => checks.find((check: Body) => check.rule === rule);
const waiver = (more: Body = {}): Body => ({
  officialId: people[0],
  programId: program.id,
  rule: 'age',
  number: '12-QĐ/HU',
  decidedOn: '2026-03-01',
  reason: 'Nguồn cán bộ tại chỗ thiếu.',
  ...more,
});
const broken = ({ body }: { body: Body }): string[] => body.errors.map(({ path, rule }: Body) => `${path} ${rule}`);

test('what summaries of the regulations say ships as data, each time with its paper, all to be confirmed', async () => {
  const sets = await setsOf('TC');
  expect(sets.map(({ mode, from, to, source, confirmed }: Body) => [mode, from, to, source, confirmed])).toEqual([
    [null, '2025-08-29', null, 'Quy định 350-QĐ/TW, ngày 29/8/2025', false],
    [null, '2022-02-08', '2025-08-28', 'Quy định 57-QĐ/TW, ngày 8/2/2022', false],
    [null, '2015-01-01', '2022-02-07', 'Quy định trước năm 2022 (theo bản tóm tắt năm 2021)', false],
    ['non-concentrated', '2025-08-29', null, 'Quy định 350-QĐ/TW, ngày 29/8/2025', false],
    ['non-concentrated', '2022-02-08', '2025-08-28', 'Quy định 57-QĐ/TW, ngày 8/2/2022', false],
    ['non-concentrated', '2015-01-01', '2022-02-07', 'Quy định trước năm 2022 (theo bản tóm tắt năm 2021)', false],
  ]);
  expect(sets[3].rules.map(({ sentence }: Body) => sentence)).toEqual([
    'Tuổi tại ngày khai giảng: nam từ đủ 30, nữ từ đủ 28.',
    'Là đảng viên dự bị hoặc chính thức.',
    'Trình độ chuyên môn: cao đẳng trở lên; người dân tộc thiểu số: tốt nghiệp trung học phổ thông trở lên.',
    '2 năm liền trước được xếp loại: hoàn thành tốt nhiệm vụ trở lên.',
    'Chưa có trình độ trung cấp lý luận chính trị.',
    expect.stringMatching(
      /^Đang giữ hoặc được quy hoạch một trong các chức vụ: Bí thư, Phó Bí thư, .*Phó trưởng Công an/,
    ),
  ]);
  const sentences = async (code: string): Promise<string[]> =>
    (await setsOf(code)).flatMap(({ rules }: Body) => rules.map(({ sentence }: Body) => sentence));
  expect(await sentences('DTD')).toEqual(['Chưa là đảng viên.']);
  expect(await sentences('DVM')).toEqual(['Là đảng viên dự bị hoặc chính thức.']);
  expect(await sentences('SC')).toEqual([
    'Tốt nghiệp trung học cơ sở trở lên.',
    'Chưa có trình độ sơ cấp lý luận chính trị.',
    'Chưa có trình độ sơ cấp lý luận chính trị.',
  ]);
  // No age was seen for cao cấp, so none is asked.
  expect((await setsOf('CC')).flatMap(({ rules }: Body) => rules.map(({ kind }: Body) => kind))).not.toContain('age');
});

test('rules are tried against everyone, or one person, before anything is saved', async () => {
  const all = await tried({ on: '2026-11-02' });
  expect(all.sentences).toEqual(['Tuổi tại ngày khai giảng: nam không quá 40, nữ không quá 38.']);
  expect(all.total).toBeGreaterThan(200);
  expect(Object.values(all.counts as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(all.total);
  expect(all.items.filter(({ verdict }: Body) => verdict === 'fail')).toHaveLength(all.counts.fail);
  const one = await tried({ on: '2026-11-03', officialId: people[0] });
  expect(one.items).toMatchObject([{ id: people[0], verdict: 'fail' }]);
  expect(one.items[0].checks[0]).toMatchObject({
    message: 'Không đúng độ tuổi: nam 41 tuổi tại ngày 03/11/2026, cần từ … đến 40.',
    mend: 'Cử khóa khác, khi đúng độ tuổi. Chỉ cử được khi có quyết định ngoại lệ.',
  });
  expect((await tried({ on: '2026-11-02', officialId: people[0] })).items[0].verdict).toBe('pass');
  expect(await setsOf('NVD')).toEqual([]);
});

test('whoever is said to be no Party member is none; of whom nothing is said, nothing is known', async () => {
  const rules = (kind: string, parameters: Body): Body[] => [{ kind, parameters, exception: false }];
  const verdicts = async (officialId: string | undefined): Promise<string[]> =>
    Promise.all(
      [
        rules('party-membership', { atLeast: 'probationary' }),
        rules('not-party-member', {}),
        rules('not-party-member', { recognised: true }),
      ].map(async (one) => (await tried({ rules: one, officialId })).items[0].verdict),
    );
  const silent = ok(
    await board.post('/officials', {
      fullName: 'Lý Thị Chưa Ghi',
      gender: 'female',
      unitId: await unitId(app, 'BIX'),
      post: 'Văn thư',
      category: 'civil-servant',
    }),
  );
  expect([silent.membership, await verdicts(silent.id)]).toEqual([null, ['unknown', 'unknown', 'unknown']]);
  // A change of something else says nothing of the Party.
  ok(await board.patch(`/officials/${silent.id}`, { homePlace: 'Xã Bính Xá', schooling: 'primary' }));
  expect(await verdicts(silent.id)).toEqual(['unknown', 'unknown', 'unknown']);
  const told: [string, string[]][] = [
    ['none', ['fail', 'pass', 'fail']],
    ['candidate', ['fail', 'pass', 'pass']],
    ['probationary', ['pass', 'fail', 'fail']],
    ['full', ['pass', 'fail', 'fail']],
  ];
  for (const [membership, answers] of told) {
    expect(ok(await board.patch(`/officials/${silent.id}`, { membership })).membership).toBe(membership);
    expect([membership, await verdicts(silent.id)]).toEqual([membership, answers]);
  }
  const school = (await tried({ rules: rules('schooling', { atLeast: 'lower-secondary' }), officialId: silent.id }))
    .items[0];
  expect([school.verdict, school.checks[0].message]).toEqual([
    'fail',
    'Mới tốt nghiệp tiểu học, cần trung học cơ sở trở lên.',
  ]);
  const refused = await board.patch(`/officials/${silent.id}`, { schooling: 'kindergarten' });
  expect([refused.status, broken(refused)]).toEqual([422, ['schooling isIn']]);
});

test('rules hold from a day on, are followed and never changed; what is to come can be taken away', async () => {
  const now = await add('CNKT');
  const later = await add('CNKT', { from: '2027-01-01', rules: [age({ maxMale: 35 })] });
  expect((await setsOf('CNKT')).map(({ from, to, inForce }: Body) => [from, to, inForce])).toEqual([
    ['2027-01-01', null, false],
    ['2026-03-02', '2026-12-31', true],
  ]);
  const { id } = await build.program(app, 'CNKT');
  const twice = await board.post(`/programs/${id}/eligibility-rules`, wishes({ from: '2027-01-01' }));
  expect([twice.status, broken(twice)]).toEqual([409, ['from ruleSetOverlaps']]);
  expect((await board.delete(`/eligibility-rules/${later.id}`)).status).toBe(204);
  expect((await board.delete(`/eligibility-rules/${now.id}`)).body.code).toBe('rule-set-in-force');
  expect(await setsOf('CNKT')).toMatchObject([{ id: now.id, to: null }]);
  await expect(app.database.rows(`UPDATE eligibility_rules SET parameters = '{}'`)).rejects.toMatchObject({
    constraint: 'eligibility_rule_is_never_rewritten',
  });
});

test('a committee is refused in words, a waiver lifts it, and both stay with the nomination whatever comes later', async () => {
  await add('NVD', { rules: [age({ maxMale: 35 }, true), { kind: 'health', parameters: {}, exception: false }] });
  const refused = await candidate(people[0]);
  expect(refused.eligible).toBe(false);
  expect(checkOf(refused, 'age')).toMatchObject({
    result: 'needsException',
    source: 'Hướng dẫn thử',
    mend: 'Cử khóa khác, khi đúng độ tuổi. Quy định cho phép cấp có thẩm quyền xem xét ngoại lệ.',
  });
  // What is not recorded stops nobody.
  expect(checkOf(refused, 'health')).toMatchObject({
    result: 'unknown',
    message: 'Chưa có kết luận sức khỏe còn hiệu lực.',
  });
  const nominate = async (): Promise<Body> =>
    ok(await committee.post('/nominations', { courseId: course.id, officialIds: [people[0]] })).items[0];
  expect(await nominate()).toMatchObject({ outcome: 'refused' });

  const made = ok(await board.post('/eligibility-waivers', waiver()));
  expect(made).toMatchObject({ number: '12-QĐ/HU', program: { code: 'NVD' }, until: null });
  const again = await board.post('/eligibility-waivers', waiver({ number: '13-QĐ/HU' }));
  expect([again.status, again.body.code]).toEqual([409, 'waiver-overlaps']);
  const words =
    'Được miễn điều kiện "tuổi" theo quyết định ngoại lệ số 12-QĐ/HU ngày 01/03/2026: Nguồn cán bộ tại chỗ thiếu.';
  expect(checkOf(await candidate(people[0]), 'age')).toMatchObject({ result: 'pass', message: words });
  expect((await candidate(people[1])).eligible).toBe(false);
  const { nominationId, outcome } = await nominate();
  expect(outcome).toBe('seated');

  // The waiver ends and the rules change: why this person was let in is still told as it was.
  ok(await board.post(`/eligibility-waivers/${made.id}/end`, { on: '2026-03-01' }));
  await add('NVD', { from: '2026-03-03', rules: [] });
  const detail = ok(await committee.get(`/nominations/${nominationId}`));
  expect(detail.waivers).toEqual([
    { rule: 'age', number: '12-QĐ/HU', decidedOn: '2026-03-01', reason: 'Nguồn cán bộ tại chỗ thiếu.' },
  ]);
  expect(checkOf(detail, 'age')).toMatchObject({ result: 'pass', message: words });
  expect(checkOf(detail, 'health').result).toBe('unknown');
  const { items } = ok(await board.get(`/nominations?courseId=${course.id}`));
  expect(items[0].waivers).toHaveLength(1);
  expect((await board.get(`/nominations/export?courseId=${course.id}`)).status).toBe(200);
});

test('fitness and ratings are recorded by the board, and the rules read them', async () => {
  const [, , , fit = ''] = people;
  const rules = [
    { kind: 'health', parameters: { months: 6 }, exception: false },
    { kind: 'evaluation', parameters: { atLeast: 'good', years: 1 }, exception: false },
  ];
  expect((await tried({ rules, officialId: fit })).items[0].verdict).toBe('unknown');
  expect((await board.put(`/officials/${fit}/fitness`, { fit: true, on: '2026-02-01' })).status).toBe(204);
  expect((await board.put(`/officials/${fit}/ratings`, { year: 2025, rating: 'excellent' })).status).toBe(204);
  expect((await tried({ rules, officialId: fit })).items[0].verdict).toBe('pass');
  expect((await board.put(`/officials/${fit}/fitness`, { fit: false, on: '2026-03-01' })).status).toBe(204);
  expect((await tried({ rules, officialId: fit })).items[0].verdict).toBe('fail');
});

test('the mode of a class chooses its rules: its own before those of any', async () => {
  await add('NVCM', { rules: [] });
  await add('NVCM', { mode: 'concentrated', rules: [age({ maxMale: 20, maxFemale: 20 })] });
  const open = await build.openCourse(app, { program: 'NVCM', startsOn: '2026-11-16', endsOn: '2026-11-20' });
  const rulesOf = async (): Promise<string[]> => {
    const { items } = ok(await committee.get(`/courses/${open.id}/candidates?page[size]=1`));
    return items[0].checks.map(({ rule }: Body) => rule);
  };
  expect(await rulesOf()).not.toContain('age');
  ok(await board.patch(`/courses/${open.id}`, { mode: 'concentrated' }));
  expect(await rulesOf()).toContain('age');
});

test.each<[string, Body, string]>([
  ['a day that is over', { from: '2026-03-01' }, 'from notBeforeToday'],
  ['no paper', { source: ' ' }, 'source isNotEmpty'],
  ['an unknown kind', { rules: [{ ...age(), kind: 'horoscope' }] }, 'rules.0.kind isIn'],
  ['a kind twice', { rules: [age(), age()] }, 'rules arrayUnique'],
  ['no age at all', { rules: [age({})] }, 'rules.0.parameters.minMale asksSomeAge'],
  [
    'ages the wrong way round',
    { rules: [age({ minMale: 41, maxMale: 40 })] },
    'rules.0.parameters.minMale notAboveUpperAge',
  ],
  ['an age of nobody', { rules: [age({ maxMale: 200 })] }, 'rules.0.parameters.maxMale max'],
])('%s is refused by name, and nothing is saved', async (_, more, expected) => {
  const before = await setsOf('CNKT');
  const { id } = await build.program(app, 'CNKT');
  const answer = await board.post(`/programs/${id}/eligibility-rules`, wishes(more));
  expect([answer.status, broken(answer)]).toEqual([422, [expected]]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await setsOf('CNKT')).toEqual(before);
});

test.each<[string, Body, number, string]>([
  ['no number', { number: '' }, 422, 'number isNotEmpty'],
  ['no reason', { reason: ' ' }, 422, 'reason isNotEmpty'],
  ['a decision of tomorrow', { decidedOn: '2026-03-03' }, 422, 'decidedOn notInTheFuture'],
  ['an end before it', { until: '2026-02-01' }, 422, 'until notBeforeFrom'],
  ['a stranger', { officialId: '00000000-0000-7000-8000-000000000000' }, 404, 'officialId exists'],
  ['an unknown program', { programId: '00000000-0000-7000-8000-000000000000' }, 404, 'programId exists'],
])('a waiver with %s is refused by name', async (_, more, status, expected) => {
  const answer = await board.post('/eligibility-waivers', waiver({ officialId: people[2], ...more }));
  expect([answer.status, broken(answer)]).toEqual([status, [expected]]);
});
