import { ClsService } from 'nestjs-cls';
import { ReturnsService } from '../../src/modules/quotas/returns.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';
import { placesDifferences } from '../concurrency/places-differences.js';

/** What happens to places once they are shared out, over the API: cuts, holds, transfers, returns and offers. */
let app: TestApp;
let board: Client;
let bix: Client;
let km: Client;
let programId: string;
const PERIOD = 2027;
beforeAll(async () => {
  app = await startApp();
  [board, bix, km] = [await app.as('board'), await app.as('xa-bix'), await app.as('xa-km')];
  programId = (await build.program(app, 'TC')).id as string;
  await build.quota(app, 'TC', { BIX: 4, KM: 2, CS: 1 }, PERIOD);
});
afterEach(async () => {
  expect(await placesDifferences(app.database)).toEqual([]);
});
afterAll(() => app.stop());

type Part = 'places' | 'passedOn' | 'held' | 'reserved' | 'taken' | 'left';
const of = () => ({ programId, period: PERIOD });
const places = async (code: string): Promise<Body> => {
  const id = await unitId(app, code);
  return ok(await board.get(`/quotas?programId=${programId}&period=${PERIOD}&unitId=${id}`)).items[0];
};
const night = (): Promise<void> => app.app.get(ClsService).run(() => app.app.get(ReturnsService).sweep());
const told = async (client: Client): Promise<string[]> =>
  ok(await client.get('/inbox')).items.map(({ title }: Body) => title);

test('a cut says what must give, is refused until units give it, and never takes what people have', async () => {
  const { items } = ok(await board.get(`/quotas/grants?programId=${programId}&period=${PERIOD}`));
  const grant = items[0];
  expect(grant).toMatchObject({ places: 7, cut: 0 });
  const preview = ok(await board.get(`/quotas/grants/${grant.id}/cut?places=2`));
  expect(preview).toMatchObject({ standing: 7, reserve: 0, missing: 2, short: 0 });
  const giving = preview.units.filter(({ proposed }: Body) => proposed > 0);
  expect(giving.map(({ unit, proposed }: Body) => [unit.code, proposed])).toEqual([['BIX', 2]]);
  const cut = { places: 2, documentNumber: '40-TB/BTCTU', reason: 'Tỉnh điều chỉnh giảm.' };
  const refused = await board.post(`/quotas/grants/${grant.id}/cut`, cut);
  expect([refused.status, refused.body.errors]).toMatchObject([409, [{ path: 'callBack', rule: 'callBackSuffices' }]]);
  const callBack = giving.map(({ unit, proposed }: Body) => ({ unitId: unit.id, places: proposed }));
  expect(ok(await board.post(`/quotas/grants/${grant.id}/cut`, { ...cut, callBack }))).toMatchObject({ cut: 2 });
  expect(await places('BIX')).toMatchObject({ places: 2, left: 2 });
  const tooMuch = await board.post(`/quotas/grants/${grant.id}/cut`, { ...cut, places: 6 });
  expect([tooMuch.status, tooMuch.body.code]).toEqual([409, 'cut-too-large']);
});

