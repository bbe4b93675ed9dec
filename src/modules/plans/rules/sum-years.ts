import type { PlannedLine } from '../plan.types.js';
import { type Totals, totalsOf } from './compare-versions.js';
import { nearestLine } from './nearest-line.js';

/** A line of a year's plan, with where its unit stands. */
export interface YearLine extends Totals {
  readonly programId: string;
  /** Its unit and those above it, the highest first. */
  readonly path: readonly string[];
}

/** Years' plans against the lines of a period: each line of a year counts once. */
export interface YearSums {
  readonly byLine: ReadonlyMap<string, Totals>;
  /** Of programs the period has lines of, all of them; others are not in it. */
  readonly byProgram: ReadonlyMap<string, Totals>;
}

/** Adds the years' plans up against a period's lines: each under the line of its program nearest to its unit. */
export function sumYears(lines: readonly PlannedLine[], years: readonly YearLine[]): YearSums {
  const placed = years.map((line) => ({ line, lineId: nearestLine(lines, line.programId, line.path)?.id ?? null }));
  const programs = new Set(years.map(({ programId }) => programId));
  return {
    byLine: new Map(
      lines.map(({ id }) => [id, totalsOf(placed.filter(({ lineId }) => lineId === id).map(({ line }) => line))]),
    ),
    byProgram: new Map([...programs].map((id) => [id, totalsOf(years.filter(({ programId }) => programId === id))])),
  };
}
