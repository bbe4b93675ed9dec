import { strFromU8, unzipSync } from 'fflate';
import { DecisionsAudit } from '../../src/modules/decisions/index.js';
import { SeatsAudit } from '../../src/modules/nominations/index.js';
import { LedgerAudit } from '../../src/modules/quotas/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** Decisions that send people, and people who take others' places. Every test has a class of its own. */
let app: TestApp;
let board: Client;
let bix: Client;
let people: string[];

beforeAll(async () => {
  app = await startApp();
  [board, bix] = await Promise.all([app.as('board'), app.as('xa-bix')]);
  people = await officialsOf(app, 'BIX');
});
afterEach(async () => {
  expect(await app.app.get(DecisionsAudit).findings()).toEqual([]);
  expect(await app.app.get(LedgerAudit).findings()).toEqual([]);
});
afterAll(() => app.stop());

let next = 0;
const one = (index: number): string => people[index] ?? '';
const issue = (id: string, number: string): Promise<Body> =>
  board.post(`/decisions/${id}/issue`, { number, decidedOn: '2026-03-02', signer: 'Trưởng ban' });

/** A class whose program sends by decision, with so many people of Bính Xá approved; two places of its quota are free. */
async function approvedClass(
  count: number,
  capacity = 20,
): Promise<{ courseId: string; ids: string[]; programId: string }> {
  const number = next++;
  const code = `QD${number}`;
  const program = ok(
    await board.post('/programs', {
      ...{ code, name: `Chương trình ${code}`, kind: 'professional', needsQuota: true },
      ...{ from: '2020-01-01', decisionStep: true },
    }),
  );
  const day = new Date(Date.UTC(2027, 0, 4 + 7 * number)).toISOString().slice(0, 10);
  await build.quota(app, code, { BIX: count + 2 }, 2027);
  const unitIds = [await unitId(app, 'BIX')];
  const { id: courseId } = await build.openCourse(app, {
    program: code,
    startsOn: day,
    endsOn: day,
    capacity,
    unitIds,
  });
  const { items } = ok(await bix.post('/nominations', { courseId, officialIds: people.slice(0, count) }));
  const ids = items.map(({ nominationId }: Body) => nominationId as string);
  for (const id of ids) ok(await board.post(`/nominations/${id}/approve`, {}));
  return { courseId, ids, programId: program.id };
}

/** What a Word file says, its marks left out. */
const wordOf = async (path: string): Promise<string> => {
  const files = unzipSync(new Uint8Array(await board.file(path)));
  return strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');
};

const stateOf = async (id: string): Promise<string> => ok(await board.get(`/nominations/${id}`)).state;

test('the list is fixed and the class begun only when a decision sends everyone', async () => {
  const { courseId, ids } = await approvedClass(3);
  ok(await board.post(`/courses/${courseId}/close-nominations`));
  const early = await board.post(`/courses/${courseId}/confirm`, { reason: 'Thử' });
  expect(early.body.code).toBe('not-yet-decided');
  const draft = ok(await board.post('/decisions', { courseIds: [courseId] }));
  expect(draft).toMatchObject({ state: 'draft', people: 3, number: null, can: { issue: true } });
  expect((await board.post('/decisions', { courseIds: [courseId] })).body.code).toBe('nobody-to-decide');
  expect((await bix.get(`/decisions/${draft.id}`)).status).toBe(404);
  const issued = ok(await issue(draft.id, '12-QĐ/BTC'));
  expect(issued.lines.map(({ state }: Body) => state)).toEqual(['decided', 'decided', 'decided']);
  expect(ok(await bix.get(`/decisions/${draft.id}`)).lines).toHaveLength(3);
  expect((await (await app.as('xa-km')).get(`/decisions/${draft.id}`)).status).toBe(404);
  ok(await board.post(`/courses/${courseId}/confirm`, { reason: 'Thử' }));
  expect(await stateOf(ids[0] ?? '')).toBe('enrolled');
  ok(await board.post(`/courses/${courseId}/start`));
  expect(await stateOf(ids[0] ?? '')).toBe('studying');
  expect((await board.post(`/decisions/${draft.id}/revoke`, { reason: 'Muộn' })).body.code).toBe(
    'decision-step-not-possible',
  );
  const { history } = ok(await board.get(`/nominations/${ids[0] ?? ''}`));
  const way = ['seated', 'approved', 'decided', 'enrolled', 'studying'].map((what) => `nomination.${what}`);
  expect(history.map(({ action }: Body) => action)).toEqual(way);
  expect((await board.file(`/decisions/${draft.id}/export`)).subarray(0, 2).toString()).toBe('PK');
});