test('a grant is put right with its reason, what stood there is kept, and a wrong number moves places', async () => {
  const YEAR = 2030;
  const grant = await build.grant(app, programId, 40, YEAR);
  const patch = (change: Body) =>
    board.patch(`/quotas/grants/${grant.id}`, { version: 1, reason: 'Gõ nhầm.', ...change });
  const same = await patch({ documentNumber: '01-TB/BTCTU' });
  expect([same.status, same.body.errors[0].rule]).toEqual([422, 'correctsSomething']);
  const right = { documentNumber: '10-TB/BTCTU', school: ' Trường Chính trị ', useBy: '2030-11-30', places: 4 };
  const put = ok(await patch(right));
  expect(put).toMatchObject({ ...right, school: 'Trường Chính trị', documentDate: '2026-01-05', version: 2 });
  expect(put.corrections).toMatchObject([
    {
      by: 'Ban Tổ chức Huyện ủy',
      reason: 'Gõ nhầm.',
      changes: [
        { field: 'documentNumber', from: '01-TB/BTCTU', to: '10-TB/BTCTU' },
        { field: 'places', from: '40', to: '4' },
        { field: 'school', from: null, to: 'Trường Chính trị' },
        { field: 'useBy', from: null, to: '2030-11-30' },
      ],
    },
  ]);
  expect((await patch({ note: 'Cũ' })).status).toBe(412);
  const ledger = ok(await board.get(`/quotas/ledger?period=${YEAR}`)).items;
  expect(ledger).toMatchObject([
    { kind: 'cut', places: 36, from: 'free', to: 'above', reason: 'Gõ nhầm.', document: '10-TB/BTCTU' },
    { kind: 'grant', places: 40, document: '10-TB/BTCTU' },
  ]);
  ok(
    await board.put(`/quotas?programId=${programId}&period=${YEAR}`, {
      allocations: [{ unitId: await unitId(app, 'BIX'), places: 3 }],
    }),
  );
  const fewer = await patch({ version: 2, places: 2 });
  expect([fewer.status, fewer.body.code, fewer.body.errors[0].message]).toEqual([
    409,
    'correction-needs-places',
    'Đã cắt và đã chia đi, số này ít nhất phải là 3.',
  ]);
  expect(ok(await patch({ version: 2, places: 3, useBy: null }))).toMatchObject({ places: 3, useBy: null, version: 3 });
});

test('nameless places go back in the night after their day, with a warning before', async () => {
  app.clock.set('2026-03-02T03:00:00Z');
  const hold = ok(await bix.post('/quotas/holds', { ...of(), places: 2, until: '2026-03-04' }));
  expect(hold).toMatchObject({ places: 2, unnamed: 2, daysLeft: 2, mayRelease: true });
  expect(await places('BIX')).toMatchObject({ places: 2, held: 2, left: 0 });
  const more = await bix.post('/quotas/holds', { ...of(), places: 1, until: '2026-03-04' });
  expect([more.status, more.body.code]).toEqual([409, 'not-enough-places']);
  expect((await km.post(`/quotas/holds/${hold.id}/release`, {})).status).toBe(404);
  await night();
  expect(await places('BIX')).toMatchObject({ held: 2 });
  expect((await told(bix)).some((title) => title.startsWith('Sắp hết hạn báo tên 2'))).toBe(true);
  app.clock.set('2026-03-05T03:00:00Z');
  await night();
  await night();
  expect(await places('BIX')).toMatchObject({ places: 0, held: 0, left: 0 });
  expect(await places('DINH-LAP')).toMatchObject({ left: 2 });
});

test('a transfer is asked by one, agreed by the other, approved by the board, and refused where nothing is left', async () => {
  const [from, to] = [await unitId(app, 'KM'), await unitId(app, 'BIX')];
  const wish = { ...of(), fromUnitId: from, toUnitId: to, places: 1, reason: 'Xã có thêm người cần học.' };
  expect((await (await app.as('xa-cs')).post('/quotas/transfers', wish)).status).toBe(404);
  const asked = ok(await bix.post('/quotas/transfers', wish));
  expect(asked).toMatchObject({ state: 'asked', can: { agree: false, approve: false, withdraw: true } });
  expect((await board.post(`/quotas/transfers/${asked.id}/approve`, {})).status).toBe(403);
  expect((await bix.post(`/quotas/transfers/${asked.id}/agree`, {})).status).toBe(403);
  expect(ok(await km.post(`/quotas/transfers/${asked.id}/agree`, {}))).toMatchObject({ state: 'agreed' });
  expect(ok(await board.post(`/quotas/transfers/${asked.id}/approve`, { document: '7-TB' }))).toMatchObject({
    state: 'approved',
  });
  expect(await places('KM')).toMatchObject({ places: 1, left: 1 });
  expect(await places('BIX')).toMatchObject({ places: 1, left: 1 });
  const again = ok(await bix.post('/quotas/transfers', { ...wish, places: 5 }));
  ok(await km.post(`/quotas/transfers/${again.id}/agree`, {}));
  const refused = await board.post(`/quotas/transfers/${again.id}/approve`, {});
  expect([refused.status, refused.body.code]).toEqual([409, 'not-enough-places']);
});

