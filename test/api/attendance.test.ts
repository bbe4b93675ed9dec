import readExcelFile from 'read-excel-file/node';
import { SoundnessService } from '../../src/modules/soundness/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** A class of a week in April with five people of Bính Xá and two of Kiên Mộc, two sessions on its Monday and two later. */
let app: TestApp;
let board: Client;
let course: Body;
let sessions: Body[];
/** Nominations: five of Bính Xá, then two of Kiên Mộc. */
let people: string[];
let own: string;

const at = (instant: string): void => {
  app.clock.set(instant);
};
const MONDAY = '2026-04-06';
const DURING_FIRST = '2026-04-06T02:00:00Z';
const AFTER_ALL = '2026-04-10T12:00:00Z';

const lay = async (day: string, from: string, until: string, id = course.id): Promise<Body> =>
  ok(
    await board.post(`/courses/${id}/sessions`, {
      startsAt: `${day}T${from}:00+07:00`,
      endsAt: `${day}T${until}:00+07:00`,
    }),
  );
const put = (session: Body, marks: Body[], version?: number, who = board) =>
  who.put(
    `/sessions/${session.id}/attendance`,
    { marks },
    version === undefined ? undefined : { 'if-match': `"${version}"` },
  );
/** Everybody was there but these. */
const allBut = (exceptions: Record<string, string> = {}, of = people): Body[] =>
  of.map((nominationId) => ({ nominationId, mark: exceptions[nominationId] ?? 'present' }));
const errorsOf = ({ body }: { body: Body }): string[] => body.errors.map(({ path, rule }: Body) => `${path} ${rule}`);
const whole = async (who: Client = board): Promise<Body> => ok(await who.get(`/courses/${course.id}/attendance`));
const personOf = (view: Body, nominationId: string): Body =>
  view.people.find((person: Body) => person.nominationId === nominationId);
const trail = (): Promise<{ action: string; data: Body }[]> =>
  app.database.rows(
    `SELECT action, data FROM audit_entries WHERE subject_id = $1 AND action LIKE 'attendance.%' ORDER BY at, id`,
    [course.id],
  );

/** A class whose list is fixed; not begun yet. */
async function confirmed(of: Record<string, string[]>, days: Body): Promise<{ course: Body; ids: string[] }> {
  const unitIds = await Promise.all(Object.keys(of).map((code) => unitId(app, code)));
  const made = await build.openCourse(app, { unitIds, deadline: '2026-03-20', ...days });
  const ids: string[] = [];
  for (const [code, officialIds] of Object.entries(of)) {
    const unit = await app.as(`xa-${code.toLowerCase()}`);
    const { items } = ok(await unit.post('/nominations', { courseId: made.id, officialIds }));
    for (const { nominationId } of items) {
      ok(await board.post(`/nominations/${nominationId}/approve`, {}));
      ids.push(nominationId);
    }
  }
  ok(await board.post(`/courses/${made.id}/close-nominations`));
  ok(await board.post(`/courses/${made.id}/confirm`, { reason: 'Thời khóa biểu xếp sau.' }));
  return { course: made, ids };
}

beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
  own = await app.database.value<string>(`SELECT official_id FROM accounts WHERE username = 'can-bo'`);
  const others = (await officialsOf(app, 'BIX')).filter((id) => id !== own);
  const made = await confirmed(
    { BIX: [own, ...others.slice(0, 4)], KM: (await officialsOf(app, 'KM')).slice(0, 2) },
    { startsOn: MONDAY, endsOn: '2026-04-10' },
  );
  course = made.course;
  people = made.ids;
  sessions = [
    await lay(MONDAY, '07:30', '11:00'),
    await lay(MONDAY, '13:30', '16:30'),
    await lay('2026-04-07', '07:30', '11:00'),
    await lay('2026-04-08', '07:30', '11:00'),
  ];
});
afterAll(() => app.stop());

