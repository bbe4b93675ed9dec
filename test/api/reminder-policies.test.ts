import { TRIGGERS } from '../../src/modules/reminders/reminder.types.js';
import { SHIPPED_POLICY } from '../../src/modules/reminders/rules/reminder-policy.js';
import { stageKey } from '../../src/modules/reminders/rules/triggers.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import { until } from '../support/until.js';

/** When units are reminded, as data; on 2 March 2026, ten in the morning in Vietnam. */
let app: TestApp;
let board: Client;
let course: Body;
let units: string[];

beforeAll(async () => {
  app = await startApp({ worker: true });
  app.clock.set('2026-03-02T03:00:00Z');
  board = await app.as('board');
  units = await Promise.all(['BIX', 'KM'].map((code) => unitId(app, code)));
  course = await build.openCourse(app, { unitIds: units, deadline: '2026-04-15' });
  await until('the calls have gone', async () => (await list('sent')).length === 2);
});
afterAll(() => app.stop());

const list = async (state: string): Promise<Body[]> =>
  ok(await board.get(`/reminders?courseId=${course.id}&state=${state}&page[size]=100`)).items;
const planned = async (): Promise<string[]> =>
  (await list('planned')).map(({ unit, stage, dueAt }) => `${unit.code} ${stage} ${dueAt.slice(0, 16)}`).sort();
const stage = (workingDays: number, to = ['unit']) => ({ workingDays, to, channels: ['inbox', 'email'] });
const policy = (stages: object[], change: object = {}) => ({
  stages,
  sendAt: '08:30',
  opensAt: '07:00',
  closesAt: '17:00',
  maxPerDay: 4,
  ...change,
});
const of = (query: string): string => `/reminder-policies${query}`;
const ofCourse = (): string => of(`?courseId=${course.id}`);

test('the nearest policy counts: shipped, for all, of the program, of the class; and each can be taken away again', async () => {
  const shipped = ok(await board.get(ofCourse()));
  expect(shipped).toMatchObject({ source: 'shipped', own: false, version: 0, sendAt: '09:00', maxPerDay: 3 });
  expect(shipped.stages.map(({ trigger, key }: Body) => `${trigger} ${key}`)).toEqual(
    SHIPPED_POLICY.stages.map(({ trigger, workingDays }) => `${trigger} ${stageKey(trigger, workingDays)}`),
  );
  expect(shipped.triggers.map(({ trigger }: Body) => trigger)).toEqual(TRIGGERS);
  const program = of(`?programId=${course.programId}`);
  for (const [address, source] of [
    [of(''), 'default'],
    [program, 'program'],
    [ofCourse(), 'course'],
  ] as const) {
    const set = await board.put(address, policy([stage(-1)]), { 'if-match': '"0"' });
    expect([set.status, set.headers.get('etag'), set.body.source, set.body.own]).toEqual([200, '"1"', source, true]);
    expect(ok(await board.get(ofCourse())).source).toBe(source);
  }
  expect((await board.put(ofCourse(), policy([]), { 'if-match': '"0"' })).status).toBe(412);
  expect(ok(await board.put(ofCourse(), policy([]), { 'if-match': '"1"' })).version).toBe(2);
  for (const [address, then] of [
    [ofCourse(), 'program'],
    [program, 'default'],
    [of(''), 'shipped'],
  ] as const) {
    expect((await board.delete(address)).status).toBe(204);
    expect(ok(await board.get(ofCourse())).source).toBe(then);
  }
});

test('a policy that cannot be is refused, naming each field and rule, and nothing changes', async () => {
  const broken = policy(
    [
      stage(-5, ['unit', 'board']),
      stage(2),
      stage(2),
      { ...stage(4, ['board']), channels: ['email'], text: '{{ten}}' },
    ],
    { sendAt: '18:00' },
  );
  const { status, body } = await board.put(of(''), broken);
  expect([status, body.errors.map(({ path, rule }: Body) => `${path} ${rule}`)]).toEqual([
    422,
    [
      'sendAt withinReminderHours',
      'stages.1.to escalationGoesUp',
      'stages.2.workingDays stageOncePerDay',
      'stages.2.to escalationGoesUp',
      'stages.3.to unitIsAlwaysTold',
      'stages.3.channels inboxAlways',
      'stages.3.text knownVariables',
    ],
  ]);
  const form = await board.put(of(''), policy([stage(1.5)], { opensAt: '7h', maxPerDay: 0 }));
  expect(form.body.errors.map(({ path }: Body) => path).sort()).toEqual([
    'maxPerDay',
    'opensAt',
    'stages.0.workingDays',
  ]);
  expect((await board.get(of(`?courseId=${course.id}&programId=${course.programId}`))).body.errors[0].rule).toBe(
    'classOrProgram',
  );
  expect(ok(await board.get(of(''))).source).toBe('shipped');
});