test('unused places come back after the day of the board and are offered, one unit after the other', async () => {
  app.clock.set('2026-03-06T03:00:00Z');
  await app.database.rows(`UPDATE qualifications SET level = 'elementary' WHERE kind = 'llct'`);
  ok(
    await board.put('/quotas/return-rules', {
      ...of(),
      returnAfter: '2026-03-08',
      warnDays: 3,
      offers: true,
      answerDays: 2,
    }),
  );
  await night();
  expect((await told(km)).some((title) => title.startsWith('Còn 1 chỉ tiêu'))).toBe(true);
  app.clock.set('2026-03-09T03:00:00Z');
  await night();
  for (const code of ['BIX', 'KM', 'CS']) expect(await places(code)).toMatchObject({ places: 0 });
  const { items } = ok(await board.get(`/quotas/offers?period=${PERIOD}`));
  const [first, second] = items;
  expect(first).toMatchObject({ state: 'offered', position: 1 });
  expect(second).toMatchObject({ state: 'waiting', position: 2 });
  const username = `xa-${String(first.unit.code).toLowerCase()}`;
  const next = await app.as(`xa-${String(second.unit.code).toLowerCase()}`);
  expect((await next.post(`/quotas/offers/${first.id}/accept`, { places: 1 })).status).toBe(404);
  ok(await (await app.as(username)).post(`/quotas/offers/${first.id}/accept`, { places: 1 }));
  expect(await places(first.unit.code)).toMatchObject({ places: 1, left: 1 });
  const late = await (await app.as(username)).post(`/quotas/offers/${first.id}/accept`, { places: 1 });
  expect([late.status, late.body.code]).toEqual([409, 'offer-over']);
  app.clock.set('2026-03-12T03:00:00Z');
  await night();
  const after = ok(await board.get(`/quotas/offers?period=${PERIOD}`)).items;
  expect(after.slice(0, 3).map(({ state }: Body) => state)).toEqual(['accepted', 'lapsed', 'offered']);
  ok(
    await (
      await app.as(`xa-${String(after[2].unit.code).toLowerCase()}`)
    ).post(`/quotas/offers/${after[2].id}/decline`, {}),
  );
});

test('the ledger tells all of it, to whom it concerns, and as a workbook', async () => {
  const all = ok(await board.get(`/quotas/ledger?period=${PERIOD}&page[size]=200`));
  const kinds = new Set(all.items.map(({ kind }: Body) => kind));
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(['allocate', 'cut', 'expire', 'grant', 'hold', 'return', 'transfer']),
  );
  const own = ok(await bix.get(`/quotas/ledger?period=${PERIOD}&page[size]=200`));
  expect(new Set(own.items.map(({ unit }: Body) => unit.code))).toEqual(new Set(['BIX']));
  expect(own.total).toBeLessThan(all.total);
  expect((await board.get(`/quotas/ledger/export?period=${PERIOD}`)).status).toBe(200);

  const filtered = async (query: string): Promise<Body[]> =>
    ok(await board.get(`/quotas/ledger?period=${PERIOD}&page[size]=200&${query}`)).items;
  expect(new Set((await filtered('kind=cut')).map(({ kind }) => kind))).toEqual(new Set(['cut']));
  const byBoard = await filtered('person=ban to chuc');
  expect(byBoard.length).toBeGreaterThan(0);
  expect(byBoard.every(({ by }) => by === 'Ban Tổ chức Huyện ủy')).toBe(true);
  expect(await filtered('person=không có ai')).toEqual([]);
  const [one] = (await filtered(`unitId=${await unitId(app, 'KM')}&from=2026-03-09&to=2026-03-09`)) as [Body];
  expect(one).toMatchObject({ kind: 'return', unit: { code: 'KM' }, by: null });
});