test('that somebody cannot come is said beforehand by the unit or the person, seen by whoever records, and taken back', async () => {
  at('2026-04-04T02:00:00Z');
  const [mine = '', second = ''] = people;
  const [bix, km, official] = [await app.as('xa-bix'), await app.as('xa-km'), await app.as('can-bo')];
  const path = (nominationId: string, session = sessions[3]): string =>
    `/sessions/${session?.id}/apologies/${nominationId}`;
  expect((await official.put(path(mine), { reason: ' Họp Hội đồng nhân dân xã ' })).status).toBe(204);
  expect((await bix.put(path(second), { reason: 'Trực bầu cử.' })).status).toBe(204);
  expect((await official.put(path(second), { reason: 'Không phải tôi.' })).status).toBe(404);
  expect((await km.put(path(second), { reason: 'Người của xã khác.' })).status).toBe(404);
  expect((await (await app.as('leader')).put(path(second), { reason: 'Chỉ xem.' })).status).toBe(403);
  const bare = await bix.put(path(second), { reason: '  ' });
  expect([bare.status, errorsOf(bare)]).toEqual([422, ['reason isNotEmpty']]);

  const ownOf = async (): Promise<Body> =>
    ok(await official.get('/own/attendance')).items.find(({ course: its }: Body) => its.id === course.id).sessions[3];
  expect(await ownOf()).toMatchObject({
    mark: null,
    canApologise: true,
    apology: { reason: 'Họp Hội đồng nhân dân xã' },
  });
  const { lines } = ok(await board.get(`/sessions/${sessions[3]?.id}/attendance`));
  expect(
    lines
      .filter(({ apology }: Body) => apology)
      .map(({ nominationId }: Body) => nominationId)
      .sort(),
  ).toEqual([mine, second].sort());
  expect((await whole()).sessions.map(({ apologies }: Body) => apologies)).toEqual([0, 0, 0, 2]);
  expect((await bix.delete(path(second))).status).toBe(204);
  expect((await bix.delete(path(second))).status).toBe(404);
  const told = await app.database.rows(
    `SELECT action, data ->> 'reason' AS reason FROM audit_entries WHERE subject_id = $1 AND action LIKE '%apolog%' ORDER BY at, id`,
    [second],
  );
  expect(told).toEqual([
    { action: 'nomination.apologised', reason: 'Trực bầu cử.' },
    { action: 'nomination.apologyTakenBack', reason: null },
  ]);

  at('2026-04-08T01:00:00Z');
  const late = await official.delete(path(mine));
  expect([late.status, late.body.code, errorsOf(late)]).toEqual([409, 'apology-too-late', ['id sessionToCome']]);
  expect((await ownOf()).canApologise).toBe(false);
  await expect(
    app.database.rows(
      `INSERT INTO attendance_apologies (session_id, nomination_id, reason, said_at, said_by)
       SELECT $1, $2, 'Muộn', $3, id FROM accounts WHERE username = 'board'`,
      [sessions[3]?.id, second, '2026-04-08T01:00:00Z'],
    ),
  ).rejects.toThrow('apology_before_its_session');
});

test('nothing is recorded of a class that has not begun, nor of a session that has not', async () => {
  at(DURING_FIRST);
  const idle = await put(sessions[0], allBut());
  expect([idle.status, idle.body.code, errorsOf(idle)]).toEqual([409, 'attendance-of-idle-class', ['id classRuns']]);
  expect((await whole()).mayRecord).toBe(false);
  at('2026-04-05T02:00:00Z');
  ok(await board.post(`/courses/${course.id}/start`));
  const early = await put(sessions[0], allBut());
  expect([early.status, early.body.code, early.body.errors]).toEqual([
    409,
    'attendance-too-early',
    [{ path: 'id', rule: 'sessionHasBegun', message: 'Buổi học phải đã bắt đầu (07:30, 06/04/2026).' }],
  ]);
  const { body } = await board.put(
    `/sessions/${sessions[0]?.id}/attendance`,
    { marks: allBut() },
    { 'accept-language': 'en' },
  );
  expect(body.title).toBe('Attendance cannot be recorded yet: the session has not begun.');
});

