import fc from 'fast-check';
import { type AllocatedRow, planAllocation } from './plan-allocation.js';

const row = (id: string, parentId: string | null, depth: number, places: number, used: number): AllocatedRow => ({
  id,
  unitId: id,
  parentId,
  depth,
  places,
  used,
});

test('what comes back from one unit can go to another in the same list', () => {
  const rows = [row('d', null, 0, 10, 10), row('a', 'd', 1, 6, 1), row('b', 'd', 1, 4, 4)];
  expect(
    planAllocation(rows, [
      { unitId: 'b', places: 7 },
      { unitId: 'a', places: 3 },
    ]),
  ).toEqual({
    moves: [
      { from: 'a', to: 'd', places: 3 },
      { from: 'd', to: 'b', places: 3 },
    ],
  });
});

test('a unit feeds its cell from what it gets in the same list', () => {
  const rows = [row('d', null, 0, 5, 0), row('c', 'a', 2, 0, 0), row('a', 'd', 1, 0, 0)];
  const wishes = [
    { unitId: 'c', places: 2 },
    { unitId: 'a', places: 5 },
  ];
  expect(planAllocation(rows, wishes)).toEqual({
    moves: [
      { from: 'd', to: 'a', places: 5 },
      { from: 'a', to: 'c', places: 2 },
    ],
  });
});

test('more than was granted is refused with the numbers', () => {
  const rows = [row('d', null, 0, 10, 7), row('a', 'd', 1, 4, 0), row('b', 'd', 1, 3, 1)];
  const wishes = [
    { unitId: 'a', places: 2 },
    { unitId: 'b', places: 9 },
  ];
  expect(planAllocation(rows, wishes)).toEqual({
    refusal: { rule: 'withinGrant', parentUnitId: 'd', granted: 10, left: 5, asked: 6 },
  });
});

test('nobody can be left with less than is used, and the top grows by grants alone', () => {
  const rows = [row('d', null, 0, 10, 4), row('a', 'd', 1, 4, 3)];
  expect(planAllocation(rows, [{ unitId: 'a', places: 2 }])).toEqual({
    refusal: { rule: 'notBelowTaken', unitId: 'a', taken: 3 },
  });
  expect(planAllocation(rows, [{ unitId: 'd', places: 12 }])).toEqual({ refusal: { rule: 'byGrant', unitId: 'd' } });
});

test('whatever is wished for, a plan makes none and loses none, and no row ever gives what it does not have', () => {
  const tree = fc
    .array(fc.record({ parent: fc.nat(30), extra: fc.nat(9), used: fc.nat(6) }), { minLength: 1, maxLength: 12 })
    .map((made) => {
      const parents = made.map(({ parent }, index) => (index === 0 ? null : parent % index));
      const places = made.map(() => 0);
      const passed = made.map(() => 0);
      for (let index = made.length - 1; index >= 0; index -= 1) {
        places[index] = (passed[index] ?? 0) + (made[index]?.extra ?? 0) + (made[index]?.used ?? 0);
        const parent = parents[index];
        if (parent !== null && parent !== undefined) passed[parent] = (passed[parent] ?? 0) + (places[index] ?? 0);
      }
      const depth = (index: number): number => {
        const parent = parents[index];
        return parent === null || parent === undefined ? 0 : depth(parent) + 1;
      };
      return made.map(({ used }, index) =>
        row(
          `${index}`,
          typeof parents[index] === 'number' ? `${parents[index]}` : null,
          depth(index),
          places[index] ?? 0,
          (passed[index] ?? 0) + used,
        ),
      );
    });
  fc.assert(
    fc.property(
      tree,
      fc.array(fc.record({ unit: fc.nat(11), places: fc.nat(40) }), { maxLength: 8 }),
      (rows, asked) => {
        const wishes = [
          ...new Map(asked.map(({ unit, places }) => [`${unit}`, { unitId: `${unit}`, places }])).values(),
        ];
        const plan = planAllocation(rows, wishes);
        if (!('moves' in plan)) return;
        const free = new Map(rows.map(({ id, places, used }) => [id, places - used]));
        const parent = new Map(rows.map(({ id, parentId }) => [id, parentId]));
        const places = new Map(rows.map((r) => [r.id, r.places]));
        for (const { from, to, places: count } of plan.moves) {
          expect(parent.get(from) === to || parent.get(to) === from).toBe(true);
          free.set(from, (free.get(from) ?? 0) - count);
          free.set(to, (free.get(to) ?? 0) + count);
          if (parent.get(to) === from) places.set(to, (places.get(to) ?? 0) + count);
          else places.set(from, (places.get(from) ?? 0) - count);
          expect(free.get(from)).toBeGreaterThanOrEqual(0);
        }
        for (const { unitId, places: wanted } of wishes)
          if (places.has(unitId)) expect(places.get(unitId)).toBe(wanted);
        expect([...free.values()].every((count) => count >= 0)).toBe(true);
      },
    ),
  );
});
