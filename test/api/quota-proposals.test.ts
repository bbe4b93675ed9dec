import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf, unitId } from '../support/build.js';
import { type Body, type Client, ok } from '../support/client.js';

/** Proposals of places: what is asked, what is answered, and what applying writes. */
let app: TestApp;
let board: Client;
let programId: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  app = await startApp();
  board = await app.as('board');
  programId = (await build.program(app, 'TC')).id as string;
  for (const code of ['BIX', 'BL', 'BX', 'KM', 'DINH-LAP', 'BIX-CB1']) ids[code] = await unitId(app, code);
});
afterAll(() => app.stop());

const id = (code: string): string => ids[code] ?? '';
const numbers = (by: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(by).map(([code, number]) => [id(code), number]));
const ask = (body: Body) => board.post('/quotas/proposals', { programId, period: 2031, ...body });
const apply = (body: Body) => board.post('/quotas/proposals/apply', { programId, period: 2031, ...body });
const byCode = ({ allocations }: Body): Record<string, number> =>
  Object.fromEntries(allocations.map(({ unit, places }: Body) => [unit.code, places]));
const stored = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await app.database.rows<{ code: string; places: number }>(
        `SELECT u.code, q.places FROM quotas q JOIN units u ON u.id = q.unit_id
         WHERE q.program_id = $1 AND q.period = 2031 AND q.unit_id <> $2 ORDER BY u.code`,
        [programId, id('DINH-LAP')],
      )
    ).map(({ code, places }) => [code, places]),
  );

/** Needs as the issue has them, in the order of the units' codes. */
const ZERO = '00000000-0000-7000-8000-000000000000';
const WEIGHTS_AT_12 = { BIX: 2, BL: 2, BX: 3, KM: 5 };
const WEIGHTS = { BIX: 22, BL: 13, BX: 30, KM: 44 };

describe('a proposal', () => {
  test('of each method keeps the house, says which numbers it came from, and saves nothing', async () => {
    const expected = {
      hamilton: { BIX: 2, BL: 2, BX: 3, KM: 5 },
      'sainte-lague': { BIX: 3, BL: 1, BX: 3, KM: 5 },
      dhondt: { BIX: 2, BL: 1, BX: 4, KM: 5 },
      need: { BIX: 2, BL: 2, BX: 3, KM: 5 },
    };
    for (const [method, places] of Object.entries(expected)) {
      const answer = ok(await ask({ places: 12, method, weights: numbers(WEIGHTS) }));
      expect([method, byCode(answer), answer.left]).toEqual([method, places, 0]);
      expect(ok(await ask({ places: 12, method, weights: numbers(WEIGHTS) }))).toEqual(answer);
    }
    expect(await stored()).toEqual({});
    const { allocations } = ok(await ask({ places: 12, method: 'hamilton', weights: numbers(WEIGHTS) }));
    expect(allocations[1]).toMatchObject({
      unitId: id('BL'),
      places: 2,
      basis: { method: 'hamilton', weight: 13, allWeights: 109, exact: 1.43, committed: 0, today: 0 },
    });
    expect(allocations[1].basis.reason).toContain(
      'Chia 12 chỗ theo tỷ lệ thì được 1,43. Được 2 chỗ: lấy phần nguyên 1 và thêm 1 vì phần lẻ thuộc nhóm lớn nhất.',
    );
    const english = await board.post(
      '/quotas/proposals',
      { programId, period: 2031, places: 12, method: 'dhondt', weights: numbers(WEIGHTS) },
      { 'accept-language': 'en' },
    );
    expect(ok(english).allocations[1].basis.reason).toContain('13 ÷ 1 = 13');
  });

  test('by largest remainder says who would lose a place if the province granted one more', async () => {
    const { paradoxes } = ok(await ask({ places: 12, method: 'hamilton', weights: numbers(WEIGHTS) }));
    expect(paradoxes).toEqual([expect.objectContaining({ unitId: id('BL'), from: 12, to: 13, before: 2, after: 1 })]);
    expect(ok(await ask({ places: 13, method: 'hamilton', weights: numbers(WEIGHTS) })).paradoxes).toEqual(paradoxes);
    expect(ok(await ask({ places: 12, weights: numbers(WEIGHTS) })).paradoxes).toEqual([]);
  });

  test('left to itself shares by Sainte-Laguë, by need, and gives nobody more than they need', async () => {
    // Young enough to be there in 2031, without the training their posts ask for.
    for (const [code, people] of Object.entries({ BIX: 3, DT: 1, KM: 5 })) {
      const chosen = (await officialsOf(app, code)).slice(0, people);
      await app.database.rows(`DELETE FROM qualifications WHERE kind = 'llct' AND official_id = ANY($1)`, [chosen]);
      await app.database.rows(
        `UPDATE officials SET born_on = '1992-05-01', birth_year = NULL WHERE id = ANY($1::uuid[])`,
        [chosen],
      );
      await app.database.rows(
        `INSERT INTO qualifications (id, official_id, kind, level) SELECT gen_random_uuid(), o, 'llct', 'elementary' FROM unnest($1::uuid[]) o`,
        [chosen],
      );
    }
    const needs = new Map<string, number>();
    for (const row of ok(await board.get(`/needs?programId=${programId}&until=2031-12-31`)).rows) {
      needs.set(row.unit.code, row.people);
    }
    const all = [...needs.values()].reduce((total, people) => total + people, 0);
    expect(all).toBeGreaterThan(0);
    const answer = ok(await ask({ places: all + 7 }));
    expect(answer).toMatchObject({ method: 'sainte-lague', capByNeed: true, left: 7 });
    for (const { unit, places, basis } of answer.allocations) {
      expect([unit.code, basis.need, places]).toEqual([
        unit.code,
        needs.get(unit.code) ?? 0,
        needs.get(unit.code) ?? 0,
      ]);
    }
    expect(answer.allocations.length).toBe(12);
    expect(answer.fairness).toMatchObject({ need: all, met: all, least: 1, most: 1, gini: 0, losing: [] });
    expect(answer.fairness.today).toMatchObject({ met: 0, least: 0, gini: null });
    expect(answer.fairness.gaining.length).toBe(needs.size);
  });

  test('keeps floors, ceilings and minimum shares, and says which one is in the way', async () => {
    const weights = numbers(WEIGHTS);
    const answer = ok(await ask({ places: 12, weights, floors: numbers({ BL: 4 }), ceilings: numbers({ KM: 2 }) }));
    expect(byCode(answer)).toEqual({ BIX: 3, BL: 4, BX: 3, KM: 2 });
    expect(answer.allocations[3].basis.reason).toContain('Được mức tối đa là 2 chỗ.');
    const tooMuch = await ask({ places: 3, weights, floors: numbers({ BL: 4 }) });
    expect([tooMuch.status, tooMuch.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ path: 'places', rule: 'floorsWithinPlaces' }),
    ]);
    const crossed = await ask({ places: 9, weights, floors: numbers({ BL: 4 }), ceilings: numbers({ BL: 3 }) });
    expect([crossed.status, crossed.body.errors[0].path]).toEqual([422, `floors.${id('BL')}`]);
  });

  test.each<[string, Body, number, string, string]>([
    ['half a place', { places: 1.5 }, 422, 'places', 'isInt'],
    ['a method nobody knows', { places: 1, method: 'lottery' }, 422, 'method', 'isIn'],
    ['a weight below zero', { places: 1, weights: { [ZERO]: -1 } }, 422, 'weights', 'isWeightsByUnit'],
    ['a weight of no unit', { places: 1, weights: { xa: 1 } }, 422, 'weights', 'isWeightsByUnit'],
    ['weights in a list', { places: 1, weights: [1] }, 422, 'weights', 'isObject'],
    ['half a place at least', { places: 1, floors: { [ZERO]: 0.5 } }, 422, 'floors', 'isPlacesByUnit'],
    ['a unit that does not exist', { places: 1, weights: { [ZERO]: 1 } }, 404, `weights.${ZERO}`, 'exists'],
  ])('with %s is refused by name', async (_, body, status, path, rule) => {
    const answer = await ask(body);
    expect([answer.status, answer.body.errors[0]]).toEqual([status, expect.objectContaining({ path, rule })]);
    expect(answer.body.errors[0].message).not.toBe('');
  });
});

