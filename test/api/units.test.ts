import { ClsService } from 'nestjs-cls';
import { TransactionHost } from '@nestjs-cls/transactional';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** Units as they are kept and found, and reports that go by the map of their day. */
let app: TestApp;
let board: Client;
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
});
afterAll(() => app.stop());

/** Dated changes as a reorganisation makes them. */
const onDay = (day: string, ...statements: [sql: string, values: unknown[]][]): Promise<void> =>
  app.app.get(ClsService).run(() =>
    app.app.get(TransactionHost).withTransaction(async () => {
      const db = app.app.get(Database);
      await db.rows(`SELECT set_config('hc.effective_on', $1, true)`, [day]);
      for (const [sql, values] of statements) await db.rows(sql, values);
    }),
  );

test('a unit keeps who leads it, how to reach it and where it works; null takes a value away', async () => {
  const parentId = await unitId(app, 'BIX');
  const made = ok(
    await board.post('/units', {
      parentId,
      kind: 'party-cell',
      code: 'BIX-CB9',
      name: 'Chi bộ thôn Nà Lừa',
      secretary: 'Hoàng Văn Thử',
      phone: '0205 3846 001',
      email: 'nalua@dinhlap.invalid',
      address: 'Thôn Nà Lừa',
      area: 'border',
      validFrom: '2010-01-01',
    }),
  );
  expect(made).toMatchObject({
    secretary: 'Hoàng Văn Thử',
    area: 'border',
    validFrom: '2010-01-01',
    validTo: null,
    closed: false,
  });
  expect(made.above.map(({ code }: Body) => code)).toEqual(['DINH-LAP', 'BIX']);
  expect(made.spells).toMatchObject([{ from: '2010-01-01', to: null, code: 'BIX-CB9', parent: { code: 'BIX' } }]);
  const mended = ok(await board.patch(`/units/${made.id}`, { phone: null, name: 'Chi bộ Nà Lừa' }));
  expect(mended).toMatchObject({ phone: null, name: 'Chi bộ Nà Lừa', secretary: 'Hoàng Văn Thử' });
  expect(mended.spells).toHaveLength(1);
});

test.each([
  ['phone', 'gọi cô Hoa', 'matches'],
  ['email', 'không có', 'isEmail'],
  ['area', 'đồng bằng', 'isIn'],
  ['validFrom', '2019-02-30', 'isPlainDate'],
  ['kind', 'huyện', 'isIn'],
])('a wrong %s is refused by its name', async (path, value, rule) => {
  const { status, body } = await board.patch(`/units/${await unitId(app, 'BIX')}`, { [path]: value });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ path, rule }]);
});

test('a unit is not founded after something it was later', async () => {
  const id = await unitId(app, 'LC-CB1');
  await onDay('2025-07-01', [`UPDATE units SET name = 'Chi bộ khác' WHERE id = $1`, [id]]);
  const { status, body } = await board.patch(`/units/${id}`, { validFrom: '2025-08-01' });
  expect({ status, code: body.code }).toEqual({ status: 409, code: 'unit-starts-too-late' });
});

describe('a unit that has ended', () => {
  let gone: string;
  beforeAll(async () => {
    gone = await unitId(app, 'DT-CB3');
    const heir = await unitId(app, 'DT-CB2');
    await onDay(
      '2025-07-01',
      [`UPDATE units SET valid_to = '2025-06-30' WHERE id = $1`, [gone]],
      [`UPDATE units SET name = 'Chi bộ hợp nhất' WHERE id = $1`, [heir]],
      ['INSERT INTO unit_successions VALUES (gen_random_uuid(), $1, $2, $3)', [gone, heir, '2025-07-01']],
    );
  });
  const codes = async (query: string): Promise<string[]> =>
    ok(await board.get(`/units?page[size]=500&q=dt-cb${query}`))
      .items.map(({ code }: Body) => code)
      .sort();

  test('is left out of lists unless asked for, and stands on the map of its days', async () => {
    expect(await codes('')).toEqual(['DT-CB1', 'DT-CB2']);
    expect(await codes('&includeClosed=true')).toEqual(['DT-CB1', 'DT-CB2', 'DT-CB3']);
    expect(await codes('&asOf=2025-06-30')).toEqual(['DT-CB1', 'DT-CB2', 'DT-CB3']);
    expect(await codes('&asOf=2025-07-01')).toEqual(['DT-CB1', 'DT-CB2']);
    const before = ok(await board.get('/units?asOf=2025-06-30&q=DT-CB2')).items[0];
    expect(before.name).not.toBe('Chi bộ hợp nhất');
  });

  test('stays readable, marked, with what became of it', async () => {
    const unit = ok(await board.get(`/units/${gone}`));
    expect(unit).toMatchObject({
      closed: true,
      validTo: '2025-06-30',
      became: [{ unit: { code: 'DT-CB2' }, on: '2025-07-01' }],
    });
    const heir = ok(await board.get(`/units/${unit.became[0].unit.id}`));
    expect(heir.madeOf).toMatchObject([{ unit: { code: 'DT-CB3' } }]);
    expect(heir.spells.map(({ from, to }: Body) => [from, to])).toEqual([
      [null, '2025-06-30'],
      ['2025-07-01', null],
    ]);
  });

  test('takes nobody new, and is read but not shaped by its heir', async () => {
    const account = { username: 'muon', displayName: 'Muộn', role: 'cell', unitId: gone };
    expect((await board.post('/accounts', account)).status).toBe(404);
    const heir = await app.as('chibo-dt-2');
    expect((await heir.get(`/units/${gone}`)).status).toBe(200);
    expect((await (await app.as('chibo-dt-1')).get(`/units/${gone}`)).status).toBe(404);
  });
});

