/** A plan is for one year, or for a period of two to ten. */
export const PLAN_KINDS = ['year', 'period'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** How a plan stands: never approved yet, approved once, or approved again after a revision. */
export const PLAN_STATES = ['draft', 'approved', 'revised'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** How one version stands; `superseded` was approved, and a later one was after it. */
export const VERSION_STATES = ['draft', 'approved', 'superseded'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** How a line stands on a day: nothing to do yet, its months have come, they are over and it is not reached, or it is. */
export const LINE_STATES = ['coming', 'due', 'late', 'done'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What became of a line from one version to another. */
export const LINE_CHANGES = ['same', 'changed', 'added', 'gone'] as const;
export type LineChange = (typeof LINE_CHANGES)[number];

/** What is planned of one program for one unit. */
export interface PlannedLine {
  readonly id: string;
  readonly programId: string;
  readonly unitId: string;
  /** The one unit that stands for `unitId` now; itself as long as it stands. */
  readonly standsFor?: string;
  readonly classes: number;
  /** Turns. */
  readonly trainees: number;
  readonly firstMonth: number | null;
  readonly lastMonth: number | null;
  readonly note: string | null;
}

/** The years a plan is for, both included. */
export interface PlanYears {
  readonly firstYear: number;
  readonly lastYear: number;
}

export type { CourseState } from '../courses/index.js';
