import ICAL from 'ical.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import { until } from '../support/until.js';

let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp({ worker: true });
  board = await app.as('board');
});
afterAll(() => app.stop());

const lay = async (courseId: string, day: string, more: Body = {}): Promise<Body> =>
  ok(
    await board.post(`/courses/${courseId}/sessions`, {
      startsAt: `${day}T07:30:00+07:00`,
      endsAt: `${day}T11:30:00+07:00`,
      ...more,
    }),
  );
const addressOf = async (client: Client): Promise<string> =>
  new URL(ok(await client.post('/calendar-address')).url).pathname.replace('/api/v1', '');
/** What an independent reader of RFC 5545 makes of an address. */
const read = async (address: string): Promise<{ text: string; events: ICAL.Event[]; calendar: ICAL.Component }> => {
  const answer = await app.anyone.get(address);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  return {
    text: answer.body,
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)),
  };
};

test('a calendar program reads what was laid, hears of each change, and nobody else reads it', async () => {
  const course = await build.openCourse(app, { title: 'Lớp trên lịch, có dấu; phẩy' });
  const room = ok(await board.post('/rooms', { venue: 'Trung tâm', name: 'Phòng 1', capacity: 60 }));
  const session = await lay(course.id, '2026-11-03', { roomId: room.id, subject: 'Triết học' });
  const address = await addressOf(board);
  const { events, calendar, text } = await read(address);
  const event = events.find(({ uid }) => uid === `${session.id}@hong-chuyen`);
  expect(event?.summary).toBe('Triết học – Lớp trên lịch, có dấu; phẩy');
  expect(event?.location).toBe('Phòng 1, Trung tâm');
  expect(event?.startDate.toString()).toBe('2026-11-03T07:30:00');
  expect(event?.component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Asia/Ho_Chi_Minh');
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? '');
  expect(zone.utcOffset(event?.startDate ?? ICAL.Time.now())).toBe(7 * 3600);
  expect(event?.sequence).toBe(0);
  // Lines are folded at 75 octets and end as the standard says.
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);

  ok(
    await board.patch(`/sessions/${session.id}`, {
      startsAt: '2026-11-04T13:30:00+07:00',
      endsAt: '2026-11-04T16:30:00+07:00',
    }),
  );
  const moved = (await read(address)).events.find(({ uid }) => uid === event?.uid);
  expect([moved?.startDate.toString(), moved?.sequence]).toEqual(['2026-11-04T13:30:00', 1]);
  await board.delete(`/sessions/${session.id}`);
  const gone = (await read(address)).events.find(({ uid }) => uid === event?.uid);
  expect([gone?.component.getFirstPropertyValue('status'), gone?.sequence]).toEqual(['CANCELLED', 2]);

  // The token stands nowhere in the database, and an address that was made anew or taken back is nobody's.
  const token = address.replace('/calendar/', '').replace('.ics', '');
  expect(
    await app.database.value<number>(
      `SELECT count(*)::int FROM calendar_addresses c WHERE c::text LIKE '%' || $1 || '%'`,
      [token],
    ),
  ).toBe(0);
  const second = await addressOf(board);
  expect((await app.anyone.get(address)).status).toBe(404);
  expect((await board.delete('/calendar-address')).status).toBe(204);
  expect((await app.anyone.get(second)).status).toBe(404);
  expect(ok(await board.get('/calendar-address'))).toEqual({ madeAt: null, readAt: null });
});

test('a committee follows the classes it is called to, and no trainee is named', async () => {
  const [bix, km] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
  const theirs = await build.openCourse(app, { unitIds: [bix], title: 'Lớp của Bính Xá' });
  const others = await build.openCourse(app, { unitIds: [km], title: 'Lớp của Kiên Mộc' });
  const draft = await build.course(app, { title: 'Bản nháp' });
  for (const { id } of [theirs, others, draft]) await lay(id, '2026-11-05');
  const { events, text } = await read(await addressOf(await app.as('xa-bix')));
  const titles = events.map(({ summary }) => summary);
  expect(titles).toContain('Lớp của Bính Xá');
  expect(titles).not.toContain('Lớp của Kiên Mộc');
  expect(titles).not.toContain('Bản nháp');
  const names = await app.database.rows<{ name: string }>('SELECT DISTINCT full_name AS name FROM officials');
  expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
});

test('several changes reach those concerned as one notice, once the timetable rests', async () => {
  const bix = await unitId(app, 'BIX');
  const course = await build.openCourse(app, { unitIds: [bix], title: 'Lớp báo tin' });
  const account = await app.database.value<string>(`SELECT id FROM accounts WHERE username = 'chibo-km-1'`);
  const teacher = ok(await board.post('/lecturers', { fullName: 'Giảng viên Có Tài khoản', accountId: account }));
  expect(teacher.account).toMatchObject({ id: account, username: 'chibo-km-1' });
  const asOthersSee = ok(await (await app.as('xa-bix')).get('/lecturers')).items;
  expect(asOthersSee.find(({ id }: Body) => id === teacher.id).account).toBeNull();
  const session = await lay(course.id, '2026-11-03', { lecturerId: teacher.id });
  const stays = await lay(course.id, '2026-11-04', { lecturerId: teacher.id });
  await board.delete(`/sessions/${session.id}`);
  const told = async (username: string): Promise<Body[]> =>
    ok(await (await app.as(username)).get('/inbox')).items.filter(
      ({ kind, link }: Body) => kind === 'timetable.changed' && link === `/lop/${course.id}`,
    );
  expect(await told('xa-bix')).toEqual([]);
  app.clock.set('2026-03-02T03:11:00Z');
  await until('the committee is told', async () => (await told('xa-bix')).length > 0);
  expect((await told('xa-bix')).map(({ body }) => body)).toEqual([
    'Lớp "Lớp báo tin": 2 buổi học được xếp, chuyển hoặc bỏ. Mời xem thời khóa biểu.',
  ]);
  expect(await told('chibo-km-1')).toHaveLength(1);
  expect(await told('xa-km')).toEqual([]);

  // What dragging in the calendar sends.
  ok(
    await board.patch(`/sessions/${stays.id}`, {
      startsAt: '2026-11-04T13:30:00+07:00',
      endsAt: '2026-11-04T17:30:00+07:00',
    }),
  );
  app.clock.set('2026-03-02T03:30:00Z');
  await until('the committee is told of the move', async () => (await told('xa-bix')).length > 1);
  expect((await told('xa-bix')).map(({ body }) => body)).toContain(
    'Lớp "Lớp báo tin": 1 buổi học được xếp, chuyển hoặc bỏ. Mời xem thời khóa biểu.',
  );
  expect(await told('chibo-km-1')).toHaveLength(2);
});
