import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, officialsOf, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import type { TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { BACKENDS } from './backends.js';

describe.each(BACKENDS)('reminders, with the queue in $name', ({ start }) => {
  let redis: TestRedis | undefined;
  let app: TestApp;

  beforeAll(async () => {
    redis = await start();
    app = await startApp({ worker: true, settings: { redisUrl: redis?.url } });
  });
  beforeEach(() => {
    app.clock.set('2026-03-02T03:00:00Z');
  });
  afterAll(async () => {
    await app.stop();
    await redis?.stop();
  });

  const open = async (codes: string[]): Promise<string> => {
    const unitIds = await Promise.all(codes.map((code) => unitId(app, code)));
    const { id } = await build.openCourse(app, { unitIds, deadline: '2026-04-15' });
    await until('the calls have reached their units', async () => (await stages(id, 'sent')).length === codes.length);
    return id;
  };
  const stages = async (courseId: string, state: string, code?: string): Promise<string[]> => {
    const rows = await app.database.rows<{ stage: string }>(
      `SELECT r.stage FROM reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id JOIN units u ON u.id = uc.unit_id
       WHERE uc.course_id = $1 AND r.state = $2 AND ($3::text IS NULL OR u.code = $3) ORDER BY r.due_at`,
      [courseId, state, code ?? null],
    );
    return rows.map(({ stage }) => stage);
  };
  /** Kinds of the messages about a class in somebody's inbox, oldest first. */
  const inbox = async (username: string, courseId: string): Promise<string[]> => {
    const { items } = ok(await (await app.as(username)).get('/inbox?page[size]=500'));
    return items
      .filter(({ link }: Body) => link === `/lop/${courseId}`)
      .map(({ kind }: Body) => kind)
      .reverse();
  };
  /** Nothing is promised, and nothing due is left. */
  const quiet = async (): Promise<void> => {
    await until('the queue has nothing left to do', async () => {
      const now = app.clock.now();
      return (
        (await app.database.value<number>(
          `SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM reminders WHERE state = 'planned' AND due_at <= $1)
             + (SELECT count(*) FROM reminder_recipients WHERE state = 'waiting' AND not_before <= $1)`,
          [now],
        )) === 0
      );
    });
  };
  const pass = async (instant: string): Promise<void> => {
    app.clock.set(instant);
    await quiet();
  };

  test('a unit is told of its call once, in the inbox and by a mail that is kept while no server is set', async () => {
    const course = await open(['LC']);
    expect(await inbox('xa-lc', course)).toEqual(['call.call']);
    expect(await inbox('xa-km', course)).toEqual([]);
    const { items } = ok(await (await app.as('board')).get('/deliveries?page[size]=500'));
    const mails = items.filter(
      ({ to, body }: Body) => to === 'xa-lc@dinhlap.example' && body.includes(`/lop/${course}`),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ state: 'kept', subject: expect.stringMatching(/^Mời cử cán bộ học lớp T-/) });
    expect(mails[0].body).toContain('trước hết ngày 15/04/2026');
    ok(await (await app.as('board')).post(`/courses/${course}/close-nominations`));
  });

  test('a silent unit is reminded at each stage once, and the board is told last', async () => {
    const course = await open(['BIX']);
    const due = await app.database.rows<{ stage: string; due_at: Date }>(
      `SELECT r.stage, r.due_at FROM reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id WHERE uc.course_id = $1 ORDER BY r.due_at`,
      [course],
    );
    expect(due.map(({ stage }) => stage)).toEqual([
      'call',
      'before-10',
      'before-5',
      'before-2',
      'due',
      'after-1',
      'after-3',
      'after-5',
    ]);
    for (const { due_at } of due.slice(1)) {
      const before = (await stages(course, 'sent')).length;
      await pass(new Date(due_at.getTime() - 1000).toISOString());
      expect(await stages(course, 'sent')).toHaveLength(before);
      await pass(due_at.toISOString());
      expect(await stages(course, 'sent')).toHaveLength(before + 1);
    }
    expect(await inbox('xa-bix', course)).toEqual([
      'call.call',
      'call.before',
      'call.before',
      'call.before',
      'call.due',
      'call.after',
      'call.after',
      'call.escalation',
    ]);
    expect(await inbox('board', course)).toEqual(['call.escalation']);
  });

  test('several that are due at once are one message, and what comes at night or over the cap waits and is not lost', async () => {
    const board = await app.as('board');
    const one = await open(['CS']);
    const other = await open(['CS']);
    const messages = async (seen: ReadonlySet<string> = before): Promise<Body[]> =>
      ok(await (await app.as('xa-cs')).get('/inbox?page[size]=500')).items.filter(
        ({ id, kind }: Body) => kind !== 'call.call' && !seen.has(id),
      );
    const before = new Set<string>((await messages(new Set())).map(({ id }) => id));
    const nudge = (note?: string) =>
      board.post('/reminders/nudge', { courseId: one, unitIds: [unit], ...(note && { note }) });
    const unit = await unitId(app, 'CS');
    await pass('2026-04-01T02:00:00Z');
    const [digest] = await messages();
    expect([digest.kind, digest.link, (await messages()).length]).toEqual(['call.digest', '/', 1]);
    expect(digest.body.match(/^• T-/gm)).toHaveLength(2);
    expect([await stages(one, 'sent'), await stages(other, 'sent')]).toEqual(Array(2).fill(['call', 'before-10']));

    app.clock.set('2026-04-01T14:00:00Z');
    expect(ok(await nudge('Mời gửi danh sách sớm.')).goesAt).toBe('2026-04-02T02:00:00.000Z');
    await quiet();
    expect(await messages()).toHaveLength(1);
    await pass('2026-04-02T02:00:00Z');
    expect((await messages())[0].body).toContain('Mời gửi danh sách sớm.');

    for (const hour of ['03', '04', '05']) {
      app.clock.set(`2026-04-02T${hour}:00:00Z`);
      ok(await nudge());
      await quiet();
    }
    expect(await messages()).toHaveLength(4);
    await pass('2026-04-03T02:00:00Z');
    expect(await messages()).toHaveLength(5);
  });

  test('after an outage a silent unit gets one message, not seven', async () => {
    const course = await open(['BIX']);
    await pass('2026-05-04T03:00:00Z');
    expect(await inbox('xa-bix', course)).toEqual(['call.call', 'call.escalation']);
    expect(await stages(course, 'dropped')).toHaveLength(6);
  });

  test('whoever answers, in whichever of the three ways, is left alone from then on', async () => {
    const course = await open(['BIX', 'CL', 'KM', 'DL']);
    const [official] = await officialsOf(app, 'BIX');
    const [line] = ok(
      await (await app.as('xa-bix')).post('/nominations', { courseId: course, officialIds: [official] }),
    ).items;
    expect(line.outcome).toBe('seated');
    ok(
      await (
        await app.as('xa-cl')
      ).post(`/calls/${await callOf(app, course, 'CL')}/decline`, { reason: 'Không có ai.' }),
    );
    const km = await callOf(app, course, 'KM');
    ok(await (await app.as('xa-km')).post(`/calls/${km}/ask-more-time`, { until: '2026-04-30', reason: 'Chờ họp.' }));
    await pass('2026-05-04T03:00:00Z');
    for (const username of ['xa-bix', 'xa-cl', 'xa-km'])
      expect([username, await inbox(username, course)]).toEqual([username, ['call.call']]);
    expect(await inbox('xa-dl', course)).toEqual(['call.call', 'call.escalation']);
    expect(await inbox('board', course)).toEqual(['moreTime', 'call.escalation']);
    for (const code of ['BIX', 'CL', 'KM']) expect(await stages(course, 'dropped', code)).toHaveLength(7);

    ok(await (await app.as('board')).post(`/calls/${km}/extend`, { deadline: '2026-05-20' }));
    await quiet();
    expect(await inbox('xa-km', course)).toEqual(['call.call', 'call.call']);
    await pass('2026-05-18T02:00:00Z');
    expect(await inbox('xa-km', course)).toEqual(['call.call', 'call.call', 'call.before']);
  });

  test('who was refused more time is told so, and pressed again by the day it had', async () => {
    const course = await open(['KM']);
    const km = await callOf(app, course, 'KM');
    ok(await (await app.as('xa-km')).post(`/calls/${km}/ask-more-time`, { until: '2026-04-30', reason: 'Chờ họp.' }));
    await quiet();
    expect(await stages(course, 'planned', 'KM')).toHaveLength(0);
    ok(await (await app.as('board')).post(`/calls/${km}/refuse-time`, { reason: 'Trường đã chốt.' }));
    await quiet();
    expect(await inbox('xa-km', course)).toContain('timeRefused');
    expect(await stages(course, 'planned', 'KM')).toHaveLength(7);
  });

  test('an answer that comes while the reminder is already on its way still stops it', async () => {
    const course = await open(['TB']);
    await app.database.rows(
      `UPDATE unit_calls SET answer = 'none', answered_at = now(), reason = 'Không có ai.' WHERE course_id = $1`,
      [course],
    );
    await pass('2026-05-04T03:00:00Z');
    expect(await inbox('xa-tb', course)).toEqual(['call.call']);
    expect(await stages(course, 'dropped')).toHaveLength(7);
  });

  test('a class that closes or is called off reminds nobody; who was called learns that it is off', async () => {
    const closed = await open(['LC']);
    const cancelled = await open(['LC']);
    const board = await app.as('board');
    ok(await board.post(`/courses/${closed}/close-nominations`));
    ok(await board.post(`/courses/${cancelled}/cancel`, { reason: 'Không đủ giảng viên.' }));
    await pass('2026-05-04T03:00:00Z');
    expect(await inbox('xa-lc', closed)).toEqual(['call.call']);
    expect(await inbox('xa-lc', cancelled)).toEqual(['call.call', 'course.cancelled']);
  });

  test('a unit whose person the board moves to another class is told once, and not reminded of that class', async () => {
    const unitIds = [await unitId(app, 'CS')];
    const dates = (day: string) => ({ unitIds, startsOn: day, endsOn: day });
    const [from, to] = [
      await build.openCourse(app, dates('2026-09-14')),
      await build.openCourse(app, { ...dates('2026-09-21'), deadline: '2026-04-15' }),
    ];
    // A unit that has answered before its call arrives is not called any more.
    await until('both calls have reached the unit', async () =>
      (await Promise.all([from, to].map(({ id }) => stages(id, 'sent')))).every(({ length }) => length === 1),
    );
    const officialIds = (await officialsOf(app, 'CS')).slice(0, 1);
    const [line] = ok(await (await app.as('xa-cs')).post('/nominations', { courseId: from.id, officialIds })).items;
    const board = await app.as('board');
    ok(await board.post(`/nominations/${line.nominationId}/approve`, { reason: 'Đã xem hồ sơ.' }));
    ok(await board.post(`/nominations/${line.nominationId}/transfer`, { courseId: to.id, reason: 'Trùng họp' }));
    await pass('2026-05-04T03:00:00Z');
    expect(await inbox('xa-cs', to.id)).toEqual(['call.call', 'nomination.transferred']);
    expect(await stages(to.id, 'planned', 'CS')).toEqual([]);
  });

  test("a unit learns of each decision on its people once, in its reader's language", async () => {
    const { id: course } = await build.openCourse(app, {
      unitIds: [await unitId(app, 'DT')],
      capacity: 1,
      startsOn: '2026-08-03',
      endsOn: '2026-08-07',
    });
    const committee = await app.as('xa-dt');
    const officialIds = (await officialsOf(app, 'DT')).slice(0, 2);
    const [first, second] = ok(await committee.post('/nominations', { courseId: course, officialIds })).items;
    const board = await app.as('board');
    ok(await board.post(`/nominations/${first.nominationId}/reject`, { reason: 'Chưa đủ.' }));
    ok(await board.post(`/nominations/${second.nominationId}/return`, { reason: 'Bổ sung.' }));
    ok(await committee.post(`/nominations/${second.nominationId}/resubmit`, {}));
    ok(await board.post(`/nominations/${second.nominationId}/approve`, { reason: 'Đã xem hồ sơ.' }));
    await quiet();
    const kinds = await inbox('xa-dt', course);
    expect(kinds.filter((kind) => kind === 'nomination.rejected')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'nomination.promoted')).toHaveLength(1);
    // A message speaks of what is true when it goes, so a return that was approved meanwhile may read as an approval.
    expect(kinds).toContain('nomination.approved');
    const { items } = ok(await committee.get('/inbox?page[size]=500', { 'accept-language': 'en' }));
    const rejected = items.find(({ kind, link }: Body) => kind === 'nomination.rejected' && link === `/lop/${course}`);
    expect(rejected.title).toMatch(/^A nomination for class T-\w+ was rejected$/);
  });
});
