/** A unit fed by the reserve, as far as it could give places back. */
export interface Giver {
  readonly unitId: string;
  /** Free or held to be named later: nobody has them yet. */
  readonly free: number;
}

/** What a cut takes, and from whom. */
export interface CutPlan {
  /** Places that units have to give back before. */
  readonly missing: number;
  /** Of them, places that nobody can give back: people have them. */
  readonly short: number;
  /** How many each unit gives back, in the order of the givers. */
  readonly parts: readonly { readonly unitId: string; readonly places: number }[];
}

/**
 * What must give when a grant is cut: the reserve first; then, one place at a time, whoever has most left, so that nobody
 * is emptied while others have plenty. Equal ones give in the order they come in.
 */
export function planCut(cut: number, reserve: number, givers: readonly Giver[]): CutPlan {
  const missing = Math.max(0, cut - reserve);
  const left = givers.map(({ free }) => free);
  let wanted = missing;
  while (wanted > 0) {
    const most = Math.max(0, ...left);
    if (most === 0) break;
    const index = left.indexOf(most);
    left[index] = most - 1;
    wanted -= 1;
  }
  const parts = givers.map(({ unitId, free }, index) => ({ unitId, places: free - (left[index] ?? 0) }));
  return { missing, short: wanted, parts };
}
