import { byTieRule, type Claim, sum } from './claim.js';

/**
 * Divisor methods, as one place after another: each goes to the claim with the largest weight ÷ divisor(places it has).
 * Floors are given first and full claims stand aside, which is what Balinski and Young, *Fair Representation* (1982),
 * define for divisor methods with requirements: median(floor, weight ÷ λ rounded, ceiling) for one λ.
 */
export const DIVISORS = {
  /** Webster: quotients by 1, 3, 5…; nearest to proportion, favours neither large nor small units. */
  'sainte-lague': (places: number): number => 2 * places + 1,
  /** Jefferson: quotients by 1, 2, 3…; favours large units. */
  dhondt: (places: number): number => places + 1,
  /**
   * Adams: the next place goes where the smallest share of the need is met (weight ÷ 0 is the most urgent), so everyone
   * gets one before anyone gets a second. It makes the worst-served unit's share as large as can be.
   */
  need: (places: number): number => places,
} as const;

export type DivisorMethod = keyof typeof DIVISORS;

/** The places of each claim; fewer than asked when every claim with weight is full. Floors must fit into `places`. */
export function byDivisor(method: DivisorMethod, places: number, claims: readonly Claim[]): number[] {
  const divisor = DIVISORS[method];
  const given = claims.map(({ floor }) => floor);
  const tie = byTieRule(claims);
  // Fractions are compared by multiplying across, never by dividing: a tie is a tie.
  const before = (a: number, b: number): number =>
    (claims[b]?.weight ?? 0) * divisor(given[a] ?? 0) - (claims[a]?.weight ?? 0) * divisor(given[b] ?? 0) || tie(a, b);
  const open = claims.map((_, index) => index).filter((index) => takesMore(claims[index], given[index]));
  for (let left = places - sum(given); left > 0 && open.length > 0; left -= 1) {
    const next = open.reduce((best, index) => (before(index, best) < 0 ? index : best));
    given[next] = (given[next] ?? 0) + 1;
    if (!takesMore(claims[next], given[next])) open.splice(open.indexOf(next), 1);
  }
  return given;
}

const takesMore = (claim: Claim | undefined, given = 0): boolean =>
  claim !== undefined && claim.weight > 0 && given < claim.ceiling;
