import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CourseState } from '../course.types.js';

/** What may be done to a class, from which states, and what it then is. */
const STEPS = {
  openNominations: { from: ['draft', 'closed'], to: 'open' },
  closeNominations: { from: ['open'], to: 'closed' },
  confirm: { from: ['closed'], to: 'confirmed' },
  start: { from: ['confirmed'], to: 'running' },
  complete: { from: ['running'], to: 'completed' },
  cancel: { from: ['draft', 'open', 'closed', 'confirmed', 'running'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly CourseState[]; to: CourseState }>;

export type CourseStep = keyof typeof STEPS;
export const COURSE_STEPS = Object.keys(STEPS) as CourseStep[];

/** The state after a step, or null when the step may not follow the present state. */
export function nextCourseState(state: CourseState, step: CourseStep): CourseState | null {
  const { from, to } = STEPS[step];
  return (from as readonly CourseState[]).includes(state) ? to : null;
}

/** A step as the trail tells it. */
export const stateChange = (before: CourseState, after: CourseState) => ({
  before: { state: before },
  after: { state: after },
});

/** States in which seats still change hands, so that a freed one goes to the waitlist. */
export const SEATS_MOVE: readonly CourseState[] = ['open', 'closed', 'confirmed'];

/** One thing that is wrong with a class's own facts. */
export interface CourseFault {
  readonly path: 'endsOn' | 'minimum' | 'deadline';
  readonly rule: 'notBeforeStart' | 'withinCapacity' | 'notBeforeToday' | 'notAfterStart';
}

interface CourseFacts {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly capacity: number;
  readonly minimum: number;
}

/** Everything that is wrong with the dates and numbers of a class. */
export function courseFaults({ startsOn, endsOn, capacity, minimum }: CourseFacts): readonly CourseFault[] {
  return [
    ...(endsOn < startsOn ? [{ path: 'endsOn', rule: 'notBeforeStart' } as const] : []),
    ...(minimum > capacity ? [{ path: 'minimum', rule: 'withinCapacity' } as const] : []),
  ];
}

/** A deadline lies between today and the day the class starts, both included. */
export function deadlineFaults(deadline: PlainDate, startsOn: PlainDate, today: PlainDate): readonly CourseFault[] {
  if (deadline < today) return [{ path: 'deadline', rule: 'notBeforeToday' }];
  return deadline > startsOn ? [{ path: 'deadline', rule: 'notAfterStart' }] : [];
}
