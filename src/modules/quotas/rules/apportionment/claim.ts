/** The ways of sharing places out that a board can choose from. */
export const APPORTIONMENT_METHODS = ['hamilton', 'sainte-lague', 'dhondt', 'need'] as const;
export type ApportionmentMethod = (typeof APPORTIONMENT_METHODS)[number];

/** One unit's claim on the places. Claims stand in a fixed order (of units' codes): the last resort in a tie. */
export interface Claim {
  /** What the places are shared in proportion to: a whole number, or a fraction in one unit for all claims. */
  readonly weight: number;
  /** It gets no fewer, and no more; whole numbers. */
  readonly floor: number;
  readonly ceiling: number;
}

/** A claim without limits. */
export const claimOf = (weight: number): Claim => ({ weight, floor: 0, ceiling: Infinity });

/**
 * The one rule for ties, in every method: the larger weight first, then whoever stands first.
 * Claims are compared by index so that a sort by it is total: the same question has the same answer, always.
 */
export const byTieRule =
  (claims: readonly Claim[]) =>
  (a: number, b: number): number =>
    (claims[b]?.weight ?? 0) - (claims[a]?.weight ?? 0) || a - b;

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
