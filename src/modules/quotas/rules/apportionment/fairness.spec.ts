import fc from 'fast-check';
import { fairnessOf } from './fairness.js';

test('says how much of the need is met, where least and most, and how evenly', () => {
  // 6 of 20 people: one unit whole, the other a ninth. Gini by hand: 2·2·18·(1 − 4/18)/(2·20·6).
  expect(
    fairnessOf([
      { need: 2, places: 3 },
      { need: 18, places: 4 },
      { need: 0, places: 5 },
    ]),
  ).toEqual({
    need: 20,
    met: 6,
    least: 4 / 18,
    most: 1,
    gini: expect.closeTo((2 * 2 * 18 * (1 - 4 / 18)) / (2 * 20 * 6), 12),
  });
});

test('nobody in need, or no place at all: nothing to compare', () => {
  expect(fairnessOf([{ need: 0, places: 3 }])).toEqual({ need: 0, met: 0, least: null, most: null, gini: null });
  expect(fairnessOf([{ need: 4, places: 0 }])).toMatchObject({ met: 0, least: 0, most: 0, gini: null });
});

test('Gini lies between 0 and 1, and is 0 where all are served alike', () => {
  const unit = fc.record({ need: fc.nat(30), places: fc.nat(30) });
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (units, times) => {
      const { gini } = fairnessOf(units);
      if (gini !== null) expect(gini >= 0 && gini < 1).toBe(true);
      const alike = units.map(({ need }) => ({ need: need * times, places: need }));
      expect([null, 0]).toContain(fairnessOf(alike).gini);
    }),
  );
});
