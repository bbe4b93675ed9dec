import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** The way of a nomination, from the cell's proposal to the result. Every test has a class of its own. */
let app: TestApp;
let board: Client;
let bix: Client;
let cell: Client;
let members: string[];

beforeAll(async () => {
  app = await startApp();
  [board, bix, cell] = await Promise.all([app.as('board'), app.as('xa-bix'), app.as('chibo-bix-1')]);
  const rows = await app.database.rows<{ id: string }>('SELECT id FROM officials WHERE cell_id = $1 ORDER BY id', [
    await unitId(app, 'BIX-CB1'),
  ]);
  members = rows.map(({ id }) => id);
});
afterAll(() => app.stop());

let next = 0;

/** A program with these steps and an open class of it, its days nobody else's. */
async function openClass(
  steps: { cellStep?: boolean; decisionStep?: boolean },
  wishes: Partial<Parameters<typeof build.openCourse>[1]> & object = {},
): Promise<Body> {
  const number = next++;
  const program = ok(
    await board.post('/programs', {
      ...{ code: `WAY${number}`, name: `Chương trình thử ${number}`, kind: 'professional', needsQuota: false },
      ...{ from: '2020-01-01', confers: { llct: 'intermediate' }, ...steps },
    }),
  );
  const day = new Date(Date.UTC(2027, 0, 4 + 7 * number)).toISOString().slice(0, 10);
  return build.openCourse(app, { program: program.code, startsOn: day, endsOn: day, ...wishes });
}

const one = (index: number): string => members[index] ?? '';
const propose = async (courseId: string, officialIds: string[], rest: object = {}): Promise<Body[]> =>
  ok(await cell.post('/proposals', { courseId, officialIds, ...rest })).items;

