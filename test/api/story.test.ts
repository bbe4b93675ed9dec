import fs from 'node:fs';
import path from 'node:path';
import { foldVietnamese } from '../../src/kernel/vietnamese-text.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** The year of one class as the people of the pilot live it, from the imported workbooks to the report. */
const pilot = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../fixtures/pilot/expected.json'), 'utf8')) as Record<
  string,
  Body
>;

let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
});
afterAll(() => app.stop());

const read = async (path: string): Promise<Body> => ok(await board.get(path));

describe('the registry after the first start', () => {
  test('a person logs in and learns who they are and what they may do', async () => {
    const me = ok(await (await app.as('xa-bix')).get('/auth/me'));
    expect(me).toMatchObject({ username: 'xa-bix', role: 'committee', locale: 'vi', mustChangePassword: false });
    expect(me.unit).toMatchObject({ code: 'BIX', name: 'Xã Bính Xá' });
    expect(me.abilities).toContain('nominations.submit');
    expect(me.abilities).not.toContain('nominations.decide');
  });

  test('a person who logs out is not let in again with the old cookie', async () => {
    const { status, headers } = await app.anyone.post('/auth/login', {
      username: 'leader',
      password: 'hong-chuyen-demo',
    });
    expect(status).toBe(200);
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    expect((await app.anyone.get('/auth/me', session)).status).toBe(200);
    expect((await app.anyone.post('/auth/logout', undefined, session)).status).toBe(204);
    expect((await app.anyone.get('/auth/me', session)).status).toBe(401);
  });

  test('a program comes in with a personal token, and not after it was revoked', async () => {
    const made = ok(await board.post('/auth/tokens', { name: 'báo cáo', days: 7 }));
    const bearer = { authorization: `Bearer ${made.token}` };
    expect((await app.anyone.get('/auth/me', bearer)).body.username).toBe('board');
    expect((await board.delete(`/auth/tokens/${made.id}`)).status).toBe(204);
    expect((await app.anyone.get('/auth/me', bearer)).status).toBe(401);
  });

  test('the district has its twelve communes and towns', async () => {
    const { items } = await read('/units?page[size]=500');
    const communes = items
      .filter(({ kind }: Body) => kind === 'commune' || kind === 'town')
      .map(({ name }: Body) => name);
    expect(communes.sort()).toEqual(Object.keys(pilot.perUnit).sort());
    expect(communes).toHaveLength(12);
  });

  test('all 243 officials of the workbook are there, page by page, each once', async () => {
    const names: string[] = [];
    const ids = new Set<string>();
    let next: string | null = '';
    while (next !== null) {
      const page: Body = await read(`/officials?page[size]=50${next && `&page[after]=${next}`}`);
      expect(page.total).toBe(pilot.officials);
      for (const { id, fullName } of page.items) {
        ids.add(id);
        names.push(fullName);
      }
      next = page.next;
    }
    expect(names).toHaveLength(243);
    expect(ids.size).toBe(243);
  });

  test('a class of each kind of program is on the calendar, those beside work in blocks over months', async () => {
    const sessions = [
      ...(await read('/sessions?from=2026-01-01&to=2026-12-31')).items,
      ...(await read('/sessions?from=2019-01-01&to=2019-12-31')).items,
    ];
    const months = new Map<string, Set<string>>();
    for (const { course: one, startsAt, room, lecturer, subject } of sessions) {
      expect([room, lecturer, subject]).not.toContain(null);
      const kind = one.code.split('-')[0];
      months.set(kind, (months.get(kind) ?? new Set<string>()).add(startsAt.slice(0, 7)));
    }
    const programs = (await read('/programs')).items.map(({ code }: Body) => code);
    expect([...months.keys()].sort()).toEqual(programs.sort());
    expect(months.get('TC')?.size).toBeGreaterThanOrEqual(5);
    const theory = (await read('/courses?q=TC-2026')).items[0];
    expect(theory.mode).toBe('non-concentrated');
    // So the ages of classes beside work are asked.
    const { items } = ok(await (await app.as('xa-bix')).get(`/courses/${theory.id}/candidates?page[size]=5`));
    for (const { checks } of items) expect(checks.map(({ rule }: Body) => rule)).toContain('age');
  });

  test('lists sort by the given name in Vietnamese order', async () => {
    const { items } = await read('/officials?page[size]=500');
    const given: string[] = items.map(({ fullName }: Body) => fullName.split(' ').at(-1));
    expect(given).toEqual([...given].sort(new Intl.Collator('vi').compare));
    expect(given).not.toEqual([...given].sort());
  });

  test('typing "dang" finds everybody called Đặng', async () => {
    const all = (await read('/officials?page[size]=500')).items as Body[];
    const found = (await read('/officials?q=dang&page[size]=500')).items as Body[];
    expect(found.map(({ id }) => id)).toEqual(
      all.filter(({ fullName }) => foldVietnamese(fullName).includes('dang')).map(({ id }) => id),
    );
    expect(found.some(({ fullName }) => fullName.startsWith('Đặng '))).toBe(true);
    expect((await read('/officials?q=Đặng')).total).toBe(found.length);
  });

  test('a committee sees its own people only, and a cell does not see what the law calls sensitive', async () => {
    const own = ok(await (await app.as('xa-bix')).get('/officials?page[size]=500'));
    expect(own.total).toBe(23);
    expect(new Set(own.items.map(({ unit }: Body) => unit.code))).toEqual(new Set(['BIX']));
    const cell = await app.as('chibo-bix-1');
    const [someone] = ok(await cell.get('/officials')).items;
    expect(ok(await cell.get(`/officials/${someone.id}`))).toMatchObject({
      masked: true,
      membership: null,
      ethnicGroup: null,
    });
    expect(ok(await board.get(`/officials/${someone.id}`))).toMatchObject({ masked: false, membership: 'full' });
  });

  test('the kinds of training are known, with which of them are rationed', async () => {
    const { items } = await read('/programs');
    expect(items.map(({ code }: Body) => code)).toEqual([
      'CC',
      'TC',
      'SC',
      'CNKT',
      'DTD',
      'DVM',
      'NVD',
      'NVCM',
      'CDHCM',
    ]);
    expect(items.filter(({ needsQuota }: Body) => needsQuota).map(({ code }: Body) => code)).toEqual(['CC', 'TC']);
  });
});

