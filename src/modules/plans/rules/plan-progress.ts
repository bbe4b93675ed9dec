import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CourseState, PlannedLine, PlanYears } from '../plan.types.js';
import { lineWindow } from './line-state.js';
import { nearestLine } from './nearest-line.js';

/** A class of the plan's holder, or one opened from the plan. */
export interface CourseFacts {
  readonly id: string;
  readonly programId: string;
  readonly state: CourseState;
  readonly startsOn: PlainDate;
  /** The unit of the line it was opened for, or null when it was not opened from this plan. */
  readonly forUnitId: string | null;
  /** Who stands for that unit now, where it has ended. */
  readonly forHeirId?: string | null;
  /** Trainees of an old class, which has no names; null for the others. */
  readonly reported: number | null;
}

/** The people one unit has in one class. */
export interface TurnFacts {
  readonly courseId: string;
  readonly unitId: string;
  /** That unit and those above it, the highest first. */
  readonly path: readonly string[];
  readonly seats: number;
  readonly completed: number;
}

/** What became of a plan, or of a part of it. */
export interface Progress {
  /** Classes being prepared, of which nobody else knows yet. */
  readonly drafts: number;
  readonly opened: { readonly classes: number; readonly trainees: number };
  /** `turns` are those who completed; `unnamed` how many of them come from old classes that have no names. */
  readonly trained: { readonly classes: number; readonly turns: number; readonly unnamed: number };
}

/** Where classes and people count. A null line: for the program as a whole, since no line takes them. */
export interface Placing {
  readonly courses: ReadonlyMap<string, string | null>;
  readonly turns: readonly (TurnFacts & { readonly lineId: string | null })[];
}

export const NO_PROGRESS: Progress = {
  drafts: 0,
  opened: { classes: 0, trainees: 0 },
  trained: { classes: 0, turns: 0, unnamed: 0 },
};

/**
 * Says where each class and each person counts.
 *
 * A class opened from the plan counts for its line. Any other class of the same holder, program and years counts for the
 * line of its program that comes due first and still lacks a class; when none lacks one, for the last that plans
 * classes at all; else for the program. Cancelled classes count for nothing and must not be given.
 * People count where their unit does: for the line of the program nearest to it in the tree, else with their class.
 */
export function placeProgress(
  lines: readonly PlannedLine[],
  years: PlanYears,
  courses: readonly CourseFacts[],
  turns: readonly TurnFacts[],
): Placing {
  const byCourse = placeCourses(lines, years, courses);
  const programs = new Map(courses.map(({ id, programId }) => [id, programId]));
  const placed = turns.map((turn) => {
    const near = nearestLine(lines, programs.get(turn.courseId) ?? '', turn.path);
    return { ...turn, lineId: near?.id ?? byCourse.get(turn.courseId) ?? null };
  });
  return { courses: byCourse, turns: placed };
}

function placeCourses(
  lines: readonly PlannedLine[],
  years: PlanYears,
  courses: readonly CourseFacts[],
): Map<string, string | null> {
  const due = [...lines].sort(
    (a, b) => compare(lineWindow(a, years).to, lineWindow(b, years).to) || compare(a.id, b.id),
  );
  const placed = new Map<string, string | null>();
  const lacking = new Map(lines.map(({ id, classes }) => [id, classes]));
  const place = (course: CourseFacts, line: PlannedLine | undefined): void => {
    placed.set(course.id, line?.id ?? null);
    if (line) lacking.set(line.id, (lacking.get(line.id) ?? 0) - 1);
  };
  const own = (course: CourseFacts): PlannedLine | undefined =>
    lines.find((line) => line.programId === course.programId && line.unitId === course.forUnitId) ??
    lines.find((line) => line.programId === course.programId && isFor(line, course));
  for (const course of courses) if (own(course)) place(course, own(course));
  const others = courses.filter(({ id }) => !placed.has(id));
  for (const course of others.sort((a, b) => compare(a.startsOn, b.startsOn) || compare(a.id, b.id))) {
    const held = due.filter(({ programId, classes }) => programId === course.programId && classes > 0);
    place(course, held.find(({ id }) => (lacking.get(id) ?? 0) > 0) ?? held.at(-1));
  }
  return placed;
}

/** Whether a line and a class speak of units for which the same one stands now. */
const isFor = (line: PlannedLine, { forUnitId, forHeirId }: CourseFacts): boolean =>
  forUnitId !== null && (line.standsFor ?? line.unitId) === (forHeirId ?? forUnitId);

/** The progress of those classes and people that a filter lets through: one line's, one program's or all. */
export function sumProgress(
  courses: readonly CourseFacts[],
  placing: Placing,
  counts: (lineId: string | null, programId: string) => boolean,
): Progress {
  const known = new Map(courses.map((course) => [course.id, course]));
  const own = courses.filter(({ id, programId }) => counts(placing.courses.get(id) ?? null, programId));
  const turns = placing.turns.filter(({ courseId, lineId }) => {
    const course = known.get(courseId);
    return course?.reported === null && isOpened(course) && counts(lineId, course.programId);
  });
  const done = own.filter(({ state }) => state === 'completed');
  const unnamed = sum(done.map(({ reported }) => reported ?? 0));
  const reported = sum(own.filter(isOpened).map((course) => course.reported ?? 0));
  const completed = turns.filter(({ courseId }) => known.get(courseId)?.state === 'completed');
  return {
    drafts: own.filter(({ state }) => state === 'draft').length,
    opened: { classes: own.filter(isOpened).length, trainees: reported + sum(turns.map(({ seats }) => seats)) },
    trained: {
      classes: done.length,
      turns: unnamed + sum(completed.map((turn) => turn.completed)),
      unnamed,
    },
  };
}

/** Opened: nominations were called for, whatever came after. */
const isOpened = ({ state }: CourseFacts): boolean => state !== 'draft' && state !== 'cancelled';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