test('every screen says the same of the places of a unit: what is held, nominated, approved and left, and for whom', async () => {
  // This year: what the home page tells is of today.
  const year = Number(app.clock.now().toISOString().slice(0, 4));
  const id = await unitId(app, 'BIX');
  await build.quota(app, 'TC', { BIX: 9 }, year);
  const { id: courseId } = await build.openCourse(app, { program: 'TC' });
  const { items: people } = ok(await bix.get(`/courses/${courseId}/candidates?page[size]=200`));
  const able = people.filter(({ eligible }: Body) => eligible).map(({ official }: Body) => official.id);
  const { items: sent } = ok(await bix.post('/nominations', { courseId, officialIds: able.slice(0, 2) }));
  ok(await board.post(`/nominations/${sent[0].nominationId}/approve`, { reason: 'Đã xem hồ sơ.' }));
  ok(await bix.post('/quotas/holds', { programId, period: year, places: 2, until: `${year}-12-01` }));
  ok(
    await board.put(`/quotas?programId=${programId}&period=${year}`, {
      allocations: [{ unitId: id, places: 9, minimums: [{ category: 'women', places: 1 }] }],
    }),
  );
  const row = ok(await board.get(`/quotas?programId=${programId}&period=${year}&unitId=${id}`)).items[0];
  const { minimums } = row;
  const { places: count, passedOn, held, reserved, taken, left } = row as Record<Part, number>;
  const said = { places: count, passedOn, held, reserved, taken, left };
  expect({ held, parts: passedOn + held + reserved + taken + left }).toEqual({ held: 2, parts: count });
  expect(Math.min(reserved, taken, left)).toBeGreaterThan(0);

  const own = ok(await bix.get(`/quotas?programId=${programId}&period=${year}`)).items[0];
  expect(own).toMatchObject({ ...said, minimums });
  const home = ok(await bix.get('/reports/home')).quotas.find((quota: Body) => quota.programId === programId);
  expect(home).toMatchObject(said);
  const review = ok(await board.get(`/courses/${courseId}/review-counts`)).quotas[0];
  expect(review).toMatchObject({ unit: { code: 'BIX' }, ...said, minimums });
  const { items: candidates } = ok(await bix.get(`/courses/${courseId}/candidates?page[size]=200`));
  for (const check of candidates
    .flatMap(({ checks }: Body) => checks)
    .filter(({ rule }: Body) => rule === 'quota-left'))
    expect(check.facts).toMatchObject({ places: count, left: left + held, held });
  const { items: entries } = ok(await bix.get(`/quotas/ledger?programId=${programId}&period=${year}&page[size]=200`));
  const moved = entries as { from: string; to: string; places: number }[];
  const balance = (bucket: string): number =>
    moved.reduce((sum, { from, to, places: n }) => sum + (to === bucket ? n : 0) - (from === bucket ? n : 0), 0);
  expect({
    places: -balance('above'),
    passedOn: balance('passed'),
    held: balance('held'),
    reserved: balance('reserved'),
    taken: balance('taken'),
    left: balance('free'),
  }).toEqual(said);
});

