import { newId } from '../../src/kernel/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const callFor = async (courseId: string, code: string, as = 'board'): Promise<Body> =>
  ok(await (await app.as(as)).get(`/calls?courseId=${courseId}&page[size]=200`)).items.find(
    ({ unit }: Body) => unit.code === code,
  );

describe('calls', () => {
  test('a call carries its document, the number expected of each unit, and the papers of the program', async () => {
    const board = await app.as('board');
    const [bix, km] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
    const course = await build.course(app, { program: 'TC' });
    ok(
      await board.post(`/courses/${course.id}/open-nominations`, {
        deadline: '2026-04-15',
        documentNumber: '15-CV/BTCHU',
        unitIds: [bix, km],
        expected: [{ unitId: bix, people: 3 }],
      }),
    );
    expect(await callFor(course.id, 'BIX', 'xa-bix')).toMatchObject({
      expected: 3,
      sent: 0,
      documentNumber: '15-CV/BTCHU',
      papers: ['application', 'cv', 'degree', 'health'],
    });
    expect(await callFor(course.id, 'KM')).toMatchObject({ expected: null, sent: 0 });

    ok(await board.put(`/calls/${await callOf(app, course.id, 'KM')}/expected`, { people: 2 }));
    expect(await callFor(course.id, 'KM')).toMatchObject({ expected: 2 });
    const refused = await board.put(`/calls/${await callOf(app, course.id, 'KM')}/expected`, { people: -1 });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'people', rule: 'min' }] } });
  });

  test('a number for a unit that is not called is refused, and nothing is opened', async () => {
    const course = await build.course(app);
    const answer = await (
      await app.as('board')
    ).post(`/courses/${course.id}/open-nominations`, {
      deadline: '2026-04-15',
      unitIds: [await unitId(app, 'BIX')],
      expected: [{ unitId: await unitId(app, 'KM'), people: 3 }],
    });
    expect(answer).toMatchObject({ status: 404, body: { errors: [{ path: 'expected.0', rule: 'exists' }] } });
    expect(ok(await (await app.as('board')).get(`/courses/${course.id}`)).state).toBe('draft');
  });

  test('who sent people is counted by unit, and who withdrew is not', async () => {
    const { id: courseId } = await build.openCourse(app);
    const bix = await app.as('xa-bix');
    const officialIds = (await officialsOf(app, 'BIX')).slice(0, 6);
    const { items } = ok(await bix.post('/nominations', { courseId, officialIds }));
    const taken = items.filter(({ nominationId }: Body) => nominationId);
    expect(taken.length).toBeGreaterThan(1);
    expect((await callFor(courseId, 'BIX')).sent).toBe(taken.length);
    ok(await bix.post(`/nominations/${taken[0].nominationId}/withdraw`, {}));
    expect((await callFor(courseId, 'BIX')).sent).toBe(taken.length - 1);
    expect((await callFor(courseId, 'KM')).sent).toBe(0);
  });

  test('the board refuses more time with a reason, once; the unit reads it and owes its answer again', async () => {
    const { id: courseId } = await build.openCourse(app, { deadline: '2026-04-15' });
    const call = await callOf(app, courseId, 'BIX');
    const [board, bix] = [await app.as('board'), await app.as('xa-bix')];
    expect((await board.post(`/calls/${call}/refuse-time`, { reason: 'Không' })).status).toBe(409);
    ok(await bix.post(`/calls/${call}/ask-more-time`, { until: '2026-04-30', reason: 'Chờ họp chi bộ.' }));
    expect((await callFor(courseId, 'BIX')).can.refuseTime).toBe(true);
    expect((await board.post(`/calls/${call}/refuse-time`, { reason: ' ' })).status).toBe(422);
    ok(await board.post(`/calls/${call}/refuse-time`, { reason: 'Trường đã chốt danh sách.' }));
    expect(await callFor(courseId, 'BIX', 'xa-bix')).toMatchObject({
      answer: null,
      status: 'awaiting',
      deadline: '2026-04-15',
      timeRefused: 'Trường đã chốt danh sách.',
      can: { answer: true, refuseTime: false },
    });
    expect((await board.post(`/calls/${call}/refuse-time`, { reason: 'Lần nữa' })).status).toBe(409);
    ok(await board.post(`/calls/${call}/extend`, { deadline: '2026-05-01' }));
    expect((await callFor(courseId, 'BIX')).timeRefused).toBeNull();
  });

  test('which papers a program asks for is data; a new version starts with those of the one before', async () => {
    const board = await app.as('board');
    const { id } = await build.program(app, 'TC');
    const [version] = ok(await board.get(`/programs/${id}/versions`)).items;
    const wrong = await board.put(`/program-versions/${version.id}/papers`, { papers: ['cv', 'benh-an'] });
    expect(wrong.status).toBe(422);
    const papers = ['degree', 'application', 'health'];
    expect(ok(await board.put(`/program-versions/${version.id}/papers`, { papers })).papers).toEqual(papers);
    const later = ok(await board.post(`/programs/${id}/versions`, { from: '2031-01-01', level: 'intermediate' }));
    expect(later.papers).toEqual(papers);
    expect(ok(await board.put(`/program-versions/${later.id}/papers`, { papers: [] })).papers).toEqual([]);
    const { steps } = ok(await board.get(`/programs/${id}/versions`));
    expect(steps[0]).toMatchObject({ action: 'program.papersSet', data: { before: papers, after: [] } });
  });
});

