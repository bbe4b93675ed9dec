import fc from 'fast-check';
import { planCut } from './cut-grant.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

test('the reserve gives first, then those with most left', () => {
  const givers = [
    { unitId: 'a', free: 3 },
    { unitId: 'b', free: 1 },
    { unitId: 'c', free: 0 },
  ];
  expect(planCut(2, 2, givers)).toMatchObject({ missing: 0, short: 0 });
  expect(planCut(5, 2, givers).parts).toEqual([
    { unitId: 'a', places: 3 },
    { unitId: 'b', places: 0 },
    { unitId: 'c', places: 0 },
  ]);
  expect(planCut(9, 2, givers)).toMatchObject({ missing: 7, short: 3 });
});

test('nobody gives more than is free, and what is given and short adds up to what is missing', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(20), fc.array(fc.nat(9), { maxLength: 12 }), (cut, reserve, free) => {
      const givers = free.map((left, index) => ({ unitId: `${index}`, free: left }));
      const { missing, short, parts } = planCut(cut, reserve, givers);
      expect(missing).toBe(Math.max(0, cut - reserve));
      expect(sum(parts.map(({ places }) => places)) + short).toBe(missing);
      for (const [index, { places }] of parts.entries()) expect(places).toBeLessThanOrEqual(free[index] ?? 0);
      if (short > 0) expect(sum(parts.map(({ places }) => places))).toBe(sum(free));
    }),
  );
});
