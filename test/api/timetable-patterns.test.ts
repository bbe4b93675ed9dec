import { utils, write } from '@e965/xlsx';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, unitId } from '../support/build.js';
import { type Answer, type Body, type Client, ok } from '../support/client.js';
import { until } from '../support/until.js';

/** The demo's day is Monday, 2 March 2026. */
let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp({ worker: true });
  board = await app.as('board');
});
afterAll(() => app.stop());

const broken = ({ body }: { body: Body }): string[] => body.errors.map(({ path, rule }: Body) => `${path} ${rule}`);
const MORNINGS = { weekdays: [1, 2, 3, 4, 5], times: [{ from: '07:30', until: '11:30' }] };
const preview = async (id: string, body: Body): Promise<Body> =>
  ok(await board.post(`/courses/${id}/session-pattern/preview`, body));
const dayOf = ({ startsAt }: Body): string => startsAt.slice(0, 10);
const upload = (client: Client, content: BlobPart, name: string, apply: boolean): Promise<Answer> => {
  const form = new FormData();
  form.append('apply', String(apply));
  form.append('file', new Blob([content]), name);
  return client.send('POST', '/days-off/import', form);
};

test('a rule is seen first, with what it leaves out and why, and then stored as it was seen', async () => {
  const course = await build.course(app, { startsOn: '2027-02-01', endsOn: '2027-02-19' });
  const subjects = [
    { name: 'Triết học', hours: 12 },
    { name: 'Xây dựng Đảng', hours: 20 },
    { name: 'Không còn chỗ', hours: 40 },
  ];
  const seen = await preview(course.id, { ...MORNINGS, subjects });
  // Tết of 2027 is Saturday 6 February: its five days end on Tuesday, and the weekend's two are made up for.
  expect(seen.skipped.map(({ day, name }: Body) => [day, name])).toEqual([
    ['2027-02-05', 'Tết Nguyên đán'],
    ['2027-02-08', 'Tết Nguyên đán'],
    ['2027-02-09', 'Tết Nguyên đán'],
    ['2027-02-10', 'Nghỉ bù'],
    ['2027-02-11', 'Nghỉ bù'],
  ]);
  expect(seen.sessions.map(({ subject }: Body) => subject)).toEqual([
    ...Array(3).fill('Triết học'),
    ...Array(5).fill('Xây dựng Đảng'),
    ...Array(2).fill('Không còn chỗ'),
  ]);
  expect(seen.left).toEqual([{ name: 'Không còn chỗ', hours: 32 }]);
  expect(ok(await board.get(`/courses/${course.id}/sessions`)).items).toEqual([]);
  const stored = ok(await board.post(`/courses/${course.id}/session-pattern`, { ...MORNINGS, subjects }));
  expect(stored).toMatchObject({ count: 10, skipped: seen.skipped });
  const items = ok(await board.get(`/courses/${course.id}/sessions`)).items;
  expect(items.map(dayOf)).toEqual(seen.sessions.map(dayOf));
});

test('one clash refuses the whole, or is passed over when that is asked for', async () => {
  const hall = ok(await board.post('/rooms', { name: 'Hội trường xếp lịch', capacity: 100 }));
  const other = await build.course(app, { title: 'Lớp đến trước' });
  const taken = { startsAt: '2026-11-04T08:00:00+07:00', endsAt: '2026-11-04T09:00:00+07:00', roomId: hall.id };
  ok(await board.post(`/courses/${other.id}/sessions`, taken));
  const course = await build.course(app);
  const rule = { ...MORNINGS, roomId: hall.id, subjects: [{ name: 'A', hours: 16 }] };
  const seen = await preview(course.id, rule);
  expect(seen.sessions.map(({ clashes }: Body) => clashes.length)).toEqual([0, 0, 1, 0]);
  const refused = await board.post(`/courses/${course.id}/session-pattern`, rule);
  expect([refused.status, refused.body.code]).toEqual([409, 'session-clash']);
  expect(ok(await board.get(`/courses/${course.id}/sessions`)).items).toEqual([]);
  const stored = ok(await board.post(`/courses/${course.id}/session-pattern`, { ...rule, passClashes: true }));
  expect(stored.skipped).toMatchObject([{ day: '2026-11-04', why: 'clash' }]);
  const items = ok(await board.get(`/courses/${course.id}/sessions`)).items;
  expect(items.map(dayOf)).toEqual(['2026-11-03', '2026-11-05', '2026-11-06', '2026-11-02'].sort());
});