test('what a policy would do is said before it is kept; kept, what is still to come is planned anew', async () => {
  const draft = policy([stage(-3), stage(2, ['unit', 'board'])]);
  const preview = ok(await board.post(of(`/preview?courseId=${course.id}`), draft));
  expect(preview.days.map(({ date, stage: key, messages, people }: Body) => [date, key, messages, people])).toEqual([
    ['2026-04-10', 'before-3', 2, 2],
    ['2026-04-17', 'after-2', 4, 3],
  ]);
  expect(preview).toMatchObject({ messages: 6, people: 3, units: 2, withoutPeople: [] });
  expect(ok(await board.get(of(`/preview?courseId=${course.id}`))).days).toHaveLength(7);
  ok(await board.put(ofCourse(), draft));
  await until('the plan is anew', async () => (await planned()).length === 4);
  expect(await planned()).toEqual([
    'BIX after-2 2026-04-17T01:30',
    'BIX before-3 2026-04-10T01:30',
    'KM after-2 2026-04-17T01:30',
    'KM before-3 2026-04-10T01:30',
  ]);
  expect((await list('dropped')).map(({ droppedBecause }) => droppedBecause)).toEqual(Array(16).fill('policy-changed'));
});

test('one reminder can be moved, taken out or sent now; a change of the policy leaves what was done by hand alone', async () => {
  const byUnit = async (code: string, key: string): Promise<Body> =>
    (await list('planned')).find((one) => one.unit.code === code && one.stage === key);
  const first = await byUnit('BIX', 'before-3');
  const refused = async (on: string): Promise<string> =>
    (await board.post(`/reminders/${first.id}/move`, { on })).body.errors[0].rule;
  expect([await refused('2026-04-11'), await refused('2026-02-27')]).toEqual(['onAWorkingDay', 'fromTodayOn']);
  expect((await board.post(`/reminders/${first.id}/move`, { on: '2026-04-09' })).status).toBe(204);
  expect((await board.post(`/reminders/${(await byUnit('KM', 'before-3')).id}/cancel`)).status).toBe(204);
  ok(await board.put(ofCourse(), policy([stage(-4), stage(-3)])));
  await until('the plan is anew', async () => (await planned()).some((line) => line.includes('before-4')));
  expect(await planned()).toEqual([
    'BIX before-3 2026-04-09T01:30',
    'BIX before-4 2026-04-09T01:30',
    'KM before-4 2026-04-09T01:30',
  ]);
  expect((await board.post(`/reminders/${first.id}/send-now`)).status).toBe(204);
  await until('it has gone', async () => (await list('sent')).some(({ id }) => id === first.id));
  expect((await board.post(`/reminders/${first.id}/cancel`)).body.code).toBe('reminder-not-planned');
});

test('a paused class is silent, and goes on where it stood', async () => {
  ok(await board.post('/reminders/pause', { courseId: course.id }));
  expect(ok(await board.get(ofCourse())).paused).toBe(true);
  app.clock.set('2026-04-09T02:00:00Z');
  ok(await board.post('/reminders/nudge', { courseId: course.id, unitIds: units }));
  // Other classes' reminders are due as well: once theirs have gone, this one's would have.
  await until('the others have gone', async () => {
    const left = await app.database.value<number>(
      `SELECT (SELECT count(*)::int FROM outbox) + (SELECT count(*)::int FROM reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id
         WHERE r.state = 'planned' AND r.due_at <= $1 AND uc.course_id <> $2)`,
      [app.clock.now(), course.id],
    );
    return left === 0;
  });
  expect((await list('sent')).filter(({ sentAt }) => sentAt > '2026-04')).toEqual([]);
  ok(await board.post('/reminders/resume', { courseId: course.id }));
  await until('all has gone', async () => (await planned()).length === 0);
  await until('all is told', async () => (await list('queued')).length === 0);
  const sent = (await list('sent'))
    .filter(({ sentAt }) => sentAt > '2026-04')
    .map(({ unit, stage: key }) => `${unit.code} ${key}`);
  expect(sent.sort()).toEqual(['BIX before-4', 'BIX nudge', 'KM before-4', 'KM nudge']);
});

