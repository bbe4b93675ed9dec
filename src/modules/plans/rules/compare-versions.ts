import type { LineChange, PlannedLine } from '../plan.types.js';

/** What is compared of a line. */
const FIELDS = ['classes', 'trainees', 'firstMonth', 'lastMonth', 'note'] as const;

/** One line in two versions. */
export interface ComparedLine<Line> {
  readonly change: LineChange;
  readonly before: Line | null;
  readonly after: Line | null;
}

export interface Totals {
  readonly classes: number;
  readonly trainees: number;
}

/**
 * Two versions side by side: what speaks of the same program and unit is the same line.
 * @returns lines in the order of the later version, those that are gone after them in the order of the earlier one.
 */
export function compareVersions<Line extends PlannedLine>(
  before: readonly Line[],
  after: readonly Line[],
): ComparedLine<Line>[] {
  const earlier = new Map(before.map((line) => [keyOf(line), line]));
  const later = new Set(after.map(keyOf));
  const kept = after.map((line): ComparedLine<Line> => {
    const old = earlier.get(keyOf(line)) ?? null;
    const change = old === null ? 'added' : FIELDS.some((field) => old[field] !== line[field]) ? 'changed' : 'same';
    return { change, before: old, after: line };
  });
  const gone = before
    .filter((line) => !later.has(keyOf(line)))
    .map((line): ComparedLine<Line> => ({ change: 'gone', before: line, after: null }));
  return [...kept, ...gone];
}

/** Everything that lines plan, added up. */
export const totalsOf = (lines: readonly Totals[]): Totals =>
  lines.reduce<Totals>(
    (sum, { classes, trainees }) => ({ classes: sum.classes + classes, trainees: sum.trainees + trainees }),
    { classes: 0, trainees: 0 },
  );

const keyOf = ({ programId, unitId }: PlannedLine): string => `${programId} ${unitId}`;
