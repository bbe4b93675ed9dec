import { RemindersService, StandingService } from '../../src/modules/reminders/index.js';
import { Inbox } from '../../src/platform/outbox/inbox.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** Everything that is reminded of besides a call's deadline; promises are kept one by one, on a clock of the test. */
let app: TestApp;
let board: Client;
let bix: Client;
let course: Body;
/** Nominations of Bính Xá's own official, who has an account, and of a colleague. */
let nominations: string[];

beforeAll(async () => {
  app = await startApp();
  [board, bix] = [await app.as('board'), await app.as('xa-bix')];
  await keepAll();
  await app.database.rows(
    `UPDATE reminders SET state = 'dropped', dropped_because = 'cancelled' WHERE state = 'planned'`,
  );
  const { id: programId } = await build.program(app, 'CNKT');
  for (const { id } of ok(await board.get(`/programs/${programId}/versions`)).items)
    ok(await board.put(`/program-versions/${id}/papers`, { papers: ['cv', 'health'] }));
  const unitIds = await Promise.all(['BIX', 'KM'].map((code) => unitId(app, code)));
  const days = { startsOn: '2026-05-11', endsOn: '2026-05-15', deadline: '2026-04-15' };
  course = await build.openCourse(app, { unitIds, capacity: 2, ...days });
  ok(await board.patch(`/courses/${course.id}`, { bring: 'Thẻ đảng viên' }));
  const own = await app.database.value<string>(`SELECT official_id FROM accounts WHERE username = 'can-bo'`);
  const [colleague] = (await officialsOf(app, 'BIX')).filter((id) => id !== own);
  const sent = ok(await bix.post('/nominations', { courseId: course.id, officialIds: [own, colleague] }));
  nominations = sent.items.map(({ nominationId }: Body) => nominationId);
});
afterAll(() => app.stop());

/** Plans what stands; of the demo's own classes and places nothing is told, so that no digest hides what is looked for. */
async function plan(): Promise<void> {
  await app.app.get(StandingService).plan();
  await app.database.rows(
    `UPDATE reminders SET state = 'dropped', dropped_because = 'cancelled' WHERE state = 'planned' AND course_id IS DISTINCT FROM $1
       AND (quota_id IS NULL OR quota_id NOT IN (SELECT q.id FROM quotas q JOIN units u ON u.id = q.unit_id
         JOIN programs p ON p.id = q.program_id WHERE u.code = 'BIX' AND p.code = 'TC' AND q.period = 2026))`,
    [course.id],
  );
}

/** Sends all that is due, without a queue between. */
async function keepAll(): Promise<void> {
  for (;;) {
    await app.app.get(RemindersService).sweep();
    const rows = await app.database.rows<{ id: string }>('SELECT id FROM outbox ORDER BY id');
    if (rows.length === 0) return;
    for (const { id } of rows) await app.app.get(Inbox).keep(id);
  }
}
const at = async (instant: string): Promise<void> => {
  app.clock.set(instant);
  await keepAll();
};
/** Messages of a kind in somebody's inbox about the class, the latest first. */
const inbox = async (username: string, kind: string): Promise<Body[]> =>
  ok(await (await app.as(username)).get('/inbox?page[size]=500')).items.filter((one: Body) => one.kind === kind);
const reminders = async (trigger: string, state: string): Promise<string[]> => {
  const { items } = ok(await board.get(`/reminders?trigger=${trigger}&state=${state}&page[size]=500`));
  return items
    .filter(
      ({ course: its, droppedBecause }: Body) => (its?.id ?? course.id) === course.id && droppedBecause !== 'cancelled',
    )
    .map(({ unit, stage, dueAt, droppedBecause }: Body) =>
      [unit.code, stage, droppedBecause ?? dueAt.slice(0, 10)].join(' '),
    )
    .sort();
};
const withdraw = async (id: string): Promise<void> => {
  ok(await board.post(`/nominations/${id}/withdraw`, { reason: 'Bận việc.' }));
};