test('a sheet is recorded as a whole: who is left out has no mark, the same sheet again changes nothing', async () => {
  at(DURING_FIRST);
  const [first = '', second = ''] = people;
  const empty = await board.get(`/sessions/${sessions[0]?.id}/attendance`);
  expect([empty.body.version, empty.headers.get('etag'), empty.body.mayRecord]).toEqual([0, '"0"', true]);
  expect(empty.body.lines.map(({ mark }: Body) => mark)).toEqual(people.map(() => null));

  const sheet = allBut({ [first]: 'absent' }, people.slice(0, 6));
  const recorded = await put(sessions[0], sheet, 0);
  expect([recorded.status, recorded.body.version, recorded.headers.get('etag')]).toEqual([200, 1, '"1"']);
  expect(recorded.body.recordedBy).toBe('Ban Tổ chức Huyện ủy');
  const marks = Object.fromEntries(recorded.body.lines.map(({ nominationId, mark }: Body) => [nominationId, mark]));
  expect(people.map((id) => marks[id])).toEqual([
    'absent',
    'present',
    'present',
    'present',
    'present',
    'present',
    null,
  ]);

  // The answer was lost, and the request comes again.
  expect((await put(sessions[0], [...sheet].reverse(), 0)).body.version).toBe(1);
  const stale = await put(sessions[0], allBut(), 0);
  expect([stale.status, errorsOf(stale)]).toEqual([412, ['version current']]);
  const corrected = await put(sessions[0], allBut({ [first]: 'excused', [second]: 'late' }), 1);
  expect(corrected.body.version).toBe(2);
  expect(await trail()).toMatchObject([
    { action: 'attendance.recorded', data: { on: MONDAY, from: '07:30', present: 5, absent: 1, people: 6 } },
    {
      action: 'attendance.corrected',
      data: {
        present: 5,
        late: 1,
        excused: 1,
        absent: 0,
        people: 3,
        changes: expect.arrayContaining([
          { nominationId: first, before: 'absent', after: 'excused' },
          { nominationId: second, before: 'present', after: 'late' },
          { nominationId: people[6], before: null, after: 'present' },
        ]),
      },
    },
  ]);
});

test('what a sheet cannot say is refused, by field and rule, and nothing of it is kept', async () => {
  const stranger = await app.database.value<string>('SELECT id FROM nominations WHERE course_id <> $1 LIMIT 1', [
    course.id,
  ]);
  const version = async (): Promise<number> =>
    (await board.get(`/sessions/${sessions[0]?.id}/attendance`)).body.version;
  const foreign = await put(sessions[0], [...allBut(), { nominationId: stranger, mark: 'present' }]);
  expect([foreign.status, errorsOf(foreign)]).toEqual([404, ['marks.7.nominationId exists']]);
  const twice = await put(sessions[0], [...allBut(), { nominationId: people[2], mark: 'late' }]);
  expect([twice.status, errorsOf(twice)]).toEqual([422, ['marks.7.nominationId personTwice']]);
  const unknown = await put(sessions[0], [{ nominationId: people[0], mark: 'asleep' }]);
  expect([unknown.status, errorsOf(unknown)]).toEqual([422, ['marks.0.mark isIn']]);
  expect((await put({ id: people[0] }, [])).status).toBe(404);
  expect(await version()).toBe(2);
});