test("a nudge is one press, leaves alone who answered, and carries nobody's number", async () => {
  const call = await app.database.value<string>('SELECT id FROM unit_calls WHERE course_id = $1 AND unit_id = $2', [
    course.id,
    units[1],
  ]);
  ok(await (await app.as('xa-km')).post(`/calls/${call}/decline`, { reason: 'Không có ai.' }));
  const press = {
    courseId: course.id,
    unitIds: units,
    pressId: '0199a000-0000-7000-8000-000000000001',
    note: 'Mời trả lời.',
  };
  const [first, again] = [
    ok(await board.post('/reminders/nudge', press)),
    ok(await board.post('/reminders/nudge', press)),
  ];
  expect([first.nudged, first.answered.map(({ code }: Body) => code), again.nudged]).toEqual([1, ['KM'], 1]);
  await until(
    'it has gone',
    async () => (await list('sent')).filter(({ note }) => note === 'Mời trả lời.').length === 1,
  );
  expect((await list('planned')).filter(({ note }) => note !== null)).toEqual([]);
  const refused = await board.post('/reminders/nudge', { ...press, note: 'Gọi 0912 345 678 nhé' });
  expect(refused.body.errors).toMatchObject([{ path: 'note', rule: 'noPersonalData' }]);
  const stranger = await board.post('/reminders/nudge', { ...press, unitIds: [await unitId(app, 'CL')] });
  expect([stranger.status, stranger.body.errors[0].path]).toEqual([404, 'unitIds.0']);
});

test('what is to come, what came of what went, and how units answer are seen, each reader in their own subtree', async () => {
  const other = await build.openCourse(app, { unitIds: units, deadline: '2026-04-17' });
  await until(
    'the calls have gone',
    async () => ok(await board.get(`/reminders/deliveries?courseId=${other.id}`)).total === 2,
  );
  const upcoming = ok(await board.get('/reminders/upcoming?days=30')).items.filter(
    ({ course: { id } }: Body) => id === other.id,
  );
  expect(upcoming.length).toBeGreaterThan(0);
  expect(upcoming.every(({ units: told }: Body) => told.length === 2)).toBe(true);
  const km = await app.as('xa-km');
  const ofKm = ok(await km.get('/reminders/upcoming?days=30')).items.find(
    ({ course: { id } }: Body) => id === other.id,
  );
  expect(ofKm.units.map(({ code }: Body) => code)).toEqual(['KM']);
  app.clock.set('2026-04-09T05:00:00Z');
  const call = await callOf(app, other.id, 'KM');
  ok(await km.post(`/calls/${call}/decline`, { reason: 'Không có ai.' }));
  const deliveries = ok(await board.get(`/reminders/deliveries?courseId=${other.id}`)).items;
  expect(deliveries.find(({ unit }: Body) => unit.code === 'KM')).toMatchObject({
    stage: 'call',
    sendings: [{ channel: 'email', state: 'kept', insteadOf: null }],
    digest: false,
    hoursToAnswer: 3,
  });
  expect(deliveries.find(({ unit }: Body) => unit.code === 'BIX').answeredAt).toBeNull();
  expect(ok(await km.get(`/reminders/deliveries?courseId=${other.id}`)).total).toBe(1);
  const league = ok(await board.get('/reminders/responsiveness?from=2026&to=2026'));
  const row = league.items.find(({ unit }: Body) => unit.code === 'KM');
  expect(Number(row.calls)).toBe(Number(row.inTime) + Number(row.late) + Number(row.silent));
  expect(league.years).toContain(2026);
});