test('missing papers: told to the unit that owes them, with kinds and counts, until they are there', async () => {
  await plan();
  expect(await reminders('papers', 'planned')).toEqual([
    'BIX after-1 2026-04-16',
    'BIX after-3 2026-04-20',
    'BIX before-3 2026-04-10',
  ]);
  const preview = ok(await board.get(`/reminder-policies/preview?courseId=${course.id}`));
  expect(preview.days.find(({ trigger }: Body) => trigger === 'papers')).toMatchObject({
    date: '2026-04-10',
    messages: 1,
    names: ['Đảng ủy xã Bính Xá'],
  });
  await at('2026-04-10T02:00:00Z');
  const [told] = await inbox('xa-bix', 'reminder.papers');
  expect(told.body).toContain('2 người của Xã Bính Xá');
  expect(told.body).toContain('sơ yếu lý lịch (2), xác nhận đủ sức khỏe (2)');
  expect(told.link).toBe(`/lop/${course.id}`);
  for (const id of nominations)
    await app.database.rows(
      `INSERT INTO papers (id, nomination_id, kind, fit, checked_on, added_at, added_by)
    SELECT gen_random_uuid(), $1, 'health', true, '2026-04-01', now(), id FROM accounts WHERE username = 'xa-bix'`,
      [id],
    );
  await at('2026-04-16T02:00:00Z');
  expect((await inbox('xa-bix', 'reminder.papers'))[0].body).not.toContain('sức khỏe');
  const { id: programId } = await build.program(app, 'CNKT');
  for (const { id } of ok(await board.get(`/programs/${programId}/versions`)).items)
    await app.database.rows(`DELETE FROM program_papers WHERE version_id = $1 AND kind = 'cv'`, [id]);
  await at('2026-04-20T02:00:00Z');
  expect(await inbox('xa-bix', 'reminder.papers')).toHaveLength(2);
  expect(await reminders('papers', 'dropped')).toEqual(['BIX after-3 settled']);
});

test('free places: told once for each time they open to whoever could use them, and not when they are taken again', async () => {
  await at('2026-04-21T03:00:00Z');
  await plan();
  await keepAll();
  expect(await inbox('xa-km', 'reminder.free-places')).toEqual([]);
  const km = await app.as('xa-km');
  await withdraw(nominations[0] ?? '');
  await withdraw(nominations[1] ?? '');
  await plan();
  await plan();
  await keepAll();
  const told = await inbox('xa-km', 'reminder.free-places');
  expect(told.map(({ body }) => body.includes('hiện 2 chỗ'))).toEqual([true]);
  expect(await inbox('xa-bix', 'reminder.free-places')).toHaveLength(1);

  const [one = '', other = ''] = await officialsOf(app, 'KM');
  const [first, second] = ok(await km.post('/nominations', { courseId: course.id, officialIds: [one, other] })).items;
  await plan();
  app.clock.set('2026-04-21T15:00:00Z');
  await withdraw(first.nominationId);
  await plan();
  await keepAll();
  expect(await inbox('xa-bix', 'reminder.free-places')).toHaveLength(1);
  await at('2026-04-22T02:00:00Z');
  // It was told on the 21st already.
  expect(await inbox('xa-bix', 'reminder.free-places')).toHaveLength(1);
  ok(await bix.post('/nominations', { courseId: course.id, officialIds: [(await officialsOf(app, 'BIX'))[3]] }));
  await plan();
  app.clock.set('2026-04-22T15:00:00Z');
  await withdraw(second.nominationId);
  await plan();
  ok(await km.post('/nominations', { courseId: course.id, officialIds: [(await officialsOf(app, 'KM'))[4]] }));
  await at('2026-04-23T02:00:00Z');
  expect(await reminders('free-places', 'dropped')).toEqual(['BIX free settled', 'KM free settled']);
});

test('the first session: told to those who study and their committee, with when, where and what to bring; a moved class is planned anew', async () => {
  const own = await app.database.value<string>(`SELECT official_id FROM accounts WHERE username = 'can-bo'`);
  ok(await board.post(`/courses/${course.id}/capacity`, { capacity: 4 }));
  const [line] = ok(await bix.post('/nominations', { courseId: course.id, officialIds: [own] })).items;
  ok(await board.post(`/nominations/${line.nominationId}/approve`, { reason: 'Đã xem hồ sơ.' }));
  await plan();
  expect(await reminders('first-session', 'planned')).toEqual(['BIX before-1 2026-05-08', 'BIX before-3 2026-05-06']);
  await at('2026-05-06T02:00:00Z');
  for (const username of ['can-bo', 'xa-bix']) {
    const [told] = await inbox(username, 'reminder.first-session');
    expect([username, told?.body.includes('bắt đầu 11/05/2026'), told?.body.includes('Thẻ đảng viên')]).toEqual([
      username,
      true,
      true,
    ]);
  }
  ok(await board.patch(`/courses/${course.id}`, { startsOn: '2026-05-18', endsOn: '2026-05-22' }));
  await at('2026-05-08T02:00:00Z');
  expect(await inbox('can-bo', 'reminder.first-session')).toHaveLength(1);
  expect(await reminders('first-session', 'dropped')).toEqual(['BIX before-1 day-moved']);
  await plan();
  expect(await reminders('first-session', 'planned')).toEqual(['BIX before-1 2026-05-15', 'BIX before-3 2026-05-13']);
  await at('2026-05-13T02:00:00Z');
  expect(await inbox('can-bo', 'reminder.first-session')).toHaveLength(2);
});