describe('review', () => {
  /** A second reviewer: the board has several people. */
  const secondReviewer = async (): Promise<Client> => {
    await app.database.rows(
      `INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, locale, active, must_change_password, demo, created_at)
       SELECT gen_random_uuid(), 'board-2', password_hash, 'Người thẩm định thứ hai', role, unit_id, locale, true, false, true, created_at
       FROM accounts WHERE username = 'board' ON CONFLICT DO NOTHING`,
    );
    return app.as('board-2');
  };
  const listOf = async (wishes: Parameters<typeof build.openCourse>[1] = {}): Promise<Body[]> => {
    const { id: courseId } = await build.openCourse(app, wishes);
    const officialIds = (await officialsOf(app, 'BIX')).slice(0, 8);
    ok(await (await app.as('xa-bix')).post('/nominations', { courseId, officialIds }));
    return ok(await (await app.as('board')).get(`/nominations?courseId=${courseId}&state=submitted`)).items;
  };
  const seen = ({ id, version }: Body) => ({ id, version });

  test('the queue is in the order of the deadlines, page by page, and narrowed to a program', async () => {
    await listOf({ deadline: '2026-06-20', startsOn: '2026-07-06', endsOn: '2026-07-07' });
    await listOf({ deadline: '2026-04-10', startsOn: '2026-08-03', endsOn: '2026-08-04' });
    const board = await app.as('board');
    const deadlines: (string | null)[] = [];
    let after = '';
    do {
      const page = ok(await board.get(`/nominations?sort=deadline&state=submitted&page[size]=5${after}`));
      deadlines.push(...page.items.map(({ course }: Body) => course.deadline));
      after = page.next === null ? '' : `&page[after]=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    expect(deadlines.length).toBeGreaterThan(5);
    expect(deadlines).toEqual([...deadlines].sort());
    const { id: programId } = await build.program(app, 'CC');
    const narrowed = ok(await board.get(`/nominations?sort=deadline&programId=${programId}`));
    const { id: cnkt } = await build.program(app, 'CNKT');
    expect(ok(await board.get(`/nominations?programId=${cnkt}`)).total).toBeGreaterThan(0);
    expect(narrowed.items.every(({ course }: Body) => course.deadline === null || course.title !== 'Lớp thử')).toBe(
      true,
    );
  });

  test('many are decided on at once, each answered for itself, and the class counts them', async () => {
    const [first, second, third] = await listOf({ startsOn: '2026-09-14', endsOn: '2026-09-15' });
    const board = await app.as('board');
    const items = [seen(first), { ...seen(second), version: 999 }, { id: newId(), version: 1 }];
    const lines = ok(
      await board.post('/nominations/decisions', { step: 'approve', reason: 'Đủ điều kiện', items }),
    ).items;
    expect(lines.map(({ done, code }: Body) => [done, code])).toEqual([
      [true, null],
      [false, 'stale-version'],
      [false, 'not-found'],
    ]);
    expect(lines[0].nomination).toMatchObject({ state: 'approved' });
    const without = ok(await board.post('/nominations/decisions', { step: 'reject', items: [seen(third)] })).items;
    expect(without[0]).toMatchObject({ done: false, code: 'reason-missing', message: 'Không được để trống.' });
    const counts = ok(await board.get(`/courses/${first.course.id}/review-counts`));
    expect(counts.seats).toMatchObject({ capacity: 50, approved: 1 });
    const [unit] = counts.units;
    expect(unit).toMatchObject({ unit: { code: 'BIX' }, approved: 1 });
    expect(unit.sent).toBe(counts.seats.taken);
  });

  test('a decision on what another has just decided is answered with who, what and when, and changes nothing', async () => {
    const [nomination] = await listOf({ startsOn: '2026-09-16', endsOn: '2026-09-17' });
    const other = await secondReviewer();
    ok(await other.post(`/nominations/${nomination.id}/return`, { reason: 'Thiếu lý lịch' }));
    const board = await app.as('board');
    const [line] = ok(
      await board.post('/nominations/decisions', {
        step: 'reject',
        reason: 'Không đúng đối tượng',
        items: [seen(nomination)],
      }),
    ).items;
    expect(line).toMatchObject({ done: false, code: 'decided-meanwhile' });
    expect(line.message).toMatch(
      /Người thẩm định thứ hai vừa xử lý .* lúc \d\d:\d\d, nay là "bị trả lại" \(“Thiếu lý lịch”\)/,
    );
    expect(ok(await board.get(`/nominations/${nomination.id}`)).state).toBe('returned');
  });

  test('approving what another reviewer returned needs a reason; one who returned it themselves needs none', async () => {
    const [one, two] = await listOf({ startsOn: '2026-09-21', endsOn: '2026-09-22' });
    const [board, other, bix] = [await app.as('board'), await secondReviewer(), await app.as('xa-bix')];
    for (const { id } of [one, two]) {
      ok(await other.post(`/nominations/${id}/return`, { reason: 'Thiếu lý lịch' }));
      ok(await bix.post(`/nominations/${id}/resubmit`, {}));
    }
    expect(await board.post(`/nominations/${one.id}/approve`, {})).toMatchObject({
      status: 422,
      body: { code: 'reason-missing', errors: [{ path: 'reason', rule: 'reasonAgainstReviewer' }] },
    });
    ok(await board.post(`/nominations/${one.id}/approve`, { reason: 'Đã bổ sung.' }));
    const again = ok(await other.get(`/nominations/${two.id}`));
    expect(again.returned).toMatchObject({ by: 'Người thẩm định thứ hai', byMe: true, reason: 'Thiếu lý lịch' });
    if (again.openChecks === 0) ok(await other.post(`/nominations/${two.id}/approve`, {}));
  });

  test('approving against a condition that is open needs a reason', async () => {
    const [nomination] = await listOf({ startsOn: '2026-09-23', endsOn: '2026-09-24' });
    await app.database.rows(
      `UPDATE nominations SET verdict = '[{"rule": "party-years", "result": "unknown", "facts": {}}]' WHERE id = $1`,
      [nomination.id],
    );
    const board = await app.as('board');
    expect(ok(await board.get(`/nominations/${nomination.id}`)).openChecks).toBe(1);
    expect(await board.post(`/nominations/${nomination.id}/approve`, {})).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'reason', rule: 'reasonAgainstChecks' }] },
    });
    ok(await board.post(`/nominations/${nomination.id}/approve`, { reason: 'Hồ sơ giấy đã có.' }));
  });
});

describe('lists in the making', () => {
  test('a draft is kept for its maker alone, and tells what changed of the class since', async () => {
    const course = await build.openCourse(app, { startsOn: '2026-10-12', endsOn: '2026-10-13' });
    const bix = await app.as('xa-bix');
    const officialIds = (await officialsOf(app, 'BIX')).slice(0, 3).reverse();
    const [stranger] = await officialsOf(app, 'KM');
    const address = `/courses/${course.id}/nomination-draft`;
    expect(ok(await bix.get(address))).toEqual({ officialIds: [], people: [], savedAt: null, changes: [] });
    ok(await bix.put(address, { officialIds: [...officialIds, stranger] }));
    ok(await (await app.as('board')).post(`/courses/${course.id}/capacity`, { capacity: 40 }));
    // In its order, without whom the maker may not nominate.
    expect(ok(await bix.get(address))).toMatchObject({
      officialIds,
      changes: [{ field: 'capacity', before: '50', after: '40' }],
    });
    expect(ok(await (await app.as('board')).get(address)).officialIds).toEqual([]);
    // Made without a network: held against what its maker saw, not against the class as it was when it came.
    const seen = {
      state: 'open',
      deadline: course.deadline,
      capacity: 2,
      free: 1,
      startsOn: '2026-10-12',
      endsOn: '2026-10-13',
    };
    ok(await (await app.as('board')).post(`/courses/${course.id}/capacity`, { capacity: 1 }));
    const [first] = officialIds;
    ok(await bix.post('/nominations', { courseId: course.id, officialIds: [first] }));
    const late = ok(await bix.put(address, { officialIds, seen }));
    expect(late.changes).toEqual([
      { field: 'capacity', before: '2', after: '1' },
      { field: 'free', before: '1', after: '0' },
    ]);
    expect(late.people.map(({ eligible }: Body) => eligible)).toEqual([false, true, true]);
    expect(late.people[0].checks.map(({ rule }: Body) => rule)).toContain('not-nominated');
    expect((await bix.put(address, { officialIds, seen: { ...seen, deadline: '31/12' } })).status).toBe(422);
    expect(ok(await bix.put(address, { officialIds: [] })).savedAt).toBeNull();
  });

  test('whoever is chosen from was refused or withdrew before: where, when and why, within scope; and what would mend a no', async () => {
    const course = await build.openCourse(app, { startsOn: '2026-10-05', endsOn: '2026-10-06' });
    const other = await build.openCourse(app, { startsOn: '2026-10-06', endsOn: '2026-10-07' });
    const [bix, board] = [await app.as('xa-bix'), await app.as('board')];
    const people = ok(await bix.get(`/courses/${course.id}/candidates?page[size]=100`)).items;
    const fit = people.filter(({ eligible }: Body) => eligible).slice(0, 3);
    const officialIds = fit.map(({ official }: Body) => official.id);
    const { items } = ok(await bix.post('/nominations', { courseId: course.id, officialIds }));
    ok(await bix.post(`/nominations/${items[0].nominationId}/withdraw`, { reason: 'Bận việc cơ quan' }));
    ok(await board.post(`/nominations/${items[1].nominationId}/reject`, { reason: 'Chưa đúng đối tượng' }));
    const after = ok(await bix.get(`/courses/${other.id}/candidates?page[size]=100`)).items;
    const of = (id: string): Body => after.find(({ official }: Body) => official.id === id);
    // What other tests made of them happened at the same moment of the clock.
    const hereOf = (id: string): Body => of(id).earlier.find(({ courseId }: Body) => courseId === course.id);
    expect(hereOf(officialIds[0])).toMatchObject({
      courseCode: course.code,
      state: 'withdrawn',
      reason: 'Bận việc cơ quan',
    });
    expect(hereOf(officialIds[1])).toMatchObject({ state: 'rejected', reason: 'Chưa đúng đối tượng' });
    expect(hereOf(officialIds[2])).toBeUndefined();
    // Whoever moves to another unit is not followed by what they were refused before; the board knows.
    const moveTo = async (code: string): Promise<unknown> =>
      app.database.rows('UPDATE officials SET unit_id = $2, cell_id = NULL WHERE id = $1', [
        officialIds[0],
        await unitId(app, code),
      ]);
    const earlierFor = async (username: string): Promise<Body[]> =>
      ok(await (await app.as(username)).get(`/courses/${other.id}/candidates?page[size]=500`)).items.find(
        ({ official }: Body) => official.id === officialIds[0],
      ).earlier;
    await moveTo('KM');
    expect(await earlierFor('xa-km')).toEqual([]);
    expect((await earlierFor('board')).map(({ courseId }) => courseId as string)).toContain(course.id);
    await moveTo('BIX');
    const clash = of(officialIds[2]).checks.find(({ rule }: Body) => rule === 'no-overlap');
    expect(clash.mend).toBe(`Chọn lớp khác ngày, hoặc rút tên khỏi lớp ${course.code}.`);
  });

  test('a list sent twice with one key is sent once, and both are answered the same', async () => {
    const { id: courseId } = await build.openCourse(app, { startsOn: '2026-10-14', endsOn: '2026-10-15' });
    const bix = await app.as('xa-bix');
    const officialIds = (await officialsOf(app, 'BIX')).slice(0, 6);
    const key = { 'idempotency-key': `list-${courseId}` };
    // Two windows at the same moment: one sends, the other is told to wait, or is told the same.
    const both = await Promise.all([0, 1].map(() => bix.post('/nominations', { courseId, officialIds }, key)));
    const sent = both.filter(({ status }) => status === 201);
    for (const { status, body } of both)
      if (status !== 201) expect([status, body.code]).toEqual([409, 'still-answering']);
    expect(sent.length).toBeGreaterThan(0);
    const again = await bix.post('/nominations', { courseId, officialIds }, key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(sent[0]?.body);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    const made = sent[0]?.body.items.filter(({ nominationId }: Body) => nominationId).length;
    expect(made).toBeGreaterThan(0);
    expect(await app.database.value('SELECT count(*)::int FROM nominations WHERE course_id = $1', [courseId])).toBe(
      made,
    );

    const other = await bix.post('/nominations', { courseId, officialIds: officialIds.slice(1) }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-used-otherwise' } });
    // A key is its account's own.
    expect((await (await app.as('board')).post('/nominations', { courseId, officialIds }, key)).status).toBe(201);
    expect((await bix.post('/nominations', { courseId, officialIds }, { 'idempotency-key': 'short' })).status).toBe(
      422,
    );
  });

  test('what was refused is forgotten, so that it can be tried again; a dead request gives its key back', async () => {
    const { id: courseId } = await build.course(app, { startsOn: '2026-10-19', endsOn: '2026-10-20' });
    const board = await app.as('board');
    const officialIds = (await officialsOf(app, 'BIX')).slice(0, 2);
    const key = { 'idempotency-key': `list-${courseId}` };
    expect((await board.post('/nominations', { courseId, officialIds }, key)).status).toBe(409);
    ok(await board.post(`/courses/${courseId}/open-nominations`, { deadline: '2026-04-15' }));
    expect((await board.post('/nominations', { courseId, officialIds }, key)).status).toBe(201);
    await app.database.rows('UPDATE idempotent_answers SET status = NULL, answer = NULL WHERE key = $1', [
      key['idempotency-key'],
    ]);
    expect((await board.post('/nominations', { courseId, officialIds }, key)).status).toBe(409);
    await app.database.rows(
      `UPDATE idempotent_answers SET started_at = started_at - interval '5 minutes' WHERE key = $1`,
      [key['idempotency-key']],
    );
    expect((await board.post('/nominations', { courseId, officialIds }, key)).status).toBe(201);
  });
});