test('the database itself refuses marks of other classes, of times to come, and twice', async () => {
  const stranger = await app.database.value<string>(
    `SELECT id FROM nominations WHERE course_id <> $1 AND is_trainee(state) LIMIT 1`,
    [course.id],
  );
  const insert = (session: Body, nomination: string | undefined, marked: string): Promise<unknown> =>
    app.database
      .rows(
        `WITH sheet AS (INSERT INTO attendance_sheets (session_id) VALUES ($1) ON CONFLICT DO NOTHING)
       SELECT 1`,
        [session.id],
      )
      .then(() =>
        app.database.rows(
          `INSERT INTO attendance_marks (session_id, nomination_id, mark, marked_at) VALUES ($1, $2, 'present', $3)`,
          [session.id, nomination, marked],
        ),
      );
  await expect(insert(sessions[1], stranger, AFTER_ALL)).rejects.toThrow('attendance_of_own_class');
  await expect(insert(sessions[3], people[0], DURING_FIRST)).rejects.toThrow('attendance_not_before_its_session');
  await expect(insert(sessions[0], people[0], AFTER_ALL)).rejects.toThrow('attendance_mark_once_per_person');
});

test('units see their own people, leaders all of them, officials themselves; only the board records', async () => {
  const [km, bix] = [await app.as('xa-km'), await app.as('xa-bix')];
  expect((await whole(bix)).people.map(({ nominationId }: Body) => nominationId).sort()).toEqual(
    people.slice(0, 5).sort(),
  );
  const ofKm = ok(await km.get(`/sessions/${sessions[0]?.id}/attendance`));
  expect([ofKm.lines.length, ofKm.mayRecord]).toEqual([2, false]);
  const seen = await whole(await app.as('leader'));
  expect([seen.people.length, seen.mayRecord]).toEqual([7, false]);
  expect((await put(sessions[0], allBut(), undefined, bix)).status).toBe(403);
  const official = await app.as('can-bo');
  expect((await official.get(`/courses/${course.id}/attendance`)).status).toBe(403);
  const mine = ok(await official.get('/own/attendance')).items.find(({ course: its }: Body) => its.id === course.id);
  expect(mine).toMatchObject({ minimum: 80, tally: { marks: { excused: 1 }, open: 3, markedMinutes: 210 } });
  expect(mine.sessions.map(({ mark }: Body) => mark)).toEqual(['excused', null, null, null]);
  expect(ok(await bix.get(`/officials/${own}/attendance`)).items[0]).toEqual(mine);
  expect((await km.get(`/officials/${own}/attendance`)).status).toBe(404);
});

test('who takes a seat over is on the list from that day, who left until then, and marks stay where they were made', async () => {
  at('2026-04-07T10:00:00Z');
  const leaver = people[4] ?? '';
  ok(await put(sessions[2], allBut()));
  const stranger = (await officialsOf(app, 'BIX'))[10];
  ok(await board.post(`/nominations/${leaver}/replace`, { officialId: stranger, reason: 'Chuyển công tác.' }));
  at(AFTER_ALL);
  const { people: all } = await whole();
  const newcomer = all.find(({ officialId }: Body) => officialId === stranger);
  expect(newcomer.cells).toEqual(['off', 'off', 'open', 'open']);
  expect(personOf({ people: all }, leaver).cells).toEqual(['present', 'open', 'present', 'off']);
  const late = await put(sessions[3], [{ nominationId: leaver, mark: 'absent' }]);
  expect([late.status, late.body.code, errorsOf(late)]).toEqual([
    422,
    'not-on-the-list',
    ['marks.0.nominationId onTheListThatDay'],
  ]);
  const early = await put(sessions[0], [{ nominationId: newcomer.nominationId, mark: 'present' }]);
  expect([early.status, early.body.code]).toEqual([422, 'not-on-the-list']);
  await expect(
    app.database.rows(
      `INSERT INTO attendance_marks (session_id, nomination_id, mark, marked_at) VALUES ($1, $2, 'present', $3)`,
      [sessions[0]?.id, newcomer.nominationId, AFTER_ALL],
    ),
  ).rejects.toThrow('attendance_of_people_on_the_list');
});