describe('a report as of a day', () => {
  const report = async (by: string, day: string): Promise<Body> =>
    ok(await (await app.as(by)).get(`/reports/standards?asOf=${day}`));
  const day = '2019-12-14';

  test('never changes when later facts are added', async () => {
    const readers = ['board', 'leader', 'xa-bix', 'xa-km'];
    const answers = async () => {
      const all = [];
      for (const reader of readers) all.push(await report(reader, day));
      const people = ok(await board.get(`/reports/standards/people?asOf=${day}&standard=llct&answer=met`));
      return [...all, people];
    };
    const before = await answers();
    const [bix, km] = [await unitId(app, 'BIX'), await unitId(app, 'KM')];
    for (const [index, official] of (await officialsOf(app, 'BIX')).entries()) {
      const on = `202${index % 6}-0${1 + (index % 9)}-15`;
      await app.database.rows(
        `UPDATE official_posts SET held = daterange(lower(held), $2) WHERE official_id = $1 AND main`,
        [official, on],
      );
      await app.database.rows(
        `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
         VALUES (gen_random_uuid(), $1, $2, 'Chức vụ mới', 'part-time', true, daterange($3, NULL))`,
        [official, index % 2 ? km : bix, on],
      );
      await app.database.rows(
        `INSERT INTO qualifications (id, official_id, kind, level, obtained_on) VALUES (gen_random_uuid(), $1, 'llct', 'none', $2)`,
        [official, on],
      );
      await app.database.rows('UPDATE officials SET unit_id = $2 WHERE id = $1', [official, index % 2 ? km : bix]);
    }
    await onDay('2025-07-01', [
      `UPDATE units SET parent_id = $2, kind = 'party-cell', name = 'Khác' WHERE id = $1`,
      [bix, km],
    ]);
    expect(await answers()).toEqual(before);
    expect(await report('board', '2026-03-02')).not.toEqual({ ...before[0], asOf: '2026-03-02' });
  });

  test('counts under the communes of that day, with the names they had', async () => {
    const names = (body: Body): string[] => body.units.map(({ name }: Body) => name);
    expect(names(await report('board', day))).toContain('Xã Bính Xá');
    expect(names(await report('board', '2026-03-02'))).not.toContain('Xã Bính Xá');
  });

  test('shows a Party cell the members it has', async () => {
    const cell = await report('chibo-km-1', day);
    expect(cell.officials).toBeGreaterThan(0);
    expect(cell.officials).toBeLessThan((await report('xa-km', day)).officials);
  });
});

test('the area counts from its day: what was asked before never changes, unless the day itself is put back', async () => {
  const id = await unitId(app, 'KM');
  ok(
    await board.post('/standards', {
      category: 'cadre',
      area: 'border',
      llct: 'bachelor',
      from: '2018-01-01',
      source: 'Thử',
      confirmed: false,
    }),
  );
  const answers = async (day: string): Promise<unknown> => [
    ok(await board.get(`/reports/standards?asOf=${day}`)),
    ok(await board.get(`/needs?asOf=${day}`)),
    await app.database.rows('SELECT * FROM standard_answers($1) ORDER BY official_id', [day]),
  ];
  const before = await answers('2019-12-14');
  const changed = ok(await board.patch(`/units/${id}`, { area: 'border', areaFrom: '2024-01-01' }));
  expect(changed.spells.map(({ from, to, area }: Body) => [from, to, area])).toEqual([
    [null, '2023-12-31', null],
    ['2024-01-01', null, 'border'],
  ]);
  expect(await answers('2019-12-14')).toEqual(before);
  expect(await answers('2023-12-31')).not.toEqual(await answers('2024-01-01'));
  // Without a day it is from today on.
  const again = ok(await board.patch(`/units/${id}`, { area: 'mountain' }));
  expect(again.spells.map(({ area }: Body) => area)).toEqual([null, 'border', 'mountain']);
  // Since ever is said by null: a correction of what was written wrongly.
  ok(await board.patch(`/units/${id}`, { area: 'border', areaFrom: null }));
  expect(await answers('2019-12-14')).not.toEqual(before);
  const wrong = await board.patch(`/units/${id}`, { area: 'plain', areaFrom: '2099-01-01' });
  expect(wrong.body.errors).toMatchObject([{ path: 'areaFrom', rule: 'notAfterToday' }]);
  const gone = await app.database.value<string>('SELECT id FROM units WHERE valid_to IS NOT NULL LIMIT 1');
  const late = await board.patch(`/units/${gone}`, { area: 'plain' });
  expect([late.status, late.body.errors]).toMatchObject([422, [{ path: 'areaFrom', rule: 'beforeUnitEnded' }]]);
});