describe('the figures of the pilot', () => {
  test('243 officials, 237 and 240 of them up to standard, and 7 of 12 units complete', async () => {
    const report = await read('/reports/standards');
    expect(report).toMatchObject({
      officials: pilot.officials,
      professional: pilot.professionalStandard,
      llct: pilot.llctStandard,
      unitsTotal: 12,
      unitsAllMet: pilot.unitsAllMet,
    });
  });

  test('every unit has the figures of the workbook', async () => {
    const { units } = await read('/reports/standards');
    const figures = units.map(({ name, officials, professional, llct }: Body) => [
      name,
      { officials, professional, llct },
    ]);
    expect(Object.fromEntries(figures)).toEqual(pilot.perUnit);
    expect(units.find(({ code }: Body) => code === 'BIX')).toMatchObject({
      officials: 23,
      professional: 23,
      llct: 23,
      allMet: true,
    });
    expect(units.find(({ code }: Body) => code === 'DL-TT')).toMatchObject({
      officials: 19,
      professional: 19,
      llct: 19,
      allMet: true,
    });
  });

  test('84 classes with 6,048 turns, year by year', async () => {
    const report = await read('/reports/courses-by-year?from=2015&to=2019');
    expect(report).toMatchObject({ courses: pilot.classes, trainees: pilot.trainees });
    expect(Object.fromEntries(report.items.map(({ year, courses }: Body) => [year, courses]))).toEqual(
      pilot.classesPerYear,
    );
  });

  test('19 people sent to advanced and 230 to intermediate theory', async () => {
    expect(await read('/reports/sent-to-theory')).toMatchObject({
      advanced: pilot.sentAdvanced,
      intermediate: pilot.sentIntermediate,
    });
  });
});