test('a number is used once in a year, and nobody is on two decisions', async () => {
  const [one_, two] = [await approvedClass(1), await approvedClass(1)];
  const [a, b] = [
    ok(await board.post('/decisions', { courseIds: [one_.courseId] })),
    ok(await board.post('/decisions', { courseIds: [two.courseId] })),
  ];
  ok(await issue(a.id, '77-QĐ/BTC'));
  expect((await issue(b.id, '77-qđ/btc')).body.code).toBe('decision-number-taken');
  expect((await issue(a.id, '78-QĐ/BTC')).body.code).toBe('decision-step-not-possible');
  expect((await board.post('/decisions', { courseIds: [one_.courseId, two.courseId] })).body.code).toBe(
    'several-programs',
  );
  expect((await board.delete(`/decisions/${b.id}`)).status).toBe(204);
  expect(await stateOf(two.ids[0] ?? '')).toBe('approved');
});

test('several classes of a program go into one decision, and who is left out waits for another', async () => {
  const { courseId, programId } = await approvedClass(2);
  const { code } = ok(await board.get('/programs')).items.find(({ id }: Body) => id === programId);
  const unitIds = [await unitId(app, 'BIX')];
  const second = await build.openCourse(app, { program: code, startsOn: '2027-10-04', endsOn: '2027-10-04', unitIds });
  const { items } = ok(await bix.post('/nominations', { courseId: second.id, officialIds: people.slice(0, 2) }));
  for (const { nominationId } of items) ok(await board.post(`/nominations/${nominationId}/approve`, {}));
  const waiting = async (): Promise<[string, number][]> =>
    ok(await board.get('/decisions/undecided'))
      .items.filter(({ program }: Body) => program.id === programId)
      .flatMap(({ courses }: Body) => courses.map(({ id, people }: Body) => [id, people]));
  expect(await waiting()).toEqual([
    [courseId, 2],
    [second.id, 2],
  ]);
  const draft = ok(await board.post('/decisions', { courseIds: [courseId, second.id] }));
  expect([draft.people, await waiting()]).toEqual([4, []]);
  const left = draft.lines[3];
  const leaveOut = (lineIds: string[], client = board): Promise<Body> =>
    client.post(`/decisions/${draft.id}/leave-out`, { lineIds });
  expect((await leaveOut([left.id], bix)).status).toBe(403);
  expect((await leaveOut(draft.lines.map(({ id }: Body) => id))).body.code).toBe('nobody-to-decide');
  expect(ok(await leaveOut([left.id]))).toMatchObject({ people: 3, can: { leaveOut: true } });
  expect((await leaveOut([left.id])).status).toBe(404);
  expect(await waiting()).toEqual([[second.id, 1]]);
  ok(await issue(draft.id, '120-QĐ/BTC'));
  expect(await stateOf(left.nominationId)).toBe('approved');
  expect((await leaveOut([draft.lines[0].id])).body.code).toBe('decision-step-not-possible');
});

test('a decision revoked leaves everyone approved, with seat and place, and can be made anew', async () => {
  const { courseId, ids, programId } = await approvedClass(2);
  const { id } = ok(await board.post('/decisions', { courseIds: [courseId] }));
  ok(await issue(id, '90-QĐ/BTC'));
  expect((await board.post(`/decisions/${id}/revoke`, { reason: ' ' })).status).toBe(422);
  const revoked = ok(await board.post(`/decisions/${id}/revoke`, { reason: 'Sai căn cứ' }));
  expect(revoked).toMatchObject({ state: 'revoked', people: 0, revokeReason: 'Sai căn cứ' });
  expect(revoked.lines.map(({ ended, state }: Body) => [ended, state])).toEqual([
    ['revoked', 'approved'],
    ['revoked', 'approved'],
  ]);
  const taken = await app.database.value<number>('SELECT sum(taken)::int FROM quotas WHERE program_id = $1', [
    programId,
  ]);
  expect(taken).toBe(2);
  const again = ok(await board.post('/decisions', { courseIds: [courseId] }));
  ok(await issue(again.id, '91-QĐ/BTC'));
  expect(await stateOf(ids[1] ?? '')).toBe('decided');
});