describe('minimum shares', () => {
  const YEAR = 2029;
  const set = async (code: string, places: number, minimums?: Body[]) =>
    board.put(`/quotas?programId=${programId}&period=${YEAR}`, {
      allocations: [{ unitId: await unitId(app, code), places, ...(minimums && { minimums }) }],
    });
  const minimumsOf = async (code: string): Promise<Body[]> =>
    ok(await board.get(`/quotas?programId=${programId}&period=${YEAR}&unitId=${await unitId(app, code)}`)).items[0]
      .minimums;

  test('are set with places, keep what they are when nothing is said, and hold against whatever takes places away', async () => {
    await build.grant(app, programId, 10, YEAR);
    const women = { category: 'women', places: 2 };
    ok(await set('BIX', 4, [women, { category: 'young', places: 1, underAge: 40 }]));
    const told = [
      { category: 'women', places: 2, underAge: null, used: 0, owed: 2 },
      { category: 'young', places: 1, underAge: 40, used: 0, owed: 1 },
    ];
    expect(await minimumsOf('BIX')).toEqual(told);
    ok(await set('BIX', 3));
    expect(await minimumsOf('BIX')).toEqual(told);

    const fewer = await set('BIX', 1);
    expect([fewer.status, fewer.body.errors]).toMatchObject([
      409,
      [{ path: 'allocations.0.places', rule: 'keepsMinimums', message: 'Phải dành 2 chỗ cho nữ mà chỉ còn 1 chỗ.' }],
    ]);
    const more = await set('BIX', 3, [{ category: 'women', places: 4 }]);
    expect([more.status, more.body.errors[0].path]).toEqual([409, 'allocations.0.minimums']);
    const nobody = await set('BIX', 3, [{ category: 'young', places: 1 }]);
    expect([nobody.status, nobody.body.errors[0].path]).toEqual([422, 'allocations.0.minimums.0.underAge']);

    // Places held without names can still be named for women; places given to another unit cannot.
    ok(await bix.post('/quotas/holds', { programId, period: YEAR, places: 3, until: '2029-03-04' }));
    ok(await set('KM', 1));
    const [from, to] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
    const { items } = ok(await bix.get('/quotas/holds?page[size]=50'));
    for (const { id, mayRelease } of items) if (mayRelease) ok(await bix.post(`/quotas/holds/${id}/release`, {}));
    const transfer = { programId, period: YEAR, fromUnitId: from, toUnitId: to, places: 2, reason: 'Thiếu chỗ' };
    const asked = ok(await km.post('/quotas/transfers', transfer));
    ok(await bix.post(`/quotas/transfers/${asked.id}/agree`, {}));
    const approved = await board.post(`/quotas/transfers/${asked.id}/approve`, { document: '3-TB' });
    expect([approved.status, approved.body.code]).toEqual([409, 'minimums-not-kept']);
    expect(approved.body.title).toContain('mức tối thiểu');
    ok(await set('BIX', 3, []));
    expect(await minimumsOf('BIX')).toEqual([]);
    ok(await board.post(`/quotas/transfers/${asked.id}/approve`, { document: '3-TB' }));
  });

  test('are spread by the method of a proposal, or unit by unit, and are written with it', async () => {
    const ids = [await unitId(app, 'CS'), await unitId(app, 'CL')];
    const question = {
      programId,
      period: YEAR,
      places: 6,
      weights: { [ids[0] ?? '']: 2, [ids[1] ?? '']: 1 },
      minimums: [
        { category: 'women', places: 3 },
        { category: 'ethnic', places: 1, byUnit: { [ids[1] ?? '']: 1 } },
      ],
    };
    const minimumsByCode = ({ allocations }: Body) =>
      Object.fromEntries(
        allocations.map(({ unit, minimums }: Body) => [
          unit.code,
          minimums.map(({ category, places }: Body) => `${places} ${category}`),
        ]),
      );
    const proposal = ok(await board.post('/quotas/proposals', question));
    expect(minimumsByCode(proposal)).toEqual({ CS: ['2 women'], CL: ['1 women', '1 ethnic'] });
    const tooMany = await board.post('/quotas/proposals', {
      ...question,
      minimums: [{ category: 'women', places: 7 }],
    });
    expect([tooMany.status, tooMany.body.errors]).toMatchObject([
      422,
      [{ path: 'minimums.0.places', rule: 'minimumWithinPlaces' }],
    ]);
    ok(await board.post('/quotas/proposals/apply', { ...question, basedOn: proposal.basedOn }));
    expect(await minimumsOf('CL')).toMatchObject([{ category: 'ethnic' }, { category: 'women', places: 1 }]);
    // Left out, units keep what they have; none at all ends it.
    const { minimums: _, ...silent } = question;
    const again = async (asked: object): Promise<void> => {
      const { basedOn } = ok(await board.post('/quotas/proposals', asked));
      ok(await board.post('/quotas/proposals/apply', { ...asked, basedOn }));
    };
    await again(silent);
    expect(await minimumsOf('CL')).toHaveLength(2);
    await again({ ...silent, minimums: [] });
    expect(await minimumsOf('CL')).toEqual([]);
  });
});
