import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import { until } from '../support/until.js';

/** The demo's day is Monday, 2 March 2026; classes here lie in November, where the demo has nothing. */
let app: TestApp;
let board: Client;
let small: Body;
let large: Body;
let teacher: Body;
beforeAll(async () => {
  app = await startApp({ worker: true });
  board = await app.as('board');
  small = ok(await board.post('/rooms', { venue: 'Trung tâm thử', name: 'Phòng nhỏ', capacity: 40 }));
  large = ok(await board.post('/rooms', { venue: 'Trung tâm thử', name: 'Hội trường', capacity: 90 }));
  const subjects = ['Xây dựng Đảng'];
  teacher = ok(
    await board.post('/lecturers', { fullName: 'Giảng viên Thử', kind: 'full-time', subjects, hoursPerYear: 45 }),
  );
});
afterAll(() => app.stop());

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const draft = (capacity: number): Promise<Body> =>
  build.course(app, { capacity, startsOn: '2026-11-02', endsOn: '2026-11-03' });
const days = (count: number): Body => ({ parts: [{ days: count }] });
const rooms = (): string[] => [small.id, large.id];

async function ask(classes: Body[], more: Body = {}): Promise<Body> {
  const asked = await board.post('/schedule-proposals', { ...NOVEMBER, classes, ...more });
  expect([asked.status, asked.body.status]).toEqual([202, 'solving']);
  return solved(asked.body.id as string);
}

async function solved(id: string): Promise<Body> {
  await until(
    'the proposal is ready',
    async () => ok(await board.get(`/schedule-proposals/${id}`)).status === 'ready',
    60_000,
  );
  return ok(await board.get(`/schedule-proposals/${id}`));
}

const item = (proposal: Body, course: Body): Body => proposal.items.find((one: Body) => one.course.id === course.id);
const sessionsOf = async (course: Body): Promise<Body[]> => ok(await board.get(`/courses/${course.id}/sessions`)).items;
const change = (proposal: Body, course: Body, body: Body) =>
  board.patch(`/schedule-proposals/${proposal.id}/classes/${course.id}`, body);