test('shares weigh by minutes against the minimum of the program, and say when it cannot be reached', async () => {
  const [first = '', second = ''] = people;
  const staying = people.filter((_, index) => index !== 4);
  const before = await whole();
  expect(before.minimum).toBe(80);
  // Excused from 210 minutes of 810: with the rest at most 74 percent.
  expect(personOf(before, first).tally).toEqual({
    marks: { present: 1, late: 0, excused: 1, absent: 0 },
    open: 2,
    attendedMinutes: 210,
    markedMinutes: 420,
    totalMinutes: 810,
    standing: 'out-of-reach',
  });
  expect(personOf(before, second).tally).toMatchObject({ attendedMinutes: 420, standing: 'on-track' });
  ok(await put(sessions[1], allBut({ [second]: 'absent' })));
  expect(personOf(await whole(), second).tally).toMatchObject({ attendedMinutes: 420, standing: 'out-of-reach' });
  ok(await put(sessions[3], allBut({}, staying)));
  const after = await whole();
  expect(personOf(after, first).tally.standing).toBe('below');
  expect(personOf(after, people[2] ?? '').tally).toMatchObject({ attendedMinutes: 810, standing: 'met' });
});

test('a session with marks is neither cancelled nor moved to a time to come; cleared first, it is', async () => {
  const session = await lay('2026-04-09', '07:30', '11:00');
  ok(await put(session, [{ nominationId: people[0], mark: 'present' }]));
  const removed = await board.delete(`/sessions/${session.id}`);
  expect([removed.status, removed.body.code, errorsOf(removed)]).toEqual([
    409,
    'session-has-marks',
    ['id sessionWithoutMarks'],
  ]);
  const moved = await board.patch(`/sessions/${session.id}`, {
    startsAt: '2026-04-10T20:00:00+07:00',
    endsAt: '2026-04-10T21:00:00+07:00',
  });
  expect([moved.status, moved.body.code, errorsOf(moved)]).toEqual([
    409,
    'marked-session-has-begun',
    ['startsAt notAfterItsMarks'],
  ]);
  const earlier = { startsAt: '2026-04-09T08:00:00+07:00', endsAt: '2026-04-09T10:00:00+07:00' };
  expect(ok(await board.patch(`/sessions/${session.id}`, earlier)).version).toBe(2);
  ok(await put(session, []));
  expect((await board.delete(`/sessions/${session.id}`)).status).toBe(204);
  expect((await put(session, [])).status).toBe(404);
});

test('of marking and cancelling at the same time one is refused, whichever comes second', async () => {
  for (let round = 0; round < 10; round++) {
    const session = await lay('2026-04-10', '07:30', '11:00');
    const [marked, cancelled] = await Promise.all([
      put(session, [{ nominationId: people[0], mark: 'present' }]),
      board.delete(`/sessions/${session.id}`),
    ]);
    const outcome = [marked.status, cancelled.status].join(' ');
    expect(['200 409', '404 204', '409 204']).toContain(outcome);
    if (marked.status === 200) {
      ok(await put(session, []));
      expect((await board.delete(`/sessions/${session.id}`)).status).toBe(204);
    }
  }
  expect(await app.app.get(SoundnessService).findings()).toEqual([]);
});