test('units that read no messages get a letter to sign: those alone that owe an answer', async () => {
  const { id } = await build.openCourse(app, { unitIds: units, deadline: '2026-05-20' });
  await until('the calls are there', async () => ok(await board.get(`/calls?courseId=${id}`)).total === 2);
  ok(await (await app.as('xa-km')).post(`/calls/${await callOf(app, id, 'KM')}/decline`, { reason: 'Không có ai.' }));
  const answer = await board.get(`/reminders/letter?courseId=${id}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ]);
  const pdf = await board.file(`/reminders/letter?courseId=${id}&format=pdf&perUnit=true`);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // Tinos is embedded, so that it prints everywhere with every Vietnamese letter.
  expect(pdf.toString('latin1')).toMatch(/\/FontFile2/);
  expect(pdf.toString('latin1')).toMatch(/\/BaseFont \/\w+\+Tinos/);
  expect((await board.get(`/reminders/letter?courseId=${id}&format=odt`)).body.errors[0]).toMatchObject({
    path: 'format',
  });
  expect((await (await app.as('leader')).get(`/reminders/letter?courseId=${id}`)).status).toBe(403);
  ok(await (await app.as('xa-bix')).post(`/calls/${await callOf(app, id, 'BIX')}/decline`, { reason: 'Không có ai.' }));
  expect((await board.get(`/reminders/letter?courseId=${id}`)).body.code).toBe('nobody-to-remind');
});

test('a reminder climbs to the secretary, who hears nothing of the levels below', async () => {
  const { items } = ok(await board.get('/reminder-policies/secretaries'));
  const [{ accountId }] = items.filter(({ unit }: Body) => unit.code === 'BIX');
  expect((await board.put('/reminder-policies/secretaries', { accountIds: [course.id] })).body.errors[0].path).toBe(
    'accountIds.0',
  );
  const cells = await Promise.all(['BIX-CB1', 'BIX-CB2'].map((code) => unitId(app, code)));
  const { id } = await build.openCourse(app, { unitIds: cells, deadline: '2026-06-15' });
  const told = async (to: string[]): Promise<number> =>
    ok(await board.post(of(`/preview?courseId=${id}`), policy([stage(-3, to)]))).messages;
  const withCommittee = await told(['unit', 'committee']);
  expect(await told(['unit', 'secretary'])).toBe(await told(['unit']));
  ok(await board.put('/reminder-policies/secretaries', { accountIds: [accountId] }));
  expect([await told(['unit', 'committee']), await told(['unit', 'secretary'])]).toEqual([
    await told(['unit']),
    withCommittee,
  ]);
  ok(await board.put('/reminder-policies/secretaries', { accountIds: [] }));
});

const TEXTS = {
  vi: { title: 'Mời {{unit}} trả lời', body: 'Lớp {{title}}{% if note %}: {{note}}{% endif %}' },
  en: { title: 'To {{unit}}', body: 'Class {{title}}: {{note}}' },
};

test('a text is kept in versions; a broken one is refused with where; a message keeps the text it was made with', async () => {
  const at = '/message-templates/call.noted';
  const broken = { ...TEXTS, vi: { title: 'Mời {{don_vi}}', body: 'Lớp\n{{title' } };
  const refused = await board.put(at, broken);
  expect([refused.status, refused.body.errors.map(({ path, rule }: Body) => `${path} ${rule}`)]).toEqual([
    422,
    ['vi.title templateUnknownVariable', 'vi.body templateUnclosed'],
  ]);
  expect(refused.body.errors[0].message).toContain('Dòng 1, cột 7');
  const preview = ok(await board.post(`${at}/preview?courseId=${course.id}`, TEXTS));
  expect(preview.vi).toEqual({
    title: expect.stringMatching(/^Mời Xã/),
    body: `Lớp ${course.title}: …`,
    shortMessage: { text: preview.vi.title, encoding: 'ucs2', length: 22, parts: 1 },
  });
  const shortInOne = { ...TEXTS, vi: { ...TEXTS.vi, short: 'Ngắn: {{unit}}' } };
  expect((await board.put(at, shortInOne)).body.errors).toMatchObject([
    { path: 'en.short', rule: 'shortInBothLanguages' },
  ]);
  expect((await board.put(at, { vi: TEXTS.vi })).body.errors[0].path).toBe('en');
  expect((await board.put(at, TEXTS, { 'if-match': '"7"' })).status).toBe(412);
  expect(ok(await board.put(at, TEXTS, { 'if-match': '"0"' }))).toMatchObject({ version: 1, own: true });

  const [unit] = units;
  const note = 'Bản thứ nhất.';
  ok(await board.post('/reminders/nudge', { courseId: course.id, unitIds: [unit], note }));
  const bix = await app.as('xa-bix');
  const first = async (): Promise<Body> =>
    ok(await bix.get('/inbox?page[size]=100')).items.find(({ body }: Body) => body.includes(note));
  await until('the message has come', async () => (await first()) !== undefined);
  expect(await first()).toMatchObject({ title: 'Mời Xã Bính Xá trả lời', body: `Lớp ${course.title}: ${note}` });
  const restored = ok(await board.delete(at));
  expect([restored.version, restored.own, restored.versions.map(({ shipped }: Body) => shipped)]).toEqual([
    2,
    false,
    [true, false],
  ]);
  expect((await first()).title).toBe('Mời Xã Bính Xá trả lời');
});
