import fc from 'fast-check';
import { APPORTIONMENT_METHODS, sum } from './apportionment/claim.js';
import { propose, type Question, reasonOf, type UnitFacts } from './proposal.js';

const unit = (unitId: string, need: number, today = 0, committed = 0): UnitFacts => ({
  unitId,
  need,
  today,
  committed,
});
const question = (more: Partial<Question> & { places: number }): Question => ({
  method: 'sainte-lague',
  capByNeed: true,
  minimumShare: 0,
  ...more,
});
const places = (units: UnitFacts[], asked: Question): Record<string, number> => {
  const answer = propose(units, asked);
  if ('rule' in answer) throw new Error(answer.rule);
  return { ...Object.fromEntries(answer.units.map((one) => [one.unitId, one.places])), left: answer.left };
};

test('nobody gets more than they need; what nobody needs is left to the board', () => {
  expect(places([unit('a', 2), unit('b', 9), unit('c', 0)], question({ places: 14 }))).toEqual({
    a: 2,
    b: 9,
    c: 0,
    left: 3,
  });
  expect(places([unit('a', 2), unit('b', 9)], question({ places: 14, capByNeed: false }))).toEqual({
    a: 3,
    b: 11,
    left: 0,
  });
});

test('people who hold places keep them, whatever ceiling or need says', () => {
  const units = [unit('a', 0, 3, 2), unit('b', 9, 1, 1)];
  expect(places(units, question({ places: 4, ceilings: { a: 1 } }))).toEqual({ a: 2, b: 2, left: 0 });
});

test('a minimum share of the need is met first, rounded down to whole places', () => {
  const units = [unit('a', 3), unit('b', 30)];
  expect(places(units, question({ places: 5, method: 'dhondt' }))).toEqual({ a: 0, b: 5, left: 0 });
  expect(places(units, question({ places: 13, method: 'dhondt', minimumShare: 40 }))).toEqual({ a: 1, b: 12, left: 0 });
  expect(propose(units, question({ places: 12, minimumShare: 40 }))).toMatchObject({ rule: 'floorsWithinPlaces' });
});

test('says which floor is in the way', () => {
  const units = [unit('a', 3), unit('b', 4, 2, 2)];
  expect(propose(units, question({ places: 4, floors: { a: 3 } }))).toEqual({
    rule: 'floorsWithinPlaces',
    facts: { least: 5 },
  });
  expect(propose(units, question({ places: 9, floors: { a: 3 }, ceilings: { a: 2 } }))).toMatchObject({
    rule: 'floorBelowCeiling',
    unitId: 'a',
  });
});

test('weights stand in for needs, with three decimals, and name who loses a place to one more', () => {
  const units = ['a', 'b', 'c', 'd'].map((id) => unit(id, 1));
  const weights = { a: 2.2, b: 1.3, c: 3, d: 4.4 };
  const asked = question({ places: 12, method: 'hamilton', weights, capByNeed: false });
  expect(places(units, asked)).toEqual({ a: 2, b: 2, c: 3, d: 5, left: 0 });
  expect(propose(units, asked)).toMatchObject({ paradoxes: [{ unitId: 'b', from: 12, to: 13, before: 2, after: 1 }] });
});

test('whatever is asked, each unit has a reason that fits its number and nothing is lost', () => {
  const facts = fc
    .record({ need: fc.nat(20), today: fc.nat(9), committed: fc.nat(2) })
    .map(({ need, today, committed }) => ({ need, today: today + committed, committed }));
  fc.assert(
    fc.property(
      fc.array(facts, { minLength: 1, maxLength: 8 }),
      fc.nat(60),
      fc.constantFrom(...APPORTIONMENT_METHODS),
      fc.boolean(),
      (list, more, method, capByNeed) => {
        const units = list.map((one, index) => ({ ...one, unitId: String(index) }));
        const all = sum(list.map(({ committed }) => committed)) + more;
        const answer = propose(units, question({ places: all, method, capByNeed }));
        if ('rule' in answer) throw new Error(answer.rule);
        expect(sum(answer.units.map((one) => one.places)) + answer.left).toBe(all);
        for (const one of answer.units) {
          expect(one.places).toBeGreaterThanOrEqual(one.basis.committed);
          const reason = reasonOf(one.places, one.basis);
          expect(reason.length).toBeGreaterThan(0);
          expect(reason.flatMap(({ facts: told }) => Object.values(told)).every(Number.isFinite)).toBe(true);
        }
      },
    ),
  );
});