describe('a cell proposes', () => {
  test('its people; the committee orders, returns, declines, keeps a reserve and nominates the others', async () => {
    const { id: courseId } = await openClass({ cellStep: true });
    const made = await propose(courseId, members.slice(0, 4), { note: 'Nguồn quy hoạch' });
    expect(made.map(({ state }) => state)).toEqual(['proposed', 'proposed', 'proposed', 'proposed']);
    const ids = made.map(({ id }) => id as string);
    const [first, second, third, fourth] = ids as [string, string, string, string];

    ok(await bix.put(`/courses/${courseId}/proposals/order`, { proposalIds: [third, first] }));
    const listed = ok(await bix.get(`/proposals?courseId=${courseId}`)).items;
    expect(listed.map(({ id }: Body) => id)).toEqual([third, first, second, fourth]);

    expect((await bix.post(`/proposals/${first}/return`, {})).body.code).toBe('reason-missing');
    expect(ok(await bix.post(`/proposals/${first}/return`, { reason: 'Thiếu bằng' })).state).toBe('returned');
    expect(ok(await cell.post(`/proposals/${first}/propose`))).toMatchObject({ state: 'proposed', reason: null });
    expect(ok(await bix.post(`/proposals/${second}/decline`, { reason: 'Mới học năm ngoái' })).state).toBe('declined');
    expect(ok(await bix.post(`/proposals/${fourth}/reserve`)).state).toBe('reserve');

    const { items } = ok(await bix.post(`/courses/${courseId}/proposals/endorse`, { proposalIds: [third, first] }));
    expect(items.map(({ outcome }: Body) => outcome)).toEqual(['seated', 'seated']);
    const nominations = ok(await board.get(`/nominations?courseId=${courseId}`)).items;
    expect(nominations.map(({ official }: Body) => official.id)).toEqual([one(2), one(0)]);
    const { history } = ok(await board.get(`/nominations/${nominations[0].id}`));
    expect(history.map(({ action }: Body) => action)).toEqual(['nomination.seated', 'nomination.endorsed']);

    // The reserve may still go; who went may not be endorsed twice.
    ok(await bix.post(`/courses/${courseId}/proposals/endorse`, { proposalIds: [fourth] }));
    const again = await bix.post(`/courses/${courseId}/proposals/endorse`, { proposalIds: [fourth] });
    expect(again.body.code).toBe('proposal-step-not-possible');
    const told = await app.database.rows<{ kind: string }>(
      `SELECT DISTINCT n.kind FROM notifications n JOIN accounts a ON a.id = n.account_id
       WHERE a.username IN ('xa-bix', 'chibo-bix-1') AND n.link LIKE '%' || $1 || '%' ORDER BY n.kind`,
      [courseId],
    );
    const kinds = ['declined', 'endorsed', 'made', 'returned'].map((what) => `proposals.${what}`);
    expect(told.map(({ kind }) => kind).filter((kind) => kind.startsWith('proposals'))).toEqual(kinds);
  });

  test('nobody twice, nobody of another cell, and only where its program asks for it', async () => {
    const { id: courseId } = await openClass({ cellStep: true });
    const [made] = await propose(courseId, [one(0)]);
    expect((await cell.post('/proposals', { courseId, officialIds: [one(0)] })).body.code).toBe('proposed-twice');
    ok(await cell.post(`/proposals/${made.id}/withdraw`));
    await propose(courseId, [one(0)]);
    const stranger = await app.database.value<string>(
      `SELECT id FROM officials WHERE cell_id IS DISTINCT FROM $1 LIMIT 1`,
      [await unitId(app, 'BIX-CB1')],
    );
    expect((await cell.post('/proposals', { courseId, officialIds: [stranger] })).status).toBe(404);
    const short = await openClass({});
    const refused = await cell.post('/proposals', { courseId: short.id, officialIds: [one(0)] });
    expect(refused.body.code).toBe('nothing-to-propose');
  });

  test('a proposal holds nothing: no seat, no day, no place', async () => {
    const { id: courseId } = await openClass({ cellStep: true }, { capacity: 1 });
    await propose(courseId, members.slice(0, 3));
    expect(ok(await board.get(`/courses/${courseId}`))).toMatchObject({ seatsTaken: 0, waitlisted: 0 });
  });

  test('a wish is only noted, until the cell proposes it', async () => {
    const { id: courseId } = await openClass({ cellStep: true });
    const [wish] = await propose(courseId, [one(0)], { interest: true });
    expect(wish.state).toBe('interest');
    const early = await bix.post(`/courses/${courseId}/proposals/endorse`, { proposalIds: [wish.id] });
    expect(early.body.code).toBe('proposal-step-not-possible');
    expect(ok(await cell.post(`/proposals/${wish.id}/propose`)).state).toBe('proposed');
  });

  test('nobody, with the reason, or asks for time; who proposes after all has answered so', async () => {
    const { id: courseId } = await openClass({ cellStep: true });
    const path = `/courses/${courseId}/cell-answers`;
    expect((await cell.put(path, { answer: 'none', reason: ' ' })).status).toBe(422);
    expect((await cell.put(path, { answer: 'more-time', reason: 'Họp' })).status).toBe(422);
    ok(await cell.put(path, { answer: 'more-time', reason: 'Chờ họp chi bộ', until: '2026-12-01' }));
    const { items } = ok(await cell.put(path, { answer: 'none', reason: 'Đã học đủ' }));
    expect(items).toMatchObject([{ answer: 'none', reason: 'Đã học đủ', until: null }]);
    const card = async (who: Client): Promise<Body> =>
      ok(await who.get('/proposal-calls')).items.find(({ course }: Body) => course.id === courseId);
    expect(await card(cell)).toMatchObject({ answer: 'none', live: 0, cells: 1, answeredCells: 1 });
    expect(await card(bix)).toMatchObject({ waiting: 0, answeredCells: 1, answer: null });
    await propose(courseId, [one(0)]);
    expect(ok(await bix.get(path)).items).toEqual([]);
    expect(await card(bix)).toMatchObject({ waiting: 1, answeredCells: 1 });
  });

  test('a cell that is called itself nominates by itself, but not where cells propose', async () => {
    const unitIds = [await unitId(app, 'BIX-CB1')];
    const short = await openClass({}, { unitIds });
    expect(ok(await cell.get(`/courses/${short.id}`)).can.nominate).toBe(true);
    ok(await cell.post('/nominations', { courseId: short.id, officialIds: [one(0)] }));
    const long = await openClass({ cellStep: true }, { unitIds });
    expect(ok(await cell.get(`/courses/${long.id}`)).can.nominate).toBe(false);
    const refused = await cell.post('/nominations', { courseId: long.id, officialIds: [one(0)] });
    expect([refused.status, refused.body.code]).toEqual([403, 'cell-proposes']);
    const [made] = await propose(long.id, [one(0)]);
    const { items } = ok(await board.post(`/courses/${long.id}/proposals/endorse`, { proposalIds: [made.id] }));
    expect(items[0].outcome).toBe('seated');
  });
});

