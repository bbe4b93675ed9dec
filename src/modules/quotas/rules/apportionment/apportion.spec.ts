import fc from 'fast-check';
import { apportion, paradoxes } from './apportion.js';
import { APPORTIONMENT_METHODS, type Claim, claimOf, sum } from './claim.js';
import { fairShares } from './hamilton.js';

const DIVISOR_METHODS = ['sainte-lague', 'dhondt', 'need'] as const;
const placesOf = (method: (typeof APPORTIONMENT_METHODS)[number], places: number, claims: readonly Claim[]) =>
  apportion(method, places, claims)?.places ?? [];
const shared = (method: (typeof APPORTIONMENT_METHODS)[number], places: number, ...weights: number[]) =>
  placesOf(method, places, weights.map(claimOf));

describe('cases that can be checked by hand', () => {
  test('largest remainder: one more place costs the second unit one (needs 22, 13, 30, 44)', () => {
    // 109 people; of 12 places 2.42, 1.43, 3.30, 4.84; of 13 places 2.62, 1.55, 3.58, 5.25.
    expect(shared('hamilton', 12, 22, 13, 30, 44)).toEqual([2, 2, 3, 5]);
    expect(shared('hamilton', 13, 22, 13, 30, 44)).toEqual([3, 1, 4, 5]);
    const claims = [22, 13, 30, 44].map(claimOf);
    const lost = { from: 12, to: 13, losers: [{ index: 1, before: 2, after: 1 }] };
    expect([paradoxes('hamilton', 12, claims), paradoxes('hamilton', 13, claims)]).toEqual([[lost], [lost]]);
    expect(DIVISOR_METHODS.flatMap((method) => paradoxes(method, 12, claims))).toEqual([]);
  });

  test('largest remainder: the Alabama paradox of 6, 6 and 2', () => {
    // Of 10 places 4.29, 4.29, 1.43; of 11 places 4.71, 4.71, 1.57.
    expect(shared('hamilton', 10, 6, 6, 2)).toEqual([4, 4, 2]);
    expect(shared('hamilton', 11, 6, 6, 2)).toEqual([5, 5, 1]);
  });

  test('d’Hondt and Sainte-Laguë of 53, 24 and 23 part the seven places differently', () => {
    // ÷1, 2, 3…: 53, 26.5, 24, 23, 17.7, 13.25, 12. ÷1, 3, 5…: 53, 24, 23, 17.7, 10.6, 8, 7.67.
    expect(shared('dhondt', 7, 53, 24, 23)).toEqual([4, 2, 1]);
    expect(shared('sainte-lague', 7, 53, 24, 23)).toEqual([3, 2, 2]);
    expect(shared('dhondt', 8, 100, 80, 30, 20)).toEqual([4, 3, 1, 0]);
  });

  test('by need, everyone in need gets one before anyone gets a second', () => {
    expect(shared('need', 4, 100, 5, 3, 1)).toEqual([1, 1, 1, 1]);
    expect(shared('need', 2, 22, 13, 30, 44)).toEqual([0, 0, 1, 1]);
    expect(shared('need', 12, 22, 13, 30, 44)).toEqual([2, 2, 3, 5]);
  });

  test('divisor methods may leave the fair share rounded down or up, each on its own side', () => {
    // Fair shares 8.2, 0.6, 0.6, 0.6 of 10 places.
    expect(shared('dhondt', 10, 82, 6, 6, 6)).toEqual([10, 0, 0, 0]);
    expect(shared('need', 10, 82, 6, 6, 6)).toEqual([7, 1, 1, 1]);
    // Fair shares 5.12 and five times 0.58 of 8 places: 490 ÷ 9 = 54.4 comes after every 55 ÷ 1.
    expect(shared('sainte-lague', 8, 490, 55, 55, 55, 55, 55)).toEqual([4, 1, 1, 1, 1, 0]);
  });

  test('a tie goes to the larger weight, then to whoever stands first', () => {
    expect(shared('sainte-lague', 3, 1, 3)).toEqual([1, 2]);
    expect(shared('sainte-lague', 2, 1, 3)).toEqual([0, 2]);
    for (const method of APPORTIONMENT_METHODS) expect(shared(method, 2, 5, 5, 5)).toEqual([1, 1, 0]);
  });

  test('nobody gets what they have no claim on, and what nobody may have is left', () => {
    const claims = [
      { weight: 0, floor: 0, ceiling: 9 },
      { weight: 0, floor: 2, ceiling: 9 },
      { weight: 7, floor: 0, ceiling: 3 },
    ];
    for (const method of APPORTIONMENT_METHODS) {
      expect(apportion(method, 8, claims)).toEqual({ places: [0, 2, 3], left: 3 });
      expect(apportion(method, 1, claims)).toBeNull();
      expect(apportion(method, 8, [{ weight: 1, floor: 2, ceiling: 1 }])).toBeNull();
    }
  });
});

const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
const house = fc.integer({ min: 0, max: 60 });
const limited: fc.Arbitrary<Claim> = fc
  .record({ weight: fc.nat(40), floor: fc.nat(3), more: fc.option(fc.nat(6), { nil: Infinity }) })
  .map(({ weight, floor, more }) => ({ weight, floor, ceiling: floor + more }));
const claimsAndHouse = fc
  .tuple(fc.array(limited, { minLength: 1, maxLength: 7 }), fc.nat(30))
  .map(([claims, more]) => ({ claims, places: sum(claims.map(({ floor }) => floor)) + more }));

