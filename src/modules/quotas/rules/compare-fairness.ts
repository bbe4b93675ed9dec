import { type Fairness, fairnessOf, metShare } from './apportionment/fairness.js';
import type { ProposedUnit, UnitFacts } from './proposal.js';

/** Figures of a proposal beside those of the places as they are. */
export interface ComparedFairness extends Fairness {
  readonly today: Fairness;
  readonly units: {
    readonly unitId: string;
    readonly need: number;
    readonly met: number | null;
    readonly metToday: number | null;
    readonly change: number;
  }[];
  readonly gaining: string[];
  readonly losing: string[];
}

/** Who is served how, and who gains and loses. */
export function comparedWithToday(facts: readonly UnitFacts[], proposed: readonly ProposedUnit[]): ComparedFairness {
  const placesOf = new Map(proposed.map(({ unitId, places }) => [unitId, places]));
  const units = facts.map(({ unitId, need, today }) => {
    const places = placesOf.get(unitId) ?? 0;
    return {
      unitId,
      need,
      met: metShare({ need, places }),
      metToday: metShare({ need, places: today }),
      change: places - today,
    };
  });
  return {
    ...fairnessOf(facts.map(({ unitId, need }) => ({ need, places: placesOf.get(unitId) ?? 0 }))),
    today: fairnessOf(facts.map(({ need, today }) => ({ need, places: today }))),
    units,
    gaining: units.flatMap(({ unitId, change }) => (change > 0 ? [unitId] : [])),
    losing: units.flatMap(({ unitId, change }) => (change < 0 ? [unitId] : [])),
  };
}