test('blackouts of the board are left out by name', async () => {
  const top = await app.database.value<string>('SELECT id FROM units WHERE parent_id IS NULL');
  const blackout = { unitId: top, from: '2026-12-08', to: '2026-12-09', kind: 'congress', name: 'Đại hội' };
  const made = ok(await board.post('/blackouts', blackout));
  expect((await board.post('/blackouts', blackout)).body.code).toBe('blackout-twice');
  const course = await build.course(app, { startsOn: '2026-12-07', endsOn: '2026-12-11' });
  expect((await preview(course.id, MORNINGS)).skipped).toEqual([
    { day: '2026-12-08', why: 'blackout', name: 'Đại hội (Huyện ủy Đình Lập)' },
    { day: '2026-12-09', why: 'blackout', name: 'Đại hội (Huyện ủy Đình Lập)' },
  ]);
  expect((await board.delete(`/blackouts/${made.id}`)).status).toBe(204);
  expect((await preview(course.id, MORNINGS)).skipped).toEqual([]);
});

test('the harvest of a unit called is left out for as long as its people may come', async () => {
  const unit = await unitId(app, 'BIX');
  const harvest = { unitId: unit, from: '2026-11-03', to: '2026-11-04', kind: 'harvest', name: 'Gặt lúa mùa' };
  const made = ok(await board.post('/blackouts', harvest));
  const skipped = async (id: string): Promise<string[]> =>
    (await preview(id, MORNINGS)).skipped.map(({ day, name }: Body) => `${day} ${name}`);
  const days = ['2026-11-03 Gặt lúa mùa (Xã Bính Xá)', '2026-11-04 Gặt lúa mùa (Xã Bính Xá)'];
  const others = await build.openCourse(app, { unitIds: [await unitId(app, 'KM')] });
  expect(await skipped(others.id)).toEqual([]);
  const course = await build.openCourse(app, { unitIds: [unit] });
  expect(await skipped(course.id)).toEqual(days);
  const session = { startsAt: '2026-11-03T08:00:00+07:00', endsAt: '2026-11-03T10:00:00+07:00' };
  const laid = ok(await board.post(`/courses/${course.id}/sessions`, session));
  expect([laid.warnings, laid.blackout]).toEqual([['blackout'], { name: 'Gặt lúa mùa', unit: 'Xã Bính Xá' }]);
  const { items } = ok(await (await app.as('xa-km')).get('/sessions?from=2026-11-03&to=2026-11-03'));
  for (const each of items) expect(each.blackout).toBeNull();
  const committee = await app.as('xa-bix');
  const call = await callOf(app, course.id, 'BIX');
  ok(await committee.post(`/calls/${call}/decline`, { reason: 'Đang vào vụ gặt.' }));
  expect(await skipped(course.id)).toEqual([]);
  expect((await board.delete(`/blackouts/${made.id}`)).status).toBe(204);
});

test.each<[string, Body, string]>([
  ['no weekday', { weekdays: [] }, 'weekdays arrayMinSize'],
  ['an eighth day', { weekdays: [8] }, 'weekdays isIn'],
  ['a clock that shows 25', { times: [{ from: '25:00', until: '26:00' }] }, 'times.0.from matches'],
  ['an end before its beginning', { times: [{ from: '10:00', until: '09:00' }] }, 'times.0 timesInOrder'],
  ['days outside the class', { from: '2026-10-01' }, 'from outsideClass'],
  ['a subject of no hours', { subjects: [{ name: 'A', hours: 0 }] }, 'subjects.0.hours min'],
])('%s is refused by name', async (_, more, expected) => {
  const course = await build.course(app);
  const answer = await board.post(`/courses/${course.id}/session-pattern`, { ...MORNINGS, ...more });
  expect([answer.status, broken(answer)]).toEqual([422, expect.arrayContaining([expected])]);
});