test('two who record one sheet at the same time do not overwrite each other unseen', async () => {
  const session = await lay('2026-04-10', '13:30', '16:30');
  const answers = await Promise.all(
    people.slice(0, 4).map((nominationId) => put(session, [{ nominationId, mark: 'present' }], 0)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  ok(await put(session, []));
  expect((await board.delete(`/sessions/${session.id}`)).status).toBe(204);
});

test('the check of the data finds a mark that is of no session of its class', async () => {
  const found = async (): Promise<string[]> => (await app.app.get(SoundnessService).findings()).map(({ rule }) => rule);
  const foreign = await lay(
    '2026-06-02',
    '07:30',
    '11:00',
    (await build.course(app, { startsOn: '2026-06-01', endsOn: '2026-06-05' })).id,
  );
  await app.database.rows('ALTER TABLE attendance_marks DISABLE TRIGGER USER');
  await app.database.rows('INSERT INTO attendance_sheets (session_id) VALUES ($1)', [foreign.id]);
  await app.database.rows(
    `INSERT INTO attendance_marks (session_id, nomination_id, mark, marked_at) VALUES ($1, $2, 'present', $3)`,
    [foreign.id, people[0], AFTER_ALL],
  );
  expect(await found()).toEqual(['marks-are-of-the-own-class', 'marks-are-of-sessions-that-were-held']);
  await app.database.rows('DELETE FROM attendance_marks WHERE session_id = $1', [foreign.id]);
  await app.database.rows('ALTER TABLE attendance_marks ENABLE TRIGGER USER');
});

test('the sheet is handed out as a workbook, filled or to be filled', async () => {
  const sheetOf = async (query = ''): Promise<unknown[][]> => {
    const [sheet] = await readExcelFile(await board.file(`/courses/${course.id}/attendance/export${query}`));
    return sheet?.data as unknown[][];
  };
  const filled = await sheetOf();
  expect(filled[0]?.[0]).toBe(`SỔ ĐIỂM DANH LỚP ${course.code}`.toLocaleUpperCase('vi'));
  const heading = filled.findIndex((row) => row.includes('Chiều'));
  expect(filled[heading]?.slice(3, 7)).toEqual(['Sáng', 'Chiều', 'Sáng', 'Sáng']);
  expect(filled[heading - 1]?.slice(3, 7)).toEqual(['06/04/2026', null, '07/04/2026', '08/04/2026']);
  const lines = filled.slice(heading + 1, heading + 9);
  const { people: all } = await whole();
  expect(lines.map((row) => row[1])).toEqual(all.map(({ fullName }: Body) => fullName));
  const first = lines[all.findIndex(({ nominationId }: Body) => nominationId === people[0])] ?? [];
  expect(first.slice(3)).toEqual(['P', 'x', 'x', 'x', 3, 0, 1, 0, '10 / 13.5', 'Thiếu']);
  const blank = await sheetOf('?blank=true');
  expect(
    blank
      .slice(heading + 1, heading + 9)
      .flatMap((row) => row.slice(3))
      .filter(Boolean),
  ).toEqual(all.flatMap(({ cells }: Body) => cells.filter((cell: string) => cell === 'off').map(() => '–')));
});

test('a class without a timetable has nobody and nothing to mark', async () => {
  const bare = await build.openCourse(app, { startsOn: '2026-11-09', endsOn: '2026-11-13' });
  expect(ok(await board.get(`/courses/${bare.id}/attendance`))).toEqual({
    sessions: [],
    people: [],
    minimum: 80,
    mayRecord: false,
  });
});

test('a class that is cancelled takes its sessions along and keeps its marks', async () => {
  at('2026-03-02T03:00:00Z');
  const made = await confirmed(
    { KM: (await officialsOf(app, 'KM')).slice(4, 6) },
    { startsOn: '2026-05-04', endsOn: '2026-05-08' },
  );
  const session = await lay('2026-05-04', '07:30', '11:00', made.course.id);
  at('2026-05-04T03:00:00Z');
  ok(await board.post(`/courses/${made.course.id}/start`));
  ok(await put(session, allBut({}, made.ids)));
  const cancelled = await board.post(`/courses/${made.course.id}/cancel`, { reason: 'Bão.' });
  expect(cancelled.status).toBeLessThan(300);
  expect((await put(session, [])).status).toBe(404);
  expect(
    await app.database.value<number>('SELECT count(*)::int FROM attendance_marks WHERE session_id = $1', [session.id]),
  ).toBe(2);
  expect(await app.app.get(SoundnessService).findings()).toEqual([]);
});