describe('one class of intermediate theory', () => {
  let course: Body;
  const people: Record<string, string> = {};
  const nominations: Record<string, string> = {};

  const at = (name: string): string => nominations[name] ?? '';
  const step = async (name: string, verb: string, body: object = {}): Promise<Body> =>
    board.post(`/nominations/${at(name)}/${verb}`, body);
  const now = async (): Promise<Body> => read(`/courses/${course.id}`);
  const quota = async (code: string): Promise<Body> => {
    const { items } = await read(`/quotas?programId=${course.programId}&period=2026&page[size]=500`);
    return items.find(({ unit }: Body) => unit.code === code);
  };
  const nominate = async (username: string, names: string[]): Promise<Body[]> => {
    const officialIds = names.map((name) => people[name]);
    const { items } = ok(await (await app.as(username)).post('/nominations', { courseId: course.id, officialIds }));
    names.forEach((name, index) => {
      if (items[index].nominationId) nominations[name] = items[index].nominationId;
    });
    return items;
  };
  const eligible = async (username: string): Promise<string[]> => {
    const { items } = ok(await (await app.as(username)).get(`/courses/${course.id}/candidates?page[size]=100`));
    return items.filter(({ eligible }: Body) => eligible).map(({ official }: Body) => official.id);
  };
  const failed = ({ checks }: Body): string[] =>
    checks.filter(({ result }: Body) => result === 'fail').map(({ rule }: Body) => rule);

  test('the board plans it as a draft that no commune sees yet', async () => {
    course = await build.course(app, {
      program: 'TC',
      startsOn: '2026-11-02',
      endsOn: '2026-11-20',
      capacity: 4,
      minimum: 4,
      title: 'Trung cấp LLCT',
    });
    expect(course).toMatchObject({ state: 'draft', seatsTaken: 0, deadline: null });
    expect((await (await app.as('xa-bix')).get(`/courses/${course.id}`)).status).toBe(404);
  });

  test('opening it calls all twelve communes', async () => {
    course = ok(
      await board.post(`/courses/${course.id}/open-nominations`, {
        deadline: '2026-04-15',
        documentNumber: '15-CV/BTCHU',
      }),
    );
    expect(course).toMatchObject({ state: 'open', deadline: '2026-04-15', documentNumber: '15-CV/BTCHU' });
    expect(course.calls).toEqual({ units: 12, answered: 0, late: 0, awaiting: 12, silent: 0 });
    const { items, total } = ok(await (await app.as('xa-bix')).get(`/calls?courseId=${course.id}`));
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      status: 'awaiting',
      answer: null,
      daysLeft: 44,
      unit: { code: 'BIX' },
      can: { answer: true, extend: false },
    });
  });

  test('the board shares the places of the year out', async () => {
    await build.quota(app, 'TC', { BL: 2, BX: 1, DT: 3, BIX: 2 });
    expect(await quota('BX')).toMatchObject({ places: 1, taken: 0, left: 1 });
  });

  test('a committee is shown first who needs the class, with the reason for everybody else', async () => {
    const { items } = ok(await (await app.as('xa-bl')).get(`/courses/${course.id}/candidates?page[size]=100`));
    expect(items).toHaveLength(20);
    expect(items[0]).toMatchObject({ needed: true, eligible: true, official: { fullName: 'Đặng Thị Bích Hương' } });
    const holder = items.find(({ official }: Body) => official.llctLevel === 'intermediate');
    expect(holder.eligible).toBe(false);
    expect(holder.checks.find(({ rule }: Body) => rule === 'llct-not-yet').message).toBe(
      'Đã có trình độ LLCT trung cấp, lớp này đào tạo trung cấp.',
    );
    const [bl1, bl2] = await eligible('xa-bl');
    Object.assign(people, { bl1, bl2, holder: holder.official.id });
  });

  test('a list is answered line by line', async () => {
    const lines = await nominate('xa-bl', ['bl1', 'bl2', 'holder']);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['seated', 'seated', 'refused']);
    expect(failed(lines[2])).toContain('llct-not-yet');
    expect(await quota('BL')).toMatchObject({ reserved: 2, left: 0 });
    expect(await now()).toMatchObject({ seatsTaken: 2, waitlisted: 0, calls: { answered: 1, awaiting: 11 } });
  });

  test('a commune whose places are used up nominates nobody more', async () => {
    const [bx1, bx2] = await eligible('xa-bx');
    Object.assign(people, { bx1, bx2 });
    const lines = await nominate('xa-bx', ['bx1', 'bx2']);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['seated', 'refused']);
    expect(failed(lines[1])).toContain('quota-left');
    expect(await quota('BX')).toMatchObject({ reserved: 1, left: 0 });
  });

  test('the same person is not taken twice', async () => {
    const [line] = await nominate('xa-bl', ['bl1']);
    expect(line.outcome).toBe('refused');
    expect(failed(line)).toContain('not-nominated');
  });

  test('who comes when the seats are gone waits in the order of the list', async () => {
    const [bix1] = await eligible('xa-bix');
    const [dt1, dt2] = await eligible('xa-dt');
    Object.assign(people, { bix1, dt1, dt2 });
    expect((await nominate('xa-bix', ['bix1']))[0].outcome).toBe('seated');
    expect((await nominate('xa-dt', ['dt1', 'dt2'])).map(({ outcome }) => outcome)).toEqual([
      'waitlisted',
      'waitlisted',
    ]);
    expect(await now()).toMatchObject({ seatsTaken: 4, waitlisted: 2 });
    expect(await read(`/nominations/${at('dt2')}`)).toMatchObject({ place: 'waitlist', waitlistPosition: 2 });
    expect(await quota('DT')).toMatchObject({ reserved: 2 });
  });

  test('nobody on the waitlist can be approved', async () => {
    expect(await step('dt1', 'approve')).toMatchObject({ status: 409, body: { code: 'still-waitlisted' } });
  });

  test('the board approves; returns with a reason and gets it back mended', async () => {
    expect(ok(await step('bl1', 'approve', { reason: 'Đã xem hồ sơ.' }))).toMatchObject({
      state: 'approved',
      place: 'seat',
    });
    expect(await step('bx1', 'return')).toMatchObject({ status: 422, body: { errors: [{ path: 'reason' }] } });
    expect(ok(await step('bx1', 'return', { reason: 'Bổ sung bằng tốt nghiệp.' }))).toMatchObject({
      state: 'returned',
      place: 'seat',
      reason: 'Bổ sung bằng tốt nghiệp.',
    });
    expect(ok(await (await app.as('xa-bx')).post(`/nominations/${at('bx1')}/resubmit`, {}))).toMatchObject({
      state: 'submitted',
      place: 'seat',
    });
    expect(ok(await step('bx1', 'approve', { reason: 'Đã xem hồ sơ.' })).state).toBe('approved');
    const { history } = await read(`/nominations/${at('bx1')}`);
    expect(history.map(({ action }: Body) => action)).toEqual([
      'nomination.seated',
      'nomination.returned',
      'nomination.submitted',
      'nomination.approved',
    ]);
  });

  test('a withdrawal moves the first of the waitlist up and gives the quota place back', async () => {
    expect(
      ok(await (await app.as('xa-bl')).post(`/nominations/${at('bl2')}/withdraw`, { reason: 'Nghỉ thai sản.' })),
    ).toMatchObject({
      state: 'withdrawn',
      place: 'none',
    });
    expect(await read(`/nominations/${at('dt1')}`)).toMatchObject({ place: 'seat', state: 'submitted' });
    expect(await read(`/nominations/${at('dt2')}`)).toMatchObject({ place: 'waitlist', waitlistPosition: 1 });
    expect(await now()).toMatchObject({ seatsTaken: 4, waitlisted: 1 });
    expect(await quota('BL')).toMatchObject({ reserved: 0, taken: 1, left: 1 });
  });

  test('a rejection needs its reason and moves the next one up', async () => {
    expect((await step('bix1', 'reject')).status).toBe(422);
    expect(ok(await step('bix1', 'reject', { reason: 'Chưa đủ thời gian công tác.' }))).toMatchObject({
      state: 'rejected',
      place: 'none',
    });
    expect(await read(`/nominations/${at('dt2')}`)).toMatchObject({ place: 'seat' });
    expect(await now()).toMatchObject({ seatsTaken: 4, waitlisted: 0 });
    expect(await quota('BIX')).toMatchObject({ reserved: 0, taken: 0 });
  });

  test('a commune answers that it has nobody to send, with the reason', async () => {
    const call = await callOf(app, course.id, 'CL');
    const commune = await app.as('xa-cl');
    expect(await commune.post(`/calls/${call}/decline`, {})).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'reason' }] },
    });
    expect(ok(await commune.post(`/calls/${call}/decline`, { reason: 'Không còn ai chưa học.' }))).toMatchObject({
      answer: 'none',
      status: 'answered',
      reason: 'Không còn ai chưa học.',
    });
  });

  test('a commune asks for more time and the board gives it another day', async () => {
    const call = await callOf(app, course.id, 'KM');
    const asked = ok(
      await (
        await app.as('xa-km')
      ).post(`/calls/${call}/ask-more-time`, { until: '2026-04-30', reason: 'Chờ họp chi bộ.' }),
    );
    expect(asked).toMatchObject({ answer: 'more-time', askedUntil: '2026-04-30' });
    const { tasks } = await read('/reports/home');
    expect(tasks.map(({ kind }: Body) => kind)).toContain('answer-more-time');
    expect(ok(await board.post(`/calls/${call}/extend`, { deadline: '2026-04-28' }))).toMatchObject({
      answer: null,
      status: 'awaiting',
      deadline: '2026-04-28',
    });
  });

  test('who is silent after the deadline is counted as silent, and an answer then as late', async () => {
    app.clock.set('2026-04-20T02:00:00Z');
    expect((await now()).calls).toEqual({ units: 12, answered: 5, late: 0, awaiting: 1, silent: 6 });
    const call = await callOf(app, course.id, 'TB');
    ok(await (await app.as('xa-tb')).post(`/calls/${call}/decline`, { reason: 'Tất cả đã học.' }));
    expect((await now()).calls).toMatchObject({ late: 1, silent: 5 });
  });

  test('a closed class takes no more lists', async () => {
    expect(ok(await board.post(`/courses/${course.id}/close-nominations`))).toMatchObject({ state: 'closed' });
    const answer = await (
      await app.as('xa-bl')
    ).post('/nominations', { courseId: course.id, officialIds: [people.bl2] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'course-not-open', errors: [{ path: 'courseId' }] } });
  });

  test('the list is fixed only when everybody on it has a decision', async () => {
    expect(await board.post(`/courses/${course.id}/confirm`, {})).toMatchObject({
      status: 409,
      body: { code: 'undecided-nominations', count: 2 },
    });
    ok(await step('dt1', 'approve', { reason: 'Đã xem hồ sơ.' }));
    ok(await step('dt2', 'approve', { reason: 'Đã xem hồ sơ.' }));
    const bare = await board.post(`/courses/${course.id}/confirm`, {});
    expect([bare.status, bare.body.code, bare.body.errors[0].rule]).toEqual([
      422,
      'timetable-incomplete',
      'reasonNoTimetable',
    ]);
    const session = { startsAt: '2026-11-02T08:00:00+07:00', endsAt: '2026-11-02T11:00:00+07:00' };
    const { id: sessionId } = ok(await board.post(`/courses/${course.id}/sessions`, session));
    const gaps = await board.post(`/courses/${course.id}/confirm`, {});
    expect(gaps.body.errors).toMatchObject([{ path: 'reason', rule: 'reasonTimetableGaps' }]);
    expect(gaps.body.errors[0].message).toContain('1 buổi chưa có phòng, 1 buổi chưa có giảng viên');
    const [room, lecturer] = [await read('/rooms'), await read('/lecturers')].map(({ items }) => items[0].id);
    ok(await board.patch(`/sessions/${sessionId}`, { roomId: room, lecturerId: lecturer }));
    expect(ok(await board.post(`/courses/${course.id}/confirm`, {}))).toMatchObject({ state: 'confirmed' });
  });

  test('the class begins and ends, and who completed it holds the level from its last day', async () => {
    app.clock.set('2026-11-02T02:00:00Z');
    expect(ok(await board.post(`/courses/${course.id}/start`))).toMatchObject({ state: 'running' });
    app.clock.set('2026-11-25T02:00:00Z');
    expect(ok(await board.post(`/courses/${course.id}/complete`, { notCompleted: [at('dt2')] }))).toMatchObject({
      state: 'completed',
    });
    expect(await read(`/nominations/${at('dt2')}`)).toMatchObject({ state: 'not-completed' });
    const { qualifications, llctLevel } = await read(`/officials/${people.bl1}`);
    expect(llctLevel).toBe('intermediate');
    expect(qualifications).toContainEqual(
      expect.objectContaining({ kind: 'llct', level: 'intermediate', obtainedOn: '2026-11-20', source: course.code }),
    );
    expect((await read(`/officials/${people.dt2}`)).llctLevel).toBe('elementary');
  });

  test('the three gaps it closed show in the report of today, and not in that of the day before it ended', async () => {
    expect(await read('/reports/standards')).toMatchObject({ officials: 243, llct: 243, professional: 237 });
    expect(await read('/reports/standards?asOf=2026-11-19')).toMatchObject({ llct: 240 });
    expect(await read(`/officials/${people.bl1}/standards`)).toMatchObject({
      llct: { asked: 'intermediate', has: 'intermediate', answer: 'met' },
    });
  });

  test('it counts among the classes of its year, with those who completed it', async () => {
    // Beside it the demo's own that is over, with two who completed it.
    expect((await read('/reports/courses-by-year?from=2026')).items).toEqual([{ year: 2026, courses: 2, trainees: 5 }]);
  });

  test('everything that happened to it can be read again', async () => {
    const { items } = await read(`/courses/${course.id}/history`);
    const actions = items.map(({ action }: Body) => action);
    for (const action of [
      'course.created',
      'course.opened',
      'course.nominated',
      'course.closed',
      'course.confirmed',
      'course.started',
      'course.completed',
    ]) {
      expect(actions).toContain(action);
    }
    const states = items.flatMap(({ data }: Body) =>
      data.after?.state ? [`${data.before.state} ${data.after.state}`] : [],
    );
    expect(states).toEqual(['draft open', 'open closed', 'closed confirmed', 'confirmed running', 'running completed']);
  });
});