describe('days off', () => {
  test('of the rule are named, and a decision on a single day changes what is laid and when units are pressed', async () => {
    const year = ok(await board.get('/days-off?year=2026'));
    expect(year).toMatchObject({ covered: true, canEdit: true });
    expect(year.holidays).toContainEqual({ date: '2026-02-17', name: 'tet' });
    const made = ok(await board.post('/days-off', { date: '2026-03-20', kind: 'swapped-off', name: 'Nghỉ bù' }));
    expect((await board.post('/days-off', { date: '2026-03-20', kind: 'holiday', name: 'X' })).body.code).toBe(
      'day-taken',
    );
    ok(await board.patch(`/days-off/${made.id}`, { name: 'Nghỉ hoán đổi' }));
    expect(
      (await preview((await build.course(app, { startsOn: '2026-03-19', endsOn: '2026-03-20' })).id, MORNINGS)).skipped,
    ).toEqual([{ day: '2026-03-20', why: 'dayOff', name: 'Nghỉ hoán đổi' }]);
    // Reminders before the deadline of Monday 23 March: a working day before it is Thursday now, no longer Friday.
    const bix = await unitId(app, 'BIX');
    const days = async (): Promise<string[]> => {
      const course = await build.openCourse(app, { deadline: '2026-03-23', unitIds: [bix] });
      const call = await callOf(app, course.id, 'BIX');
      const count = () =>
        app.database.value<number>('SELECT count(*)::int FROM reminders WHERE unit_call_id = $1', [call]);
      await until('reminders are planned', async () => (await count()) > 0);
      const rows = await app.database.rows<{ day: string }>(
        `SELECT to_char(timezone('Asia/Ho_Chi_Minh', due_at), 'YYYY-MM-DD') AS day FROM reminders WHERE unit_call_id = $1 ORDER BY due_at`,
        [call],
      );
      return rows.map(({ day }) => day);
    };
    const withSwap = await days();
    expect(withSwap).not.toContain('2026-03-20');
    expect((await board.delete(`/days-off/${made.id}`)).status).toBe(204);
    expect(await days()).not.toEqual(withSwap);
  });

  test('come from a file: first what it says, then, when it is sound, all of it', async () => {
    const sheet = utils.aoa_to_sheet(
      [
        ['NGÀY NGHỈ BÙ, LÀM BÙ NĂM 2027'],
        ['STT', 'Ngày', 'Loại', 'Lý do'],
        [1, '04/01/2027', 'Nghỉ bù', 'Tết Dương lịch'],
        [2, new Date(Date.UTC(2027, 0, 16)), 'Làm bù', 'Thay ngày 04/01'],
      ],
      { UTC: true, cellDates: false },
    );
    const book = utils.book_new(sheet, 'Ngày nghỉ');
    const content = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const seen = ok(await upload(board, new Uint8Array(content), 'nghi-bu.xlsx', false));
    expect(seen.applied).toBe(false);
    expect(seen.lines.map(({ date, kind, state }: Body) => [date, kind, state])).toEqual([
      ['2027-01-04', 'swapped-off', 'new'],
      ['2027-01-16', 'swapped-workday', 'new'],
    ]);
    expect(ok(await board.get('/days-off?year=2027')).days).toEqual([]);
    ok(await upload(board, new Uint8Array(content), 'nghi-bu.xlsx', true));
    expect(ok(await board.get('/days-off?year=2027')).days).toHaveLength(2);
    const csv = 'Ngày,Loại,Lý do\n04/01/2027,Nghỉ,Khác\n32/01/2027,Nghỉ bù,Sai\n';
    const again = ok(await upload(board, csv, 'nghi-bu.csv', false));
    expect(again.lines.map(({ state }: Body) => state)).toEqual(['changed', 'problem']);
    const refused = await upload(board, csv, 'nghi-bu.csv', true);
    expect([refused.status, broken(refused)]).toEqual([422, ['file daysWithProblems']]);
    expect((await upload(board, 'không có gì', 'x.csv', false)).status).toBe(422);
    expect((await upload(board, '%PDF-1.4', 'x.xlsx', false)).body.code).toBe('file-not-what-it-says');
    // A class of every workday sits on the Saturday that is worked instead.
    const course = await build.course(app, { startsOn: '2027-01-11', endsOn: '2027-01-17' });
    expect((await preview(course.id, MORNINGS)).sessions.map(dayOf)).toContain('2027-01-16');
  });
});