describe('results', () => {
  const levels = (officialId: string): Promise<object[]> =>
    app.database.rows(
      `SELECT kind, level, obtained_on, nomination_id, certificate_number, classification, note FROM qualifications
       WHERE official_id = $1 ORDER BY id`,
      [officialId],
    );

  /** A class under way with so many people of the cell. */
  async function running(count: number): Promise<{ courseId: string; ids: string[]; endsOn: string }> {
    const { id: courseId, endsOn } = await openClass({});
    const { items } = ok(await bix.post('/nominations', { courseId, officialIds: members.slice(0, count) }));
    const ids = items.map(({ nominationId }: Body) => nominationId as string);
    for (const id of ids) ok(await board.post(`/nominations/${id}/approve`, {}));
    ok(await board.post(`/courses/${courseId}/close-nominations`));
    ok(await board.post(`/courses/${courseId}/confirm`, { reason: 'Thử' }));
    ok(await board.post(`/courses/${courseId}/start`));
    return { courseId, ids, endsOn };
  }

  test('completing writes the level, failing does not, and taking back removes exactly that', async () => {
    const { courseId, ids, endsOn } = await running(3);
    const before = await Promise.all(members.slice(0, 3).map(levels));
    const path = `/courses/${courseId}/results`;
    const results = [
      { nominationId: ids[0], classification: 'good', certificateNumber: ' CC-01 ', certificateDate: '2026-03-01' },
      { nominationId: ids[1], classification: 'failed' },
    ];
    expect((await bix.put(path, { results })).status).toBe(403);
    const faulty = [{ ...results[1], certificateNumber: 'CC-02' }];
    expect((await board.put(path, { results: faulty })).body.errors).toMatchObject([
      { path: 'results.0.certificateNumber', rule: 'noCertificateWhenFailed' },
    ]);
    const { items } = ok(await board.put(path, { results }));
    expect(
      items.map(({ state, classification, certificateNumber }: Body) => [state, classification, certificateNumber]),
    ).toEqual([
      ['completed', 'good', 'CC-01'],
      ['not-completed', 'failed', null],
      ['studying', null, null],
    ]);
    const given = {
      kind: 'llct',
      level: 'intermediate',
      obtained_on: '2026-03-01',
      nomination_id: ids[0],
      certificate_number: 'CC-01',
      classification: 'good',
      note: null,
    };
    const gained = async (): Promise<object[]> =>
      (await levels(one(0))).filter(
        (level) => !before[0]?.some((old) => JSON.stringify(old) === JSON.stringify(level)),
      );
    expect(await gained()).toEqual([given]);
    const onRecord = ok(await board.get(`/officials/${one(0)}`)).qualifications.find(
      ({ nominationId }: Body) => nominationId === ids[0],
    );
    expect(onRecord).toMatchObject({ certificateNumber: 'CC-01', classification: 'good', obtainedOn: '2026-03-01' });
    // A note of the board's own stays through a correction, which changes what the certificate says and nothing else.
    ok(await board.patch(`/officials/${one(0)}/qualifications/${onRecord.id}`, { note: 'Bản gốc ở cơ quan' }));
    const correct = `/nominations/${ids[0]}/correct-result`;
    const right = { classification: 'excellent', certificateNumber: 'CC-10', reason: 'Nhầm số' };
    expect((await bix.post(correct, right)).status).toBe(403);
    expect((await board.post(correct, { ...right, reason: ' ' })).body.code).toBe('reason-missing');
    expect((await board.post(correct, { ...right, classification: 'failed' })).body.errors).toMatchObject([
      { path: 'classification', rule: 'failedByTakingBack' },
    ]);
    expect((await board.post(`/nominations/${ids[1]}/correct-result`, right)).body.code).toBe(
      'nomination-step-not-possible',
    );
    ok(await board.post(correct, right));
    expect(await gained()).toEqual([
      {
        ...given,
        classification: 'excellent',
        certificate_number: 'CC-10',
        obtained_on: endsOn,
        note: 'Bản gốc ở cơ quan',
      },
    ]);
    expect(ok(await board.get(path)).items[0]).toMatchObject({ certificateNumber: 'CC-10', certificateDate: null });
    expect(await levels(one(1))).toEqual(before[1]);
    expect((await board.put(path, { results: results.slice(0, 1) })).body.code).toBe('nomination-step-not-possible');

    expect((await board.post(`/nominations/${ids[0]}/take-back-result`, { reason: ' ' })).body.code).toBe(
      'reason-missing',
    );
    ok(await board.post(`/nominations/${ids[0]}/take-back-result`, { reason: 'Nhập nhầm' }));
    expect(await levels(one(0))).toEqual(before[0]);
    expect(ok(await board.get(`/nominations/${ids[0]}`)).state).toBe('studying');
    // Ending the class completes those without a result; what was recorded stays.
    ok(await board.post(`/courses/${courseId}/complete`, {}));
    expect(ok(await board.get(path)).items.map(({ state }: Body) => state)).toEqual([
      'completed',
      'not-completed',
      'completed',
    ]);
    // What ending the class left out is written afterwards, on the record too.
    const late = {
      classification: 'fair',
      certificateNumber: 'CC-03',
      certificateDate: '2026-03-01',
      reason: 'Bổ sung',
    };
    ok(await board.post(`/nominations/${ids[2]}/correct-result`, late));
    expect(await levels(one(2))).toContainEqual({
      ...given,
      nomination_id: ids[2],
      certificate_number: 'CC-03',
      classification: 'fair',
    });
    expect(await levels(one(1))).toEqual(before[1]);
  });

  test('who never came keeps the seat used and the days free, and may come after all', async () => {
    const { courseId, ids } = await running(1);
    expect(ok(await board.post(`/nominations/${ids[0]}/no-show`, {}))).toMatchObject({
      state: 'no-show',
      place: 'seat',
    });
    expect(
      await app.database.value<number>('SELECT count(*)::int FROM trainee_bookings WHERE nomination_id = $1', [ids[0]]),
    ).toBe(0);
    expect(ok(await board.get(`/courses/${courseId}`)).seatsTaken).toBe(1);
    expect(ok(await board.post(`/nominations/${ids[0]}/arrive`)).state).toBe('studying');
  });
});

