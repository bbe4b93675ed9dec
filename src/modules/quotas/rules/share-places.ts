/** One heir's claim on the places of a unit that ends. */
export interface Share {
  readonly to: string;
  /** Places that nominations still alive take with them. */
  readonly takes: number;
  /** What the places left are shared by, when nobody asked for numbers: how many officials go there. */
  readonly weight: number;
  /** Places left that the request gives it. */
  readonly asked?: number;
}

/** What each heir gets; `taken` of its `places` are held already. */
export interface SharedPlaces {
  /** Places that finished nominations used: they stay with the ended unit as history. */
  readonly staying: number;
  readonly parts: readonly { readonly to: string; readonly places: number; readonly taken: number }[];
}

/**
 * Shares out the places of one quota. None is lost and none is made: staying + Σ places = places, and likewise what is taken.
 * Numbers that the request gives count only when they add up to what is left.
 */
export function sharePlaces(places: number, taken: number, shares: readonly Share[]): SharedPlaces {
  const left = places - taken;
  const asked = shares.map((share) => share.asked ?? 0);
  const lefts =
    shares.some((share) => share.asked !== undefined) && sum(asked) === left
      ? asked
      : largestRemainder(
          left,
          shares.map(({ weight }) => weight),
        );
  const parts = shares.map(({ to, takes }, index) => ({ to, places: takes + (lefts[index] ?? 0), taken: takes }));
  return { staying: taken - sum(shares.map(({ takes }) => takes)), parts };
}

/** Whole numbers in proportion to weights that add up to the total; ties go to whoever stands first. */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const fair = all === 0 ? weights.map(() => total / weights.length) : weights.map((weight) => (total * weight) / all);
  const whole = fair.map(Math.floor);
  const order = fair
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, total - sum(whole));
  for (const { index } of order) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
