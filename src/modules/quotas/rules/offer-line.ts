/** A unit with what it lacks. */
export interface Lacking {
  readonly unitId: string;
  /** Ids of the units above it and itself. */
  readonly path: readonly string[];
  /** Places it still has. */
  readonly left: number;
}

/** People in need of one unit. */
export interface UnitNeed {
  readonly path: readonly string[];
  readonly people: number;
}

/**
 * Who is offered places, in order: units with people in need for whom they have no place left, those with the most first;
 * equal ones as they came. People of units below a candidate are the candidate's.
 */
export function offerLine(
  candidates: readonly Lacking[],
  needs: readonly UnitNeed[],
): { unitId: string; need: number }[] {
  return candidates
    .map(({ unitId, left }) => {
      const people = needs.reduce((sum, need) => sum + (need.path.includes(unitId) ? need.people : 0), 0);
      return { unitId, need: Math.max(0, people - left) };
    })
    .filter(({ need }) => need > 0)
    .sort((a, b) => b.need - a.need);
}

/** The same line with one unit asked first, where it stands in it. */
export const inFront = <Unit extends { readonly unitId: string }>(
  line: readonly Unit[],
  unitId: string | undefined,
): Unit[] => [...line.filter((unit) => unit.unitId === unitId), ...line.filter((unit) => unit.unitId !== unitId)];
