import type { PlannedLine } from '../plan.types.js';

type Line = Omit<PlannedLine, 'id' | 'standsFor'>;

/** The longest note that a line may have. */
const LONGEST_NOTE = 1000;

/**
 * Lines with other units in place of their own. What then speaks of one program and one unit is one line: its classes and
 * trainees are added up, it lasts from the first month of all to the last, any time where one of them is for any time.
 * @param unitOf who stands in place of a unit.
 */
export function heirLines(lines: readonly Line[], unitOf: (unitId: string) => string): Line[] {
  const merged = new Map<string, Line>();
  for (const line of lines) {
    const unitId = unitOf(line.unitId);
    const key = `${line.programId} ${unitId}`;
    const other = merged.get(key);
    merged.set(key, other ? together(other, line) : { ...line, unitId });
  }
  return [...merged.values()];
}

function together(one: Line, other: Line): Line {
  const [first, last] = [
    span(one.firstMonth, other.firstMonth, Math.min),
    span(one.lastMonth, other.lastMonth, Math.max),
  ];
  const notes = [...new Set([one.note, other.note].filter((note) => note !== null))];
  return {
    programId: one.programId,
    unitId: one.unitId,
    classes: one.classes + other.classes,
    trainees: one.trainees + other.trainees,
    firstMonth: first,
    lastMonth: last,
    note: notes.length > 0 ? notes.join('; ').slice(0, LONGEST_NOTE) : null,
  };
}

const span = (a: number | null, b: number | null, pick: (a: number, b: number) => number): number | null =>
  a === null || b === null ? null : pick(a, b);