test('results: the board that holds a class that is over is told until they are recorded', async () => {
  app.clock.set('2026-05-23T03:00:00Z');
  await plan();
  await at('2026-05-27T02:00:00Z');
  const [told] = await inbox('board', 'reminder.results');
  expect(told.body).toContain('kết thúc ngày 22/05/2026 mà 1 người chưa có kết quả');
  const undecided = await app.database.rows<{ id: string }>(
    'SELECT id FROM nominations WHERE course_id = $1 AND is_undecided(state)',
    [course.id],
  );
  for (const { id } of undecided) ok(await board.post(`/nominations/${id}/reject`, { reason: 'Lớp đã học xong.' }));
  ok(await board.post(`/courses/${course.id}/close-nominations`));
  ok(await board.post(`/courses/${course.id}/confirm`, { reason: 'Chưa có thời khóa biểu.' }));
  for (const step of ['start', 'complete']) ok(await board.post(`/courses/${course.id}/${step}`));
  await at('2026-06-03T02:00:00Z');
  expect(await inbox('board', 'reminder.results')).toHaveLength(1);
  expect((await reminders('results', 'dropped')).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
    'after-8 settled',
  ]);
});

test('unused places: told to the unit that has them, then to the board, until they are used', async () => {
  app.clock.set('2026-11-30T03:00:00Z');
  await build.quota(app, 'TC', { BIX: 5 });
  await plan();
  expect(await reminders('quota', 'planned')).toEqual([
    'BIX before-10 2026-12-17',
    'BIX before-20 2026-12-03',
    'BIX before-5 2026-12-24',
  ]);
  const [upcoming] = ok(await board.get('/reminders/upcoming?days=5')).items.filter(
    ({ trigger }: Body) => trigger === 'quota',
  );
  expect(upcoming).toMatchObject({ date: '2026-12-03', course: null, places: { period: 2026 } });
  await at('2026-12-03T02:00:00Z');
  expect(await reminders('quota', 'sent')).toEqual(['BIX before-20 2026-12-03']);
  const { id: programId } = await build.program(app, 'TC');
  ok(
    await board.put(`/quotas?programId=${programId}&period=2026`, {
      allocations: [{ unitId: await unitId(app, 'BIX'), places: 0 }],
    }),
  );
  await at('2026-12-17T02:00:00Z');
  expect(await reminders('quota', 'dropped')).toEqual(['BIX before-10 settled']);
});

test('a call leaves by the channels its policy says, always into the inbox', async () => {
  app.clock.set('2026-12-18T03:00:00Z');
  const opening = { trigger: 'opening', workingDays: 0, to: ['unit'], channels: ['inbox'] };
  const { id: programId } = await build.program(app, 'CNKT');
  const hours = { sendAt: '09:00', opensAt: '07:00', closesAt: '18:00', maxPerDay: 3 };
  ok(await board.put(`/reminder-policies?programId=${programId}`, { stages: [opening], ...hours }));
  const days = { startsOn: '2027-03-01', endsOn: '2027-03-05', deadline: '2027-01-29' };
  const quiet = await build.openCourse(app, { unitIds: [await unitId(app, 'KM')], ...days });
  await keepAll();
  expect((await inbox('xa-km', 'call.call'))[0].link).toBe(`/lop/${quiet.id}`);
  const mails = ok(await board.get('/deliveries?page[size]=200')).items.filter(({ body }: Body) =>
    body.includes(quiet.id),
  );
  expect(mails).toEqual([]);
});

test('two workers that look at one person at the same time send one digest', async () => {
  app.clock.set('2026-12-21T03:00:00Z');
  const { id: programId } = await build.program(app, 'CNKT');
  ok(await board.delete(`/reminder-policies?programId=${programId}`));
  const days = { startsOn: '2027-03-15', endsOn: '2027-03-19', deadline: '2027-01-29' };
  const unitIds = [await unitId(app, 'KM')];
  await Promise.all([build.openCourse(app, { unitIds, ...days }), build.openCourse(app, { unitIds, ...days })]);
  await keepAll();
  app.clock.set('2027-01-15T02:00:00Z');
  await Promise.all([app.app.get(RemindersService).sweep(), app.app.get(RemindersService).sweep()]);
  const handler = await app.database.value<string>('SELECT handler FROM outbox LIMIT 1');
  const account = await app.database.value<string>(`SELECT id FROM accounts WHERE username = 'xa-km'`);
  await app.database.rows(
    `INSERT INTO outbox (id, handler, payload, created_at) SELECT gen_random_uuid(), $1, $2, now() FROM generate_series(1, 6)`,
    [handler, JSON.stringify({ accountIds: [account] })],
  );
  const promises = await app.database.rows<{ id: string }>('SELECT id FROM outbox');
  await Promise.all(promises.map(({ id }) => app.app.get(Inbox).keep(id)));
  const digests = await inbox('xa-km', 'call.digest');
  expect(digests.map(({ title }) => title)).toEqual(['3 việc chờ trả lời về cử cán bộ đi học']);
});