describe.each(APPORTIONMENT_METHODS)('%s', (method) => {
  test('keeps the house: no place is lost or made, and one is left only where nobody may have it', () => {
    fc.assert(
      fc.property(claimsAndHouse, ({ claims, places }) => {
        const answer = apportion(method, places, claims);
        const given = answer?.places ?? [];
        expect(sum(given) + (answer?.left ?? 0)).toBe(places);
        for (const [index, { weight, floor, ceiling }] of claims.entries()) {
          expect(given[index]).toBeGreaterThanOrEqual(floor);
          expect(given[index]).toBeLessThanOrEqual(ceiling);
          if (weight === 0) expect(given[index]).toBe(floor);
          if ((answer?.left ?? 0) > 0 && weight > 0) expect(given[index]).toBe(ceiling);
        }
      }),
    );
  });

  test('the scale of the weights says nothing, and neither does the order unless weights are the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
        house,
        (list, places) => {
          const answer = shared(method, places, ...list);
          expect(shared(method, places, ...list.map((weight) => weight * 1000))).toEqual(answer);
          expect(shared(method, places, ...[...list].reverse())).toEqual([...answer].reverse());
        },
      ),
    );
  });

  test('a larger claim never gets less than a smaller one; the same claim at most one less, and the first has it', () => {
    fc.assert(
      fc.property(weights, house, (list, places) => {
        const answer = shared(method, places, ...list);
        for (const [a, one] of list.entries()) {
          for (const [b, other] of list.entries()) {
            const more = (answer[a] ?? 0) - (answer[b] ?? 0);
            if (one > other) expect(more).toBeGreaterThanOrEqual(0);
            if (one === other && a < b) expect([0, 1]).toContain(more);
          }
        }
      }),
    );
  });
});

describe('the quota rule: the fair share, rounded down or up', () => {
  const compare = (method: (typeof APPORTIONMENT_METHODS)[number], most: number, low: boolean, high: boolean) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: most }),
        house,
        (list, places) => {
          const [answer, shares] = [shared(method, places, ...list), fairShares(places, list.map(claimOf))];
          for (const [index, { parts, of }] of shares.entries()) {
            if (low) expect(answer[index]).toBeGreaterThanOrEqual(Math.floor(parts / of));
            if (high) expect(answer[index]).toBeLessThanOrEqual(Math.ceil(parts / of));
          }
        },
      ),
    );
  };
  test('largest remainder keeps it', () => {
    compare('hamilton', 8, true, true);
  });
  test('d’Hondt never goes below, by need never above', () => {
    compare('dhondt', 8, true, false);
    compare('need', 8, false, true);
  });
  test('Sainte-Laguë keeps it among three', () => {
    compare('sainte-lague', 3, true, true);
  });
});

describe.each(DIVISOR_METHODS)('%s is monotone', (method) => {
  test('one more place costs nobody one, floors and ceilings or not', () => {
    fc.assert(
      fc.property(claimsAndHouse, ({ claims, places }) => {
        const [before, after] = [placesOf(method, places, claims), placesOf(method, places + 1, claims)];
        expect(after.every((now, index) => now >= (before[index] ?? 0))).toBe(true);
        expect(paradoxes(method, places, claims)).toEqual([]);
      }),
    );
  });

  test('more need costs nobody a place of their own', () => {
    fc.assert(
      fc.property(weights, house, fc.nat(), fc.integer({ min: 1, max: 30 }), (list, places, pick, more) => {
        const who = pick % list.length;
        const grown = list.map((weight, index) => (index === who ? weight + more : weight));
        expect(shared(method, places, ...grown)[who]).toBeGreaterThanOrEqual(shared(method, places, ...list)[who] ?? 0);
      }),
    );
  });
});

/** Every way of sharing so many places out within the limits. */
function* allWays(places: number, claims: readonly Claim[]): Generator<number[]> {
  const [first, ...others] = claims;
  if (!first) {
    if (places === 0) yield [];
    return;
  }
  for (let own = first.floor; own <= Math.min(first.ceiling, places); own += 1) {
    for (const rest of allWays(places - own, others)) yield [own, ...rest];
  }
}

/** What each method makes as small as can be, over all ways there are: the greedy choice is the exact optimum. */
const COSTS: Record<(typeof APPORTIONMENT_METHODS)[number], (given: number[], claims: Claim[]) => number> = {
  // Squared distance from the fair share: the same as any other distance that is convex.
  hamilton: (given, claims) =>
    sum(fairShares(sum(given), claims).map(({ parts, of }, index) => ((given[index] ?? 0) - parts / of) ** 2)),
  'sainte-lague': (given, claims) => sum(claims.map(({ weight }, index) => (given[index] ?? 0) ** 2 / weight)),
  // The best-served unit as near to the others as can be, and the worst-served one.
  dhondt: (given, claims) =>
    Math.max(...claims.map(({ weight, floor }, i) => ((given[i] ?? 0) > floor ? (given[i] ?? 0) / weight : 0))),
  need: (given, claims) =>
    -Math.min(
      ...claims.map(({ weight, ceiling }, i) => ((given[i] ?? 0) < ceiling ? (given[i] ?? 0) / weight : Infinity)),
    ),
};

test.each(APPORTIONMENT_METHODS)('no way of sharing is better by what %s promises', (method) => {
  const claim = fc
    .record({ weight: fc.integer({ min: 1, max: 12 }), floor: fc.nat(2), more: fc.nat(5) })
    .map(({ weight, floor, more }) => ({ weight, floor, ceiling: floor + more }));
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 4 }), fc.nat(8), (claims, more) => {
      const [least, most] = [sum(claims.map(({ floor }) => floor)), sum(claims.map(({ ceiling }) => ceiling))];
      const places = Math.min(least + more, most);
      const cost = COSTS[method];
      const best = Math.min(...[...allWays(places, claims)].map((way) => cost(way, claims)));
      expect(cost([...placesOf(method, places, claims)], claims)).toBeCloseTo(best, 9);
    }),
  );
});
