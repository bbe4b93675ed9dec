import fc from 'fast-check';
import { APPORTIONMENT_METHODS } from './apportionment/claim.js';
import { spreadMinimums } from './minimums.js';

describe('a minimum of all places', () => {
  it('is spread whole, and no unit has a larger one than it has places', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...APPORTIONMENT_METHODS),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }),
        fc.nat(40),
        (method, places, least) => {
          const units = places.map((each, index) => ({ unitId: String(index), places: each }));
          const all = places.reduce((sum, each) => sum + each, 0);
          const spread = spreadMinimums(method, units, [{ category: 'women', places: least, underAge: null }]);
          if ('most' in spread) return least > all && spread.most === all;
          const parts = spread.map(([minimum]) => minimum?.places ?? 0);
          return (
            parts.reduce((sum, each) => sum + each, 0) === least && parts.every((each, n) => each <= (places[n] ?? 0))
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('may be given unit by unit', () => {
    const units = [
      { unitId: 'a', places: 3 },
      { unitId: 'b', places: 1 },
    ];
    const wish = { category: 'young' as const, places: 0, underAge: 40 };
    expect(spreadMinimums('hamilton', units, [{ ...wish, byUnit: { a: 2 } }])).toEqual([
      [{ category: 'young', places: 2, underAge: 40 }],
      [],
    ]);
    expect(spreadMinimums('hamilton', units, [{ ...wish, byUnit: { b: 2 } }])).toEqual({ index: 0, most: 4 });
  });
});
