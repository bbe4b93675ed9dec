import type { PlannedLine } from '../plan.types.js';

/** How many people of one unit need one program. */
export interface NeedOfUnit {
  readonly programId: string;
  readonly unitId: string;
  readonly people: number;
}

export interface FillOptions {
  /** A line for each unit, or one line of each program for all chosen units together. */
  readonly grouping: 'unit' | 'common';
  /** How many make a class. */
  readonly classSize: number;
  /** The plan's own unit: whom a common line is for. */
  readonly holderId: string;
}

/** What lines from the needs would do to a draft. */
export interface ProposedFill {
  readonly add: readonly { programId: string; unitId: string; classes: number; trainees: number }[];
  /** Lines that are there with other numbers of trainees than the need. */
  readonly differ: readonly { id: string; trainees: number }[];
  /** How many are there already and say the same. */
  readonly same: number;
}

/**
 * Lines that follow from needs. Where a line of the same program and unit is there already, only its number of trainees
 * would change. A unit gets classes of its own only for as many as it fills; a common line enough for everybody.
 */
export function proposeLines(
  needs: readonly NeedOfUnit[],
  existing: readonly Pick<PlannedLine, 'id' | 'programId' | 'unitId' | 'trainees'>[],
  { grouping, classSize, holderId }: FillOptions,
): ProposedFill {
  const wanted = new Map<string, NeedOfUnit>();
  for (const { programId, unitId, people } of needs) {
    const target = grouping === 'common' ? holderId : unitId;
    const before = wanted.get(`${programId} ${target}`)?.people ?? 0;
    wanted.set(`${programId} ${target}`, { programId, unitId: target, people: before + people });
  }
  const there = new Map(existing.map((line) => [`${line.programId} ${line.unitId}`, line]));
  const classesFor = (people: number): number =>
    grouping === 'common' ? Math.ceil(people / classSize) : Math.floor(people / classSize);
  const found = [...wanted].filter(([, { people }]) => people > 0);
  return {
    add: found.flatMap(([key, { programId, unitId, people }]) =>
      there.has(key) ? [] : [{ programId, unitId, classes: classesFor(people), trainees: people }],
    ),
    differ: found.flatMap(([key, { people }]) => {
      const line = there.get(key);
      return line && line.trainees !== people ? [{ id: line.id, trainees: people }] : [];
    }),
    same: found.filter(([key, { people }]) => there.get(key)?.trainees === people).length,
  };
}