test('who is replaced gives seat, place and line of the decision to a person of the same unit', async () => {
  const { courseId, ids, programId } = await approvedClass(2, 2);
  const leaver = ids[0] ?? '';
  // Somebody waits, and must not move up when the seat changes hands.
  ok(await bix.post('/nominations', { courseId, officialIds: [one(4)] }));
  const { id } = ok(await board.post('/decisions', { courseIds: [courseId] }));
  ok(await issue(id, '95-QĐ/BTC'));
  const counts = (): Promise<object[]> =>
    app.database.rows(
      `SELECT co.seats_taken, co.waitlisted, q.taken, q.reserved, q.free FROM courses co JOIN quotas q
       ON q.program_id = $2 AND q.unit_id = (SELECT id FROM units WHERE code = 'BIX') WHERE co.id = $1`,
      [courseId, programId],
    );
  const before = await counts();
  const path = `/nominations/${leaver}/replace`;
  expect((await board.post(path, { officialId: one(5), reason: ' ' })).body.code).toBe('reason-missing');
  const [stranger] = await officialsOf(app, 'KM');
  expect((await board.post(path, { officialId: stranger, reason: 'Ốm' })).body.code).toBe('cannot-replace');
  expect((await board.post(path, { officialId: one(1), reason: 'Ốm' })).body.code).toBe('cannot-replace');
  expect((await bix.post(path, { officialId: one(5), reason: 'Ốm' })).status).toBe(403);
  const newcomer = ok(await board.post(path, { officialId: one(5), reason: 'Chuyển công tác' }));
  expect(newcomer).toMatchObject({ state: 'decided', place: 'seat', official: { id: one(5) } });
  expect(await stateOf(leaver)).toBe('replaced');
  expect(await counts()).toEqual(before);
  const { lines } = ok(await board.get(`/decisions/${id}`));
  expect(lines.map(({ state, ended }: Body) => [state, ended])).toEqual([
    ['replaced', 'replaced'],
    ['decided', null],
    ['decided', null],
  ]);
  expect(lines[1].replaces).toBe(lines[0].fullName);
  // The paper has its head and number, and the list as it is in force: the newcomer with a note, the leaver no more.
  const paper = await wordOf(`/decisions/${id}/document`);
  for (const said of [
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    '95-QĐ/BTC',
    'QUYẾT ĐỊNH',
    'Cử 2 đồng chí',
    'Trưởng ban',
    `Thay ${lines[0].fullName}`,
  ])
    expect(paper).toContain(said);
  expect(paper.split(lines[1].fullName)).toHaveLength(2);
  expect(paper.split(lines[0].fullName)).toHaveLength(2);
  // The one who waits may take a seat too: their own reserved place is given back.
  ok(await board.post(`/nominations/${newcomer.id}/replace`, { officialId: one(4), reason: 'Ốm' }));
  expect(ok(await board.get(`/courses/${courseId}`))).toMatchObject({ seatsTaken: 2, waitlisted: 0 });
});

test('who withdraws after the decision is no longer on it; nobody is decided on without one, whoever writes', async () => {
  const { courseId, ids } = await approvedClass(2);
  const { id } = ok(await board.post('/decisions', { courseIds: [courseId] }));
  ok(await issue(id, '99-QĐ/BTC'));
  expect((await bix.post(`/nominations/${ids[0] ?? ''}/withdraw`, {})).body.code).toBe('reason-missing');
  ok(await bix.post(`/nominations/${ids[0] ?? ''}/withdraw`, { reason: 'Nghỉ hưu' }));
  expect(ok(await board.get(`/decisions/${id}`))).toMatchObject({ people: 1 });
  await expect(
    app.database.rows(`UPDATE decision_lines SET ended = 'revoked' WHERE nomination_id = $1`, [ids[1]]),
  ).rejects.toMatchObject({ constraint: 'decided_by_a_decision' });
});

