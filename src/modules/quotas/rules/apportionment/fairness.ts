import { sum } from './claim.js';

/** What one unit needs and would get. */
export interface Served {
  readonly need: number;
  readonly places: number;
}

/** How much of the need an allocation meets, and how evenly. */
export interface Fairness {
  readonly need: number;
  /** People in need for whom there is a place; places beyond a unit's need meet nobody's. */
  readonly met: number;
  /** Smallest and largest share of a unit's need that is met, from 0 to 1; null where nobody is in need. */
  readonly least: number | null;
  readonly most: number | null;
  /**
   * Gini coefficient of the met share over all people in need: 0 where everyone's unit is served alike, towards 1 where few
   * units have everything. Null where nobody is in need or there is no place for them.
   */
  readonly gini: number | null;
}

/** The share of a unit's need that is met, from 0 to 1; null without need. */
export const metShare = ({ need, places }: Served): number | null =>
  need === 0 ? null : Math.min(places, need) / need;

/** Figures of one allocation; a unit counts by the people in need it has. */
export function fairnessOf(units: readonly Served[]): Fairness {
  const needy = units.filter(({ need }) => need > 0);
  const need = sum(needy.map((unit) => unit.need));
  const met = sum(needy.map((unit) => Math.min(unit.places, unit.need)));
  const shares = needy.map((unit) => metShare(unit) ?? 0);
  if (need === 0) return { need, met, least: null, most: null, gini: null };
  const spread = sum(
    needy.flatMap((a, i) => needy.map((b, j) => a.need * b.need * Math.abs((shares[i] ?? 0) - (shares[j] ?? 0)))),
  );
  // Mean share is met ÷ need, so 2 · need² · mean = 2 · need · met.
  return {
    need,
    met,
    least: Math.min(...shares),
    most: Math.max(...shares),
    gini: met === 0 ? null : spread / (2 * need * met),
  };
}
