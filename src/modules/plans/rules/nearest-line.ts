import type { PlannedLine } from '../plan.types.js';

type Place = Pick<PlannedLine, 'id' | 'programId' | 'unitId' | 'standsFor'>;

/**
 * The line of a program that speaks of a unit most closely: its own, else that of the nearest unit above it. A line of a
 * unit that has ended speaks of whoever stands for it now, too.
 * @param path the unit and those above it, the highest first. @returns null when no line of the program covers the unit.
 */
export function nearestLine<Line extends Place>(
  lines: readonly Line[],
  programId: string,
  path: readonly string[],
): Line | null {
  const found = lines
    .filter((line) => line.programId === programId)
    .map((line) => ({ line, depth: Math.max(path.indexOf(line.unitId), path.indexOf(line.standsFor ?? line.unitId)) }))
    .filter(({ depth }) => depth >= 0)
    .sort((a, b) => b.depth - a.depth)[0];
  return found?.line ?? null;
}