describe('a proposal', () => {
  test('gives classes places without clashes, says why, and turns them into sessions when it is accepted', async () => {
    const [a, b] = [await draft(60), await draft(60)];
    const taught = { parts: [{ subject: 'xây dựng đảng', days: 2 }], roomIds: rooms() };
    const proposal = await ask([
      { courseId: a.id, ...taught },
      { courseId: b.id, ...taught },
    ]);
    expect(proposal).toMatchObject({ classes: 2, placed: 2, best: true });
    expect(proposal.price).toBeLessThanOrEqual(proposal.inOrder);
    const places = [a, b].map((course) => item(proposal, course).placement);
    expect(places.map(({ days: taughtOn }) => taughtOn).sort()).toEqual([
      ['2026-11-02', '2026-11-03'],
      ['2026-11-04', '2026-11-05'],
    ]);
    expect(places.map(({ room, lecturers }) => [room.id, lecturers[0].id])).toEqual(
      Array(2).fill([large.id, teacher.id]),
    );
    const later = proposal.items.find((one: Body) => one.placement.days[0] === '2026-11-04');
    const first = proposal.items.find((one: Body) => one !== later);
    expect(later.reasons.join(' ')).toContain('Khai giảng lệch 1 tuần so với ngày mong muốn.');
    expect(later.reasons.join(' ')).toContain(
      `Tốt nhất cho riêng lớp này là khai giảng 02/11/2026, nhưng các phòng đủ chỗ khi ấy dành cho ${first.course.code}`,
    );

    const accepted = ok(await board.post(`/schedule-proposals/${proposal.id}/accept`, {}));
    expect([accepted.status, accepted.items.map((one: Body) => one.accepted)]).toEqual(['accepted', [true, true]]);
    const sessions = await sessionsOf(later.course);
    expect(sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2026-11-04T00:30:00.000Z', '2026-11-04T04:30:00.000Z'],
      ['2026-11-04T06:30:00.000Z', '2026-11-04T10:00:00.000Z'],
      ['2026-11-05T00:30:00.000Z', '2026-11-05T04:30:00.000Z'],
      ['2026-11-05T06:30:00.000Z', '2026-11-05T10:00:00.000Z'],
    ]);
    expect(sessions[0]).toMatchObject({
      room: { id: large.id },
      lecturer: { id: teacher.id },
      subject: 'xây dựng đảng',
    });
    expect(ok(await board.get(`/courses/${later.course.id}`))).toMatchObject({
      startsOn: '2026-11-04',
      endsOn: '2026-11-05',
      venue: 'Hội trường, Trung tâm thử',
    });
    expect((await board.post(`/schedule-proposals/${proposal.id}/accept`, {})).status).toBe(409);
  });

  test('keeps what was locked by hand, and lays the rest around it', async () => {
    const [a, b] = [await draft(30), await draft(30)];
    const one = { ...days(2), roomIds: [small.id], wishedOn: '2026-11-16', audiences: ['Bí thư chi bộ'] };
    const proposal = await ask([
      { courseId: a.id, ...one },
      { courseId: b.id, ...one },
    ]);
    const second = [a, b].find((course) => item(proposal, course).placement.days[0] !== '2026-11-16')!;
    const other = second === a ? b : a;

    const put = ok(await change(proposal, second, { opensOn: '2026-11-16' }));
    expect(item(put, second)).toMatchObject({
      locked: true,
      reasons: ['Đã khóa ở vị trí này.'],
      placement: { days: ['2026-11-16', '2026-11-17'] },
    });
    expect(item(put, second).clashes).toEqual([
      `Ngày 16/11/2026 trùng phòng với ${other.code}.`,
      `Ngày 16/11/2026 học viên trùng với ${other.code}.`,
    ]);
    const refused = await board.post(`/schedule-proposals/${proposal.id}/accept`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'proposal-overtaken']);
    expect(await sessionsOf(a)).toEqual([]);

    expect((await board.post(`/schedule-proposals/${proposal.id}/again`)).status).toBe(202);
    const again = await solved(proposal.id);
    expect(item(again, second).placement.days).toEqual(['2026-11-16', '2026-11-17']);
    expect(item(again, other).placement.days[0]).not.toBe('2026-11-16');
    expect(again.items.flatMap(({ clashes }: Body) => clashes)).toEqual([]);
    expect(
      ok(await board.post(`/schedule-proposals/${proposal.id}/accept`, { courseIds: [second.id] }))
        .items.map((x: Body) => x.accepted)
        .sort(),
    ).toEqual([false, true]);
    expect(await sessionsOf(other)).toEqual([]);
  });

  test('is overtaken by what is laid meanwhile', async () => {
    const [mine, theirs] = [await draft(30), await draft(30)];
    const proposal = await ask([{ courseId: mine.id, ...days(1), roomIds: [small.id], wishedOn: '2026-11-24' }]);
    const [day] = item(proposal, mine).placement.days;
    ok(await board.patch(`/courses/${theirs.id}`, { startsOn: day, endsOn: day }));
    ok(
      await board.post(`/courses/${theirs.id}/sessions`, {
        startsAt: `${day}T08:00:00+07:00`,
        endsAt: `${day}T09:00:00+07:00`,
        roomId: small.id,
      }),
    );
    const refused = await board.post(`/schedule-proposals/${proposal.id}/accept`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'proposal-overtaken']);
    expect(await sessionsOf(mine)).toEqual([]);
    ok(await board.post(`/schedule-proposals/${proposal.id}/again`));
    const again = await solved(proposal.id);
    expect(item(again, mine).placement.days).not.toEqual([day]);
    expect((await board.delete(`/schedule-proposals/${proposal.id}`)).status).toBe(204);
    expect((await board.get(`/schedule-proposals/${proposal.id}`)).status).toBe(404);
  });

  test('leaves out what has no place, and says what hinders it', async () => {
    const [big, busy] = [await draft(500), await draft(20)];
    const proposal = await ask([
      { courseId: big.id, ...days(1) },
      { courseId: busy.id, parts: [{ subject: 'Xây dựng Đảng', days: 7 }] },
    ]);
    expect([item(proposal, big).placement, item(proposal, big).reasons]).toEqual([
      null,
      ['Chưa có chỗ: không có phòng nào đủ chỗ cho lớp.'],
    ]);
    // Six days in a year are all that the lecturer may teach.
    expect(item(proposal, busy).placement).toBeNull();
    expect(item(proposal, busy).reasons[0]).toContain('Chưa có chỗ: phòng hoặc giảng viên');
  });

  test('keeps off the harvest of the units whose people it is for, and says whose it is', async () => {
    const [unit, other] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
    const harvest = { unitId: unit, from: '2026-11-10', to: '2026-11-13', kind: 'harvest', name: 'Gặt lúa mùa' };
    const made = ok(await board.post('/blackouts', harvest));
    const [mine, theirs] = [await draft(20), await draft(20)];
    const wished = { ...days(2), wishedOn: '2026-11-12', needsRoom: false };
    const narrow = { from: '2026-11-10', to: '2026-11-13' };
    const proposal = await ask([
      { courseId: mine.id, ...wished, unitIds: [unit] },
      { courseId: theirs.id, ...wished, unitIds: [other] },
    ]);
    expect(item(proposal, theirs).placement.days).toEqual(['2026-11-12', '2026-11-13']);
    const placed = item(proposal, mine);
    expect(placed.placement.days.filter((day: string) => day >= harvest.from && day <= harvest.to)).toEqual([]);
    expect([placed.units.map(({ code }: Body) => code), placed.reasons]).toEqual([
      ['BIX'],
      expect.arrayContaining(['Ngày mong muốn 12/11/2026 rơi vào Gặt lúa mùa (Xã Bính Xá, 10/11/2026–13/11/2026).']),
    ]);
    const put = ok(await change(proposal, mine, { opensOn: '2026-11-12' }));
    expect(item(put, mine).clashes).toContain(
      'Ngày 12/11/2026 rơi vào Gặt lúa mùa (Xã Bính Xá, 10/11/2026–13/11/2026), không cử được người đi học.',
    );
    const nowhere = await ask([{ courseId: mine.id, ...wished, ...narrow, unitIds: [unit] }]);
    expect([item(nowhere, mine).placement, item(nowhere, mine).reasons]).toEqual([
      null,
      [
        'Chưa có chỗ: trong khoảng thời gian cho phép không đủ ngày học.',
        'Không cử được người trong: Gặt lúa mùa (Xã Bính Xá, 10/11/2026–13/11/2026).',
      ],
    ]);
    const stranger = await change(proposal, mine, { unitIds: ['00000000-0000-7000-8000-000000000000'] });
    expect([stranger.status, stranger.body.errors[0].path]).toEqual([404, 'unitIds']);
    expect((await board.delete(`/blackouts/${made.id}`)).status).toBe(204);
  });

  test('takes all drafts of the time when no class is named, as long as they were drafted for', async () => {
    const course = await build.course(app, { startsOn: '2027-01-04', endsOn: '2027-01-08', capacity: 30 });
    const asked = ok(await board.post('/schedule-proposals', { from: '2027-01-01', to: '2027-02-28' }));
    const proposal = await solved(asked.id);
    expect(proposal.items.map((one: Body) => [one.course.id, one.parts[0].days, one.placement.days])).toEqual([
      [course.id, 5, ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08']],
    ]);
  });
});

