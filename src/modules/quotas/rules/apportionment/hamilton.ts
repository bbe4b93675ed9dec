import { byTieRule, type Claim, sum } from './claim.js';

/**
 * Largest remainder (Hamilton, Hare): everyone the whole part of their fair share, and the places left over to the
 * largest remainders. Stays within the quota rule (the fair share rounded down or up); may cost a unit a place when
 * there is one more to share (the Alabama paradox).
 * Floors must fit into `places`.
 */
export function hamilton(places: number, claims: readonly Claim[]): number[] {
  const shares = fairShares(places, claims);
  const given = shares.map(({ parts, of }) => Math.floor(parts / of));
  const left = Math.min(places, sum(claims.map(mostOf))) - sum(given);
  const tie = byTieRule(claims);
  // Those that have a remainder were all divided by the same sum of weights: their parts alone compare them.
  const rest = (index: number): number => (shares[index] ? shares[index].parts % shares[index].of : 0);
  const order = claims
    .map((_, index) => index)
    .filter((index) => rest(index) > 0)
    .sort((a, b) => rest(b) - rest(a) || tie(a, b));
  for (const index of order.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
  return given;
}

/** A fraction: `parts` ÷ `of`, both whole where weights are. */
export interface Fraction {
  readonly parts: number;
  readonly of: number;
}

/**
 * The share in proportion to the weights, not yet rounded, within floors and ceilings: median(floor, λ · weight,
 * ceiling) for the λ that makes them add up to the places (or to all that can be given).
 */
export function fairShares(places: number, claims: readonly Claim[]): Fraction[] {
  const fixed = new Map<number, number>();
  for (const [index, claim] of claims.entries()) if (claim.weight === 0) fixed.set(index, claim.floor);
  for (;;) {
    const free = claims.map((_, index) => index).filter((index) => !fixed.has(index));
    const left = places - sum([...fixed.values()]);
    const of = sum(free.map((index) => claims[index]?.weight ?? 0));
    const share = (index: number): Fraction =>
      fixed.has(index) ? { parts: fixed.get(index) ?? 0, of: 1 } : { parts: left * (claims[index]?.weight ?? 0), of };
    const low = free.filter((index) => share(index).parts < (claims[index]?.floor ?? 0) * of);
    const high = free.filter((index) => share(index).parts > (claims[index]?.ceiling ?? 0) * of);
    if (low.length + high.length === 0) return claims.map((_, index) => share(index));
    // Fix the side that moves the rest further away; the other side may come right by itself.
    const lacking = sum(low.map((index) => (claims[index]?.floor ?? 0) * of - share(index).parts));
    const excess = sum(high.map((index) => share(index).parts - (claims[index]?.ceiling ?? 0) * of));
    for (const index of lacking >= excess ? low : high) {
      fixed.set(index, (lacking >= excess ? claims[index]?.floor : claims[index]?.ceiling) ?? 0);
    }
  }
}

const mostOf = ({ weight, floor, ceiling }: Claim): number => (weight === 0 ? floor : ceiling);