describe('applying', () => {
  test('writes all or none, keeps what it came from, and is refused when the places changed meanwhile', async () => {
    const weights = numbers(WEIGHTS);
    const question = { places: 12, method: 'hamilton', weights };
    const first = ok(await ask(question));
    await build.quota(app, 'TC', { BIX: 1 }, 2031);
    await build.grant(app, programId, 11, 2031);
    const stale = await apply({ ...question, basedOn: first.basedOn });
    expect([stale.status, stale.body.code]).toEqual([409, 'places-changed']);
    expect(await stored()).toEqual({ BIX: 1 });

    const second = ok(await ask(question));
    expect(second.fairness.units.map(({ change }: Body) => change)).toEqual([1, 2, 3, 5]);
    ok(await apply({ ...question, basedOn: second.basedOn }));
    expect(await stored()).toEqual(WEIGHTS_AT_12);
    const again = await apply({ ...question, basedOn: second.basedOn });
    expect(again.status).toBe(409);

    const byHand = [
      { unitId: id('BIX'), places: 1 },
      { unitId: id('BL'), places: 2 },
    ];
    const third = ok(await ask(question));
    const broken = await apply({
      ...question,
      basedOn: third.basedOn,
      allocations: [...byHand, { unitId: ZERO, places: 1 }],
    });
    expect(broken.status).toBe(404);
    expect(await stored()).toEqual(WEIGHTS_AT_12);
    ok(await apply({ ...question, basedOn: third.basedOn, allocations: byHand }));
    expect(await stored()).toEqual({ ...WEIGHTS_AT_12, BIX: 1 });
    const bases = await app.database.rows<{ code: string; places: number; method: string }>(
      `SELECT u.code, b.places, b.basis ->> 'method' AS method FROM quota_bases b JOIN units u ON u.id = b.unit_id ORDER BY u.code`,
    );
    expect(bases.map(({ code, places }) => [code, places])).toEqual(Object.entries(WEIGHTS_AT_12));
  });
});