test('a lecturer whom a hand gives a class that names no subject is told of, and taken', async () => {
  const course = await draft(30);
  const other = ok(await board.post('/lecturers', { fullName: 'Giảng viên Khác', kind: 'concurrent' }));
  const proposal = await ask([{ courseId: course.id, ...days(1), wishedOn: '2026-11-27' }]);
  const put = ok(await change(proposal, course, { lecturerIds: [other.id] }));
  expect(item(put, course).clashes).toEqual([
    'Giảng viên chưa được ghi là dạy chuyên đề này, hoặc chưa chọn giảng viên.',
  ]);
  ok(await board.post(`/schedule-proposals/${proposal.id}/accept`, {}));
  expect((await sessionsOf(course)).map(({ lecturer }) => lecturer.id)).toEqual([other.id, other.id]);
});

describe('bad input', () => {
  const broken = async (body: Body): Promise<string[]> => {
    const { status, body: problem } = await board.post('/schedule-proposals', body);
    return [String(status), ...(problem.errors ?? []).map(({ path, rule }: Body) => `${path} ${rule}`)];
  };

  test('is named by field and rule', async () => {
    const course = await draft(30);
    expect(await broken({ from: '2026-12-01', to: '2026-11-01' })).toEqual(['422', 'to notBeforeFrom']);
    expect(await broken({ from: '2026-01-01', to: '2029-01-01' })).toEqual(['422', 'to planTooLong']);
    expect(await broken({ ...NOVEMBER, weights: { wishedDate: 11 } })).toEqual(['422', 'weights.wishedDate max']);
    expect(await broken({ ...NOVEMBER, classes: [{ courseId: course.id }, { courseId: course.id }] })).toEqual([
      '422',
      'classes.1.courseId arrayUnique',
    ]);
    expect(await broken({ ...NOVEMBER, classes: [{ courseId: course.id, from: '2026-12-24' }] })).toEqual([
      '422',
      'classes.0.to notBeforeFrom',
    ]);
    expect(await broken({ ...NOVEMBER, classes: [{ courseId: course.id, parts: [{ days: 0 }] }] })).toEqual([
      '422',
      'classes.0.parts.0.days min',
    ]);
    expect((await broken({ from: '2031-01-01', to: '2031-12-31' }))[0]).toBe('409');
    const open = await build.openCourse(app);
    expect(await broken({ ...NOVEMBER, classes: [{ courseId: open.id }] })).toEqual([
      '422',
      'classes.0.courseId isDraft',
    ]);
  });

  test('a hand can put a class only on a day on which it is taught, with what there is', async () => {
    const course = await draft(30);
    const proposal = await ask([{ courseId: course.id, ...days(1) }]);
    const sunday = await change(proposal, course, { opensOn: '2026-11-08', roomId: null, lecturerIds: [null] });
    expect([sunday.status, sunday.body.errors[0].rule]).toEqual([422, 'isTaughtOn']);
    // What dragging sends: it opens on the first day of teaching from there on, and is locked.
    expect(item(ok(await change(proposal, course, { opensFrom: '2026-11-08' })), course)).toMatchObject({
      placement: { days: ['2026-11-09'] },
      locked: true,
    });
    const nowhere = await change(proposal, course, { roomId: '00000000-0000-7000-8000-000000000000' });
    expect([nowhere.status, nowhere.body.errors[0].path]).toEqual([404, 'roomId']);
    expect(item(ok(await change(proposal, course, { locked: true })), course).locked).toBe(true);
    expect(item(ok(await change(proposal, course, { parts: [{ days: 3 }] })), course)).toMatchObject({
      placement: null,
      locked: false,
    });
  });
});
