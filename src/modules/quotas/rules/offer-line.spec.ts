import fc from 'fast-check';
import { offerLine } from './offer-line.js';

test('those who lack the most come first, people of cells count for their commune, and who lacks nobody is not asked', () => {
  const candidates = [
    { unitId: 'a', path: ['d', 'a'], left: 1 },
    { unitId: 'b', path: ['d', 'b'], left: 0 },
    { unitId: 'c', path: ['d', 'c'], left: 4 },
  ];
  const needs = [
    { path: ['d', 'a', 'a1'], people: 3 },
    { path: ['d', 'b'], people: 5 },
    { path: ['d', 'c'], people: 4 },
  ];
  expect(offerLine(candidates, needs)).toEqual([
    { unitId: 'b', need: 5 },
    { unitId: 'a', need: 2 },
  ]);
});

test('nobody is asked twice, and nobody is offered more than they lack', () => {
  const candidate = fc.record({ left: fc.nat(5), people: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 9 }), (list) => {
      const line = offerLine(
        list.map(({ left }, index) => ({ unitId: `${index}`, path: [`${index}`], left })),
        list.map(({ people }, index) => ({ path: [`${index}`], people })),
      );
      expect(new Set(line.map(({ unitId }) => unitId)).size).toBe(line.length);
      for (const { unitId, need } of line) {
        const own = list[Number(unitId)];
        expect(need).toBe((own?.people ?? 0) - (own?.left ?? 0));
        expect(need).toBeGreaterThan(0);
      }
    }),
  );
});