test('whoever takes a seat while being asked about another leaves that one to the next who waits', async () => {
  const { courseId, ids } = await approvedClass(2, 2);
  const rules = { waitlistOrder: 'time', freedSeats: 'offer', offerHours: 20 };
  ok(await board.put(`/courses/${courseId}/seats/rules`, rules));
  ok(await bix.post('/nominations', { courseId, officialIds: [one(2), one(3)] }));
  ok(await board.post(`/nominations/${ids[1]}/withdraw`, { reason: 'Ốm' }));
  const before = ok(await board.get(`/courses/${courseId}/seats`));
  expect(before.waiting.map(({ offeredUntil }: Body) => offeredUntil !== null)).toEqual([true, false]);
  ok(await board.post(`/nominations/${ids[0]}/replace`, { officialId: one(2), reason: 'Chuyển công tác' }));
  const seats = ok(await board.get(`/courses/${courseId}/seats`));
  expect(seats).toMatchObject({ seatsTaken: 1, offeredSeats: 1, waitlisted: 1 });
  expect(seats.waiting.map(({ offeredUntil }: Body) => offeredUntil !== null)).toEqual([true]);
  expect(await app.app.get(SeatsAudit).findings()).toEqual([]);
});

test('a reserve steps in for who leaves: the place is kept, the way begins anew, and who waits is told', async () => {
  const { courseId, ids } = await approvedClass(2, 2);
  const [seat = '', other = ''] = ids;
  const line = ok(await bix.post('/nominations', { courseId, officialIds: [one(2)] })).items[0];
  expect(line.outcome).toBe('waitlisted');
  const named = ok(await bix.post(`/courses/${courseId}/reserves`, { officialIds: [one(6), one(7), one(0)] }));
  expect(named.items.map(({ kept }: Body) => kept)).toEqual([true, true, false]);
  expect((await bix.post(`/courses/${courseId}/reserves`, { officialIds: [one(6)] })).body.code).toBe('reserved-twice');
  const { items: reserves } = ok(await bix.get(`/nominations/${seat}/reserves`));
  expect(reserves).toMatchObject([
    { officialId: one(6), eligible: true, canRemove: true },
    { officialId: one(7), eligible: true },
  ]);
  expect(ok(await (await app.as('xa-km')).get(`/courses/${courseId}/reserves`)).items).toEqual([]);

  const stepIn = (client: Client, id: string, reserve: number, by: string): Promise<Body> =>
    client.post(`/nominations/${id}/step-in`, { reserveId: reserves[reserve].id, by, reason: 'Chuyển công tác' });
  expect((await stepIn(bix, seat, 0, 'replace')).status).toBe(403);
  expect((await stepIn(await app.as('xa-km'), seat, 0, 'withdraw')).status).toBe(404);
  app.clock.set('2026-03-02T04:00:00Z');
  const newcomer = ok(await stepIn(bix, seat, 0, 'withdraw'));
  expect(newcomer).toMatchObject({ state: 'submitted', place: 'seat', official: { id: one(6) } });
  expect(await stateOf(seat)).toBe('withdrawn');
  expect(ok(await board.get(`/courses/${courseId}`))).toMatchObject({ seatsTaken: 2, waitlisted: 1 });
  const { history } = ok(await board.get(`/nominations/${newcomer.id}`));
  expect(history.map(({ action }: Body) => action)).toEqual(['nomination.steppedIn']);
  expect((await stepIn(bix, other, 0, 'withdraw')).status).toBe(404);
  const seats = ok(await board.get(`/courses/${courseId}/seats`));
  expect(seats.waiting[0].sentence).toContain('1 chỗ do người rút để lại');

  // In the line, a reserve stands where the other stood; the board replaces, and the way goes on from there.
  ok(await bix.post('/nominations', { courseId, officialIds: [one(3)] }));
  expect(ok(await stepIn(board, line.nominationId, 1, 'reject'))).toMatchObject({
    place: 'waitlist',
    waitlistPosition: 1,
  });
  expect(await stateOf(line.nominationId)).toBe('rejected');
  ok(await bix.post(`/courses/${courseId}/reserves`, { officialIds: [one(5)] }));
  const [last] = ok(await board.get(`/nominations/${other}/reserves`)).items;
  const replaced = ok(
    await board.post(`/nominations/${other}/step-in`, { reserveId: last.id, by: 'replace', reason: 'Ốm' }),
  );
  expect(replaced).toMatchObject({ state: 'approved', place: 'seat', official: { id: one(5) } });
  expect(await stateOf(other)).toBe('replaced');
  expect(ok(await bix.get(`/courses/${courseId}/reserves`)).items).toEqual([]);
  expect(await app.app.get(SeatsAudit).findings()).toEqual([]);
});

