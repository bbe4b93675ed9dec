import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** The demo's day is Monday, 2 March 2026; classes here lie in November and later, where the demo has nothing. */
let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
});
afterAll(() => app.stop());

let count = 0;
const next = (): number => ++count;
const room = async (more: Body = {}): Promise<Body> =>
  ok(await board.post('/rooms', { venue: 'Trung tâm thử', name: `Phòng ${next()}`, capacity: 60, ...more }));
const lecturer = async (more: Body = {}): Promise<Body> =>
  ok(await board.post('/lecturers', { fullName: `Giảng viên Thử ${next()}`, kind: 'full-time', ...more }));
const at = (day: string, from: string, until: string): Body => ({
  startsAt: `${day}T${from}:00+07:00`,
  endsAt: `${day}T${until}:00+07:00`,
});
const lay = (courseId: string, body: Body) => board.post(`/courses/${courseId}/sessions`, body);
const broken = ({ body }: { body: Body }): string[] => body.errors.map(({ path, rule }: Body) => `${path} ${rule}`);
const DAY = '2026-11-03';
const MORNING = at(DAY, '07:30', '11:30');

describe('a session', () => {
  test('is laid, moved and taken away, and the class remembers each step', async () => {
    const course = await build.course(app);
    const [hall, teacher] = [await room(), await lecturer()];
    const made = ok(
      await lay(course.id, { ...MORNING, roomId: hall.id, lecturerId: teacher.id, subject: ' Xây dựng Đảng ' }),
    );
    expect(made).toMatchObject({
      courseId: course.id,
      startsAt: '2026-11-03T00:30:00.000Z',
      room: { id: hall.id, venue: 'Trung tâm thử' },
      lecturer: { id: teacher.id },
      subject: 'Xây dựng Đảng',
      warnings: [],
      canEdit: true,
    });
    const moved = ok(await board.patch(`/sessions/${made.id}`, at('2026-11-04', '13:30', '16:30')));
    expect(moved).toMatchObject({ startsAt: '2026-11-04T06:30:00.000Z', room: { id: hall.id }, version: 2 });
    expect(ok(await board.patch(`/sessions/${made.id}`, { roomId: null })).room).toBeNull();
    const stale = await board.patch(`/sessions/${made.id}`, { subject: 'Khác' }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect((await board.delete(`/sessions/${made.id}`)).status).toBe(204);
    expect(ok(await board.get(`/courses/${course.id}/sessions`)).items).toEqual([]);
    expect((await board.patch(`/sessions/${made.id}`, { subject: 'Khác' })).status).toBe(404);
    const steps = ok(await board.get(`/courses/${course.id}/history`)).items.map(({ action }: Body) => action);
    expect(steps).toEqual(['course.created', 'session.added', 'session.changed', 'session.changed', 'session.removed']);
  });

  test('that clashes is refused in words, with the nearest free times, which are free indeed', async () => {
    const [mine, theirs] = [await build.course(app), await build.course(app, { title: 'Lớp đến trước' })];
    const [hall, teacher] = [await room({ name: 'Hội trường lớn' }), await lecturer({ fullName: 'Hoàng Văn Thử' })];
    const first = ok(await lay(theirs.id, { ...MORNING, roomId: hall.id, lecturerId: teacher.id }));
    const wish = { ...at(DAY, '08:00', '10:00'), roomId: hall.id, lecturerId: teacher.id };
    const refused = await lay(mine.id, wish);
    expect([refused.status, refused.body.code]).toEqual([409, 'session-clash']);
    expect(broken(refused)).toEqual(['lecturerId lecturerTaken', 'roomId roomTaken']);
    expect(refused.body.errors[1].message).toBe(
      'Phòng Hội trường lớn đã xếp cho Lớp đến trước lúc 07:30–11:30 ngày 03/11/2026.',
    );
    expect(refused.body.clashes[1]).toMatchObject({ kind: 'room', sessionId: first.id, course: { id: theirs.id } });
    expect(refused.body.freeSlots.length).toBeGreaterThan(2);
    expect(refused.body.freeSlots[0].startsAt).toBe('2026-11-03T04:30:00.000Z');
    const checked = ok(await board.post(`/courses/${mine.id}/sessions/check`, wish));
    expect(checked.freeSlots).toEqual(refused.body.freeSlots);
    for (const slot of refused.body.freeSlots.slice(0, 1)) ok(await lay(mine.id, { ...wish, ...slot }));
    // The class itself sits in one session at a time, with or without a room.
    expect(broken(await lay(mine.id, at(DAY, '11:00', '12:00')))).toEqual(['startsAt classTaken']);
    // One that begins where the other ends is none, and a session that moves does not stand in its own way.
    ok(await board.patch(`/sessions/${first.id}`, at(DAY, '07:00', '11:30')));
    const inTheWay = await board.patch(`/sessions/${first.id}`, at(DAY, '11:00', '12:00'));
    expect([inTheWay.status, broken(inTheWay)]).toEqual([409, ['lecturerId lecturerTaken', 'roomId roomTaken']]);
    expect(ok(await board.get(`/courses/${theirs.id}/sessions`)).items).toHaveLength(1);
  });

  test.each<[string, Body, string]>([
    ['one that ends before it starts', at(DAY, '10:00', '09:00'), 'endsAt afterStart'],
    ['one over midnight', { startsAt: `${DAY}T20:00:00+07:00`, endsAt: '2026-11-04T02:00:00+07:00' }, 'endsAt oneDay'],
    ['a time without an offset', { startsAt: `${DAY}T07:30:00`, endsAt: `${DAY}T08:30:00` }, 'startsAt isInstant'],
    ['a day that is none', at('2026-02-30', '07:30', '08:30'), 'startsAt isInstant'],
    ['no end', { startsAt: MORNING.startsAt }, 'endsAt required'],
    ['a room that is none', { ...MORNING, roomId: 'phòng 1' }, 'roomId isUuid'],
    ['a blank subject', { ...MORNING, subject: ' ' }, 'subject isNotEmpty'],
    ['a field of nobody', { ...MORNING, hacked: 1 }, 'hacked whitelistValidation'],
  ])('%s is refused by name, and nothing is saved', async (_, body, expected) => {
    const course = await build.course(app);
    const answer = await lay(course.id, body);
    expect([answer.status, broken(answer)]).toEqual([422, expect.arrayContaining([expected])]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(ok(await board.get(`/courses/${course.id}/sessions`)).items).toEqual([]);
  });

  test('lies within the days of its class, which then do not move away from under it', async () => {
    const course = await build.course(app);
    expect(broken(await lay(course.id, at('2026-11-07', '07:30', '09:30')))).toEqual(['startsAt outsideClass']);
    ok(await lay(course.id, MORNING));
    const away = await board.patch(`/courses/${course.id}`, { startsOn: '2026-11-04' });
    expect([away.status, away.body.code]).toEqual([409, 'sessions-outside-days']);
    ok(await board.patch(`/courses/${course.id}`, { endsOn: '2026-11-05' }));
    // A class that is cancelled gives its rooms back.
    const hall = await room();
    ok(await lay(course.id, { ...at('2026-11-05', '07:30', '09:30'), roomId: hall.id }));
    ok(await board.post(`/courses/${course.id}/cancel`, { reason: 'Hoãn.' }));
    const other = await build.course(app);
    ok(await lay(other.id, { ...at('2026-11-05', '07:30', '09:30'), roomId: hall.id }));
    expect((await lay(course.id, MORNING)).status).toBe(403);
  });

  test('takes a room that is too small only with a reason, and says so', async () => {
    const course = await build.course(app, { capacity: 50 });
    const small = await room({ capacity: 30 });
    const refused = await lay(course.id, { ...MORNING, roomId: small.id });
    expect([refused.status, refused.body.code, broken(refused)]).toEqual([
      409,
      'small-room',
      ['smallRoomReason smallRoomReason'],
    ]);
    const made = ok(await lay(course.id, { ...MORNING, roomId: small.id, smallRoomReason: 'Thực tế chỉ 28 người.' }));
    expect(made).toMatchObject({ warnings: ['smallRoom'], smallRoomReason: 'Thực tế chỉ 28 người.' });
  });

  test('warns of a holiday and of a subject that is not the lecturer’s', async () => {
    const course = await build.course(app, { startsOn: '2027-02-01', endsOn: '2027-02-12' });
    const teacher = await lecturer({ subjects: ['Triết học'] });
    const tet = await lay(course.id, {
      ...at('2027-02-08', '07:30', '09:30'),
      lecturerId: teacher.id,
      subject: 'Tin học',
    });
    expect(ok(tet).warnings).toEqual(['dayOff', 'subjectNotTaught']);
    const other = await lay(course.id, {
      ...at('2027-02-02', '07:30', '09:30'),
      lecturerId: teacher.id,
      subject: 'TRIẾT HỌC',
    });
    expect(ok(other).warnings).toEqual([]);
  });
});

describe('a lecturer', () => {
  test('teaches no more than the limits, however the week fills up', async () => {
    const course = await build.course(app);
    const teacher = await lecturer({ hoursPerWeek: 8 });
    ok(await lay(course.id, { ...MORNING, lecturerId: teacher.id }));
    ok(await lay(course.id, { ...at(DAY, '13:00', '17:00'), lecturerId: teacher.id }));
    const third = await lay(course.id, { ...at('2026-11-05', '07:30', '08:30'), lecturerId: teacher.id });
    expect(broken(third)).toEqual(['lecturerId lecturerLoad']);
    expect(third.body.errors[0].message).toContain('9 giờ, nhiều nhất 8 giờ');
    expect(ok(await board.get('/lecturers')).items.find(({ id }: Body) => id === teacher.id).hoursThisYear).toBe(8);
  });

  test('is not called while away, and is not away while teaching', async () => {
    const course = await build.course(app);
    const teacher = await lecturer();
    const away = ok(
      await board.post(`/lecturers/${teacher.id}/absences`, {
        from: '2026-11-02',
        to: '2026-11-03',
        reason: 'Tập huấn',
      }),
    );
    expect(away.absences).toMatchObject([{ from: '2026-11-02', to: '2026-11-03' }]);
    const refused = await lay(course.id, { ...MORNING, lecturerId: teacher.id });
    expect(broken(refused)).toEqual(['lecturerId lecturerAbsent']);
    expect(refused.body.freeSlots[0].startsAt).toBe('2026-11-04T00:30:00.000Z');
    ok(await lay(course.id, { ...at('2026-11-04', '07:30', '09:30'), lecturerId: teacher.id }));
    const teaches = await board.post(`/lecturers/${teacher.id}/absences`, { from: '2026-11-04', to: '2026-11-04' });
    expect([teaches.status, teaches.body.code]).toEqual([409, 'lecturer-teaches-then']);
    const twice = await board.post(`/lecturers/${teacher.id}/absences`, { from: '2026-11-03', to: '2026-11-03' });
    expect(twice.body.code).toBe('absence-overlaps');
    ok(await board.delete(`/lecturers/${teacher.id}/absences/${away.absences[0].id}`));
    ok(await lay(course.id, { ...MORNING, lecturerId: teacher.id }));
    ok(await board.patch(`/lecturers/${teacher.id}`, { closed: true }));
    const gone = await lay(course.id, { ...at('2026-11-05', '07:30', '09:30'), lecturerId: teacher.id });
    expect(broken(gone)).toEqual(['lecturerId lecturerGone']);
  });
});

describe('rooms', () => {
  test('have a name once, are closed when used, and go when they never were', async () => {
    const hall = await room({ name: 'Phòng hòa nhạc', equipment: ['máy chiếu'] });
    const again = await board.post('/rooms', { venue: 'TRUNG TÂM THỬ', name: 'Phòng hoà nhạc', capacity: 10 });
    expect([again.status, again.body.code]).toEqual([409, 'name-taken']);
    const course = await build.course(app);
    ok(await lay(course.id, { ...MORNING, roomId: hall.id }));
    expect((await board.delete(`/rooms/${hall.id}`)).body.code).toBe('still-used');
    ok(await board.patch(`/rooms/${hall.id}`, { closed: true }));
    expect(broken(await lay(course.id, { ...at(DAY, '13:30', '15:30'), roomId: hall.id }))).toEqual([
      'roomId roomClosed',
    ]);
    const unused = await room();
    expect((await board.delete(`/rooms/${unused.id}`)).status).toBe(204);
  });

  test('of another board are not there, and those of the board above may be used and not changed', async () => {
    const [hall, teacher] = [await room(), await lecturer()];
    const km = await unitId(app, 'KM');
    const { username, oneTimePassword } = ok(
      await board.post('/accounts', { username: 'ban-km', displayName: 'Ban', role: 'board', unitId: km }),
    );
    const login = await app.anyone.post('/auth/login', { username: username ?? 'ban-km', password: oneTimePassword });
    const cookie = { cookie: (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    const own = ok(await app.anyone.post('/rooms', { name: 'Nhà văn hóa', capacity: 40 }, cookie));
    expect(ok(await app.anyone.get('/rooms', cookie)).items.map(({ id }: Body) => id)).toEqual(
      expect.arrayContaining([own.id, hall.id]),
    );
    expect((await app.anyone.patch(`/rooms/${hall.id}`, { capacity: 1 }, cookie)).status).toBe(403);
    expect((await app.anyone.patch(`/lecturers/${teacher.id}`, { closed: true }, cookie)).status).toBe(403);
    expect(ok(await (await app.as('xa-bix')).get('/rooms')).items.map(({ id }: Body) => id)).not.toContain(own.id);
    const course = await build.course(app, { title: 'Bản nháp của ban' });
    ok(await lay(course.id, { ...MORNING, roomId: hall.id }));
    const program = course.programId;
    const theirs = ok(
      await app.anyone.post(
        '/courses',
        { code: 'KM-1', title: 'Lớp xã', programId: program, startsOn: DAY, endsOn: DAY, capacity: 40, minimum: 0 },
        cookie,
      ),
    );
    // What the board above only drafts is named as nobody's.
    const refused = await app.anyone.post(`/courses/${theirs.id}/sessions`, { ...MORNING, roomId: hall.id }, cookie);
    expect(refused.body.clashes).toMatchObject([{ kind: 'room', course: null, sessionId: null }]);
    expect(refused.body.errors[0].message).toContain('lớp của cơ quan khác');
  });
});

describe('trainees', () => {
  const nominated = async (courseId: string, officialId: string | undefined): Promise<string> =>
    ok(await (await app.as('xa-bix')).post('/nominations', { courseId, officialIds: [officialId] })).items[0]
      .nominationId;
  const approve = (id: string) => board.post(`/nominations/${id}/approve`, { reason: 'Đã xem hồ sơ.' });

  test('of a class beside work are taken by its sessions alone, where the class and not its program says so', async () => {
    const person = (await officialsOf(app, 'BIX'))[1];
    const days = { program: 'CNKT', startsOn: '2027-06-07', endsOn: '2027-06-25' };
    const beside = async (title: string): Promise<Body> => {
      const { id } = await build.course(app, { ...days, title });
      ok(await board.patch(`/courses/${id}`, { mode: 'non-concentrated' }));
      return ok(await board.post(`/courses/${id}/open-nominations`, { deadline: '2026-04-15' }));
    };
    const [one, other] = [await beside('Lớp ngoài giờ một'), await beside('Lớp ngoài giờ hai')];
    for (const { id } of [one, other]) ok(await approve(await nominated(id, person)));
    ok(await lay(one.id, at('2027-06-08', '18:00', '20:00')));
    expect(broken(await lay(other.id, at('2027-06-08', '19:00', '21:00')))).toEqual(['startsAt traineesTaken']);
    ok(await lay(other.id, at('2027-06-09', '19:00', '21:00')));
    // Said otherwise, it would take days on which its people are elsewhere.
    expect((await board.patch(`/courses/${one.id}`, { mode: 'concentrated' })).status).toBe(409);
  });

  test('cannot sit in two places, whichever comes later: the session or the approval', async () => {
    const [person] = await officialsOf(app, 'BIX');
    await app.database.rows(
      `UPDATE program_versions SET mode = 'non-concentrated' WHERE program_id = (SELECT id FROM programs WHERE code = 'NVCM')`,
    );
    const days = { program: 'NVCM', startsOn: '2027-05-03', endsOn: '2027-05-28' };
    const evening = await build.openCourse(app, { ...days, title: 'Lớp buổi tối' });
    ok(await approve(await nominated(evening.id, person)));
    ok(await lay(evening.id, at('2027-05-04', '18:00', '20:00')));
    const weekend = await build.openCourse(app, { ...days, title: 'Lớp cuối tuần' });
    // Two such classes may share their days; that is what their sessions are for.
    ok(await approve(await nominated(weekend.id, person)));
    const later = await lay(weekend.id, at('2027-05-04', '19:00', '21:00'));
    expect(broken(later)).toEqual(['startsAt traineesTaken']);
    expect(later.body.errors[0].message).toBe(
      '1 học viên của lớp đang học Lớp buổi tối lúc 18:00–20:00 ngày 04/05/2027.',
    );
    expect(JSON.stringify(later.body)).not.toContain(person);
    // The approval that comes later than the session.
    const third = await build.openCourse(app, { ...days, title: 'Lớp thứ ba' });
    ok(await lay(third.id, at('2027-05-04', '19:30', '20:30')));
    const answer = await approve(await nominated(third.id, person));
    expect([answer.status, answer.body.code]).toEqual([409, 'trainee-clash']);
    // A concentrated class takes whole days, sessions or not: approved after it, a session of another meets it.
    const whole = await build.openCourse(app, { startsOn: '2027-05-24', endsOn: '2027-05-28', title: 'Lớp tập trung' });
    ok(await approve(await nominated(whole.id, person)));
    const inside = await lay(evening.id, at('2027-05-25', '18:00', '20:00'));
    expect(inside.body.errors[0].message).toBe(
      '1 học viên của lớp đang học Lớp tập trung từ 24/05/2027 đến 28/05/2027.',
    );
    expect(inside.body.freeSlots.every(({ startsAt }: Body) => startsAt < '2027-05-24')).toBe(true);
  });
});