test('a class called off gives every seat and quota place back', async () => {
  const course = await build.openCourse(app, {
    program: 'TC',
    startsOn: '2026-12-07',
    endsOn: '2026-12-11',
    deadline: '2026-12-01',
    capacity: 1,
  });
  const bix = await app.as('xa-bix');
  const eligible = ok(await bix.get(`/courses/${course.id}/candidates?page[size]=100`)).items.filter(
    ({ eligible }: Body) => eligible,
  );
  const officialIds = eligible.slice(0, 2).map(({ official }: Body) => official.id);
  ok(await bix.post('/nominations', { courseId: course.id, officialIds }));
  expect(await board.post(`/courses/${course.id}/cancel`, {})).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'reason' }] },
  });
  expect(ok(await board.post(`/courses/${course.id}/cancel`, { reason: 'Không đủ giảng viên.' }))).toMatchObject({
    state: 'cancelled',
    seatsTaken: 0,
    waitlisted: 0,
  });
  const { items } = await read(`/nominations?courseId=${course.id}`);
  expect(items.map(({ state }: Body) => state)).toEqual(['lapsed', 'lapsed']);
  const { items: quotas } = await read(`/quotas?programId=${course.programId}&period=2026`);
  expect(quotas.find(({ unit }: Body) => unit.code === 'BIX')).toMatchObject({ reserved: 0, taken: 0 });
});