test('a person moves to another class of the program, judged anew, or nothing happens', async () => {
  const { courseId, ids, programId } = await approvedClass(2, 2);
  const [mover = ''] = ids;
  ok(await bix.post('/nominations', { courseId, officialIds: [one(2)] }));
  const { code } = ok(await board.get('/programs')).items.find(({ id }: Body) => id === programId);
  const unitIds = [await unitId(app, 'BIX')];
  const open = (startsOn: string, capacity: number): Promise<Body> =>
    build.openCourse(app, { program: code, startsOn, endsOn: startsOn, capacity, unitIds });
  const [full, free] = [await open('2027-11-01', 1), await open('2027-11-08', 1)];
  ok(await bix.post('/nominations', { courseId: full.id, officialIds: [one(8)] }));
  const { id: decision } = ok(await board.post('/decisions', { courseIds: [courseId] }));
  ok(await issue(decision, '101-QĐ/BTC'));
  const move = (to: string, client = board): Promise<Body> =>
    client.post(`/nominations/${mover}/transfer`, { courseId: to, reason: 'Trùng công tác' });
  expect((await move(free.id, bix)).status).toBe(403);
  const refused = await move(full.id);
  expect([refused.body.code, refused.body.errors[0].rule]).toEqual(['cannot-transfer', 'seatIsFree']);
  expect((await move(courseId)).body.errors[0].rule).toBe('anotherClass');
  expect(await stateOf(mover)).toBe('decided');

  const moved = ok(await move(free.id));
  expect(moved).toMatchObject({ state: 'approved', place: 'seat', course: { id: free.id }, official: { id: one(0) } });
  expect(await stateOf(mover)).toBe('withdrawn');
  // The seat that is left goes to who waits; the decision sends the other one alone; both histories tell it.
  expect(ok(await board.get(`/courses/${courseId}`))).toMatchObject({ seatsTaken: 2, waitlisted: 0 });
  expect(ok(await board.get(`/decisions/${decision}`))).toMatchObject({ people: 1 });
  const told = async (id: string): Promise<string[]> =>
    ok(await board.get(`/nominations/${id}`)).history.map(({ action }: Body) => action);
  expect(await told(mover)).toContain('nomination.transferredTo');
  expect(await told(moved.id)).toEqual(expect.arrayContaining(['nomination.transferredFrom', 'nomination.seated']));
  expect(await app.app.get(SeatsAudit).findings()).toEqual([]);
});

test('whoever moves to a class of another year gives a place of the one year back and takes one of the other', async () => {
  const { ids, programId } = await approvedClass(2);
  const { code } = ok(await board.get('/programs')).items.find(({ id }: Body) => id === programId);
  const unitIds = [await unitId(app, 'BIX')];
  const dates = { startsOn: '2028-03-06', endsOn: '2028-03-10' };
  const { id: later } = await build.openCourse(app, { program: code, ...dates, unitIds });
  const counts = (): Promise<object[]> =>
    app.database.rows(
      `SELECT period, free, reserved, taken FROM quotas WHERE program_id = $1 AND unit_id = $2 ORDER BY period`,
      [programId, unitIds[0]],
    );
  const move = (id: string | undefined): Promise<Body> =>
    board.post(`/nominations/${id}/transfer`, { courseId: later, reason: 'Bận công tác năm nay' });
  const ofThisYear = (free: number, taken: number) => ({ period: 2027, free, reserved: 0, taken });
  // No place of that year: nothing is given back either.
  const refused = await move(ids[0]);
  expect([refused.status, refused.body.code]).toEqual([422, 'cannot-transfer']);
  expect(await counts()).toEqual([ofThisYear(2, 2)]);
  expect(await stateOf(ids[0] ?? '')).toBe('approved');

  await build.quota(app, code, { BIX: 1 }, 2028);
  const moved = ok(await move(ids[0]));
  expect(await counts()).toEqual([ofThisYear(3, 1), { period: 2028, free: 0, reserved: 0, taken: 1 }]);
  expect((await move(ids[1])).body.errors[0].rule).toBe('quotaIsLeft');
  // The call of the class there is answered with it.
  const [call] = await app.database.rows('SELECT answer FROM unit_calls WHERE course_id = $1', [later]);
  expect(call).toEqual({ answer: 'list' });
  ok(await bix.post(`/nominations/${moved.id}/withdraw`, { reason: 'Nghỉ hưu' }));
  expect(await counts()).toEqual([ofThisYear(3, 1), { period: 2028, free: 1, reserved: 0, taken: 0 }]);
});
