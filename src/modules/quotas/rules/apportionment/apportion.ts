import { type ApportionmentMethod, type Claim, sum } from './claim.js';
import { byDivisor } from './divisors.js';
import { hamilton } from './hamilton.js';

/** Who gets how many, in the order of the claims, and what nobody may have: it stays with whoever shares out. */
export interface Apportionment {
  readonly places: readonly number[];
  readonly left: number;
}

/**
 * Shares whole places out. A claim without weight gets its floor and no more.
 * @returns null when the floors ask for more than there is, or a floor lies above its ceiling.
 */
export function apportion(method: ApportionmentMethod, places: number, claims: readonly Claim[]): Apportionment | null {
  if (claims.some(({ floor, ceiling }) => floor > ceiling)) return null;
  if (sum(claims.map(({ floor }) => floor)) > places) return null;
  const given = method === 'hamilton' ? hamilton(places, claims) : byDivisor(method, places, claims);
  return { places: given, left: places - sum(given) };
}

/** A claim that has fewer when there is one more place to share. */
export interface Paradox {
  /** Places shared, before and after there is one more. */
  readonly from: number;
  readonly to: number;
  readonly losers: readonly { readonly index: number; readonly before: number; readonly after: number }[];
}

/** Where one more place costs a claim one: from one fewer to these, and from these to one more. */
export function paradoxes(method: ApportionmentMethod, places: number, claims: readonly Claim[]): Paradox[] {
  return [places - 1, places].flatMap((from) => {
    const [before, after] = [apportion(method, from, claims), apportion(method, from + 1, claims)];
    if (!before || !after) return [];
    const losers = claims.flatMap((_, index) => {
      const [had, has] = [before.places[index] ?? 0, after.places[index] ?? 0];
      return has < had ? [{ index, before: had, after: has }] : [];
    });
    return losers.length === 0 ? [] : [{ from, to: from + 1, losers }];
  });
}
