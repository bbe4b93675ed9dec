import { claimOf, sum } from './apportionment/claim.js';
import { hamilton } from './apportionment/hamilton.js';

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
 * Numbers that the request gives count only when they add up to what is left; otherwise places go by largest remainder.
 */
export function sharePlaces(places: number, taken: number, shares: readonly Share[]): SharedPlaces {
  const left = places - taken;
  const asked = shares.map((share) => share.asked ?? 0);
  const lefts =
    shares.some((share) => share.asked !== undefined) && sum(asked) === left ? asked : hamilton(left, claims(shares));
  const parts = shares.map(({ to, takes }, index) => ({ to, places: takes + (lefts[index] ?? 0), taken: takes }));
  return { staying: taken - sum(shares.map(({ takes }) => takes)), parts };
}

/** Heirs without officials share alike: places must go somewhere. */
const claims = (shares: readonly Share[]) => {
  const nobody = shares.every(({ weight }) => weight === 0);
  return shares.map(({ weight }) => claimOf(nobody ? 1 : weight));
};
