import type { EndingQuota, Share } from '../reorganisation.types.js';
import type { Plan, PlanProblem, Step } from './plan.types.js';

/** Places that the parts of splits ask for, by `unit heir program period`. */
export function askedPlaces(steps: readonly Step[], plan: Plan, ids: ReadonlyMap<string, string>): Map<string, number> {
  const asked = new Map<string, number>();
  for (const [index, { parts = [] }] of steps.entries()) {
    const [ended] = plan.endedBy[index] ?? [];
    for (const { unit, newUnit, places = [] } of parts) {
      const reference = newUnit?.key ?? unit ?? '';
      for (const { programId, period, places: count } of places) {
        asked.set(`${ended ?? ''} ${ids.get(reference) ?? reference} ${programId} ${period}`, count);
      }
    }
  }
  return asked;
}

/** Numbers asked for that do not add up to what is left of a quota. */
export function placeProblems(
  quotas: readonly EndingQuota[],
  shares: ReadonlyMap<string, readonly Share[]>,
): PlanProblem[] {
  return quotas.flatMap(({ id, places, taken }) => {
    const claims = shares.get(id) ?? [];
    if (claims.every(({ asked }) => asked === undefined)) return [];
    const sum = claims.reduce((total, { asked = 0 }) => total + asked, 0);
    return sum === places - taken ? [] : [{ path: 'steps', rule: 'placesAddUp', facts: { left: places - taken } }];
  });
}