describe('an official', () => {
  let own: Client;
  let person: string;
  beforeAll(async () => {
    own = await app.as('can-bo');
    person = await app.database.value<string>(`SELECT official_id FROM accounts WHERE username = 'can-bo'`);
  });

  test('sees their own record, asks for an open class, and reads what became of it', async () => {
    const record = ok(await own.get('/own/record'));
    expect(record).toMatchObject({ id: person, masked: false, notes: null, plannings: null });
    const { id: courseId } = await openClass({ cellStep: false });
    const mine = async (): Promise<Body> =>
      ok(await own.get('/own/classes')).items.find(({ course }: Body) => course.id === courseId);
    expect(await mine()).toMatchObject({ canWish: true, wishState: null });
    ok(await own.post('/own/wishes', { courseId, note: 'Xin đi học' }));
    expect((await own.post('/own/wishes', { courseId })).body.code).toBe('proposed-twice');
    const wish = await mine();
    expect(wish).toMatchObject({ wishState: 'interest', canWithdraw: true, canWish: false });
    ok(await own.post(`/own/wishes/${wish.wishId}/withdraw`));
    ok(await own.post('/own/wishes', { courseId }));
    // The committee sees it and says why not.
    const [seen] = ok(await bix.get(`/proposals?courseId=${courseId}&state=interest`)).items;
    expect(seen).toMatchObject({ bySelf: true, official: { id: person }, can: { decline: true, endorse: true } });
    expect((await bix.post(`/proposals/${seen.id}/decline`, {})).body.code).toBe('reason-missing');
    ok(await bix.post(`/proposals/${seen.id}/decline`, { reason: 'Đợt sau' }));
    expect(await mine()).toMatchObject({ wishState: 'declined', wishReason: 'Đợt sau', canWithdraw: false });
  });

  test('whose wish the committee takes up is nominated, and reads how it ends', async () => {
    const { id: courseId } = await openClass({ cellStep: false });
    ok(await own.post('/own/wishes', { courseId }));
    const [seen] = ok(await bix.get(`/proposals?courseId=${courseId}`)).items;
    const { items } = ok(await bix.post(`/courses/${courseId}/proposals/endorse`, { proposalIds: [seen.id] }));
    expect(items[0].outcome).toBe('seated');
    const [nomination] = ok(await own.get('/own/nominations')).items;
    expect(nomination).toMatchObject({ course: { id: courseId }, state: 'submitted', certificateNumber: null });
  });

  test('who waits reads why, and later every step with who took it and through what', async () => {
    const { id: courseId } = await openClass({}, { capacity: 1 });
    const first = members.find((id) => id !== person) ?? '';
    const { items } = ok(await bix.post('/nominations', { courseId, officialIds: [first, person] }));
    const mine = async (): Promise<Body> =>
      ok(await own.get('/own/nominations')).items.find(({ course }: Body) => course.id === courseId);
    expect(await mine()).toMatchObject({
      waitlistPosition: 1,
      waitingFor: 'Kế tiếp: có chỗ trống là được vào lớp.',
      history: [{ action: 'nomination.waitlisted', by: 'Đảng ủy xã Bính Xá' }],
    });
    ok(await bix.post(`/nominations/${items[0].nominationId}/withdraw`, { reason: 'Ốm' }));
    const { waitingFor, history } = await mine();
    expect(waitingFor).toBeNull();
    // Why the seat fell free is the other's own business.
    expect(history).toMatchObject([
      { action: 'nomination.waitlisted' },
      { action: 'nomination.promoted', by: 'Đảng ủy xã Bính Xá', data: { because: 'seat-freed' } },
    ]);
  });

  test('decides nowhere about themselves, whatever account they hold, and the database keeps it', async () => {
    const { id: courseId } = await openClass({ cellStep: true });
    const other = members.find((id) => id !== person) ?? '';
    const [proposal] = await propose(courseId, [other]);
    const accountOf = (username: string): Promise<string> =>
      app.database.value<string>('SELECT id FROM accounts WHERE username = $1', [username]);
    const link = async (username: string): Promise<void> => {
      expect((await board.put(`/officials/${other}/account`, { accountId: await accountOf(username) })).status).toBe(
        204,
      );
    };
    await link('xa-bix');
    expect((await bix.post(`/proposals/${proposal?.id}/reserve`)).body.code).toBe('own-nomination');
    const held = { accountId: await accountOf('xa-bix') };
    expect((await board.put(`/officials/${person}/account`, held)).body).toMatchObject({
      code: 'account-of-another',
      errors: [{ path: 'accountId' }],
    });
    expect(ok(await board.get(`/officials/${other}/account`)).items).toMatchObject([{ username: 'xa-bix' }]);
    expect((await board.delete(`/officials/${other}/account/${held.accountId}`)).status).toBe(204);
    expect(ok(await board.get(`/officials/${other}/account`)).items).toEqual([]);
    const { items } = ok(await bix.post(`/courses/${courseId}/proposals/endorse`, { proposalIds: [proposal?.id] }));
    const path = `/nominations/${items[0].nominationId ?? ok(await board.get(`/nominations?courseId=${courseId}`)).items[0].id}`;
    await link('board');
    expect(ok(await board.get(path)).can).toMatchObject({ approve: false, reject: false, withdraw: true });
    const refused = await board.post(`${path}/approve`, {});
    expect([refused.status, refused.body.code]).toEqual([403, 'own-nomination']);
    await expect(
      app.database.rows(
        `UPDATE nominations SET state = 'approved', decided_at = now(), decided_by = $2 WHERE id = $1`,
        [path.split('/')[2], await accountOf('board')],
      ),
    ).rejects.toMatchObject({ constraint: 'nobody_decides_about_themselves' });
    // Nor do they let go of it themselves; somebody else of the board does.
    const own = `/officials/${other}/account/${await accountOf('board')}`;
    expect((await board.delete(own)).body.code).toBe('own-account-stays');
    ok(
      await board.post('/accounts', {
        username: 'ban-hai',
        displayName: 'Ban',
        role: 'board',
        unitId: await unitId(app, 'DINH-LAP'),
      }),
    );
    await app.database.rows(
      `UPDATE accounts SET must_change_password = false, password_hash = (SELECT password_hash FROM accounts WHERE username = 'board')
       WHERE username = 'ban-hai'`,
    );
    expect((await (await app.as('ban-hai')).delete(own)).status).toBe(204);
    ok(await board.post(`${path}/approve`, {}));
  });

  test('has one account of their own, opened by the board from the record', async () => {
    const other = members.find((id) => id !== person) ?? '';
    const { oneTimePassword } = ok(await board.post(`/officials/${other}/account`, { username: 'can-bo-hai' }));
    expect((await app.anyone.post('/auth/login', { username: 'can-bo-hai', password: oneTimePassword })).status).toBe(
      200,
    );
    expect((await board.post(`/officials/${other}/account`, { username: 'can-bo-ba' })).body.code).toBe(
      'has-an-account',
    );
    expect((await bix.post(`/officials/${other}/account`, { username: 'can-bo-ba' })).status).toBe(403);
  });
});
