import { type Actor } from '../../platform/access/actor.js';
import { definePolicy, mayRole } from '../../platform/access/policy.js';
import type { CourseState } from './course.types.js';
import type { CallAbilities, CourseAbilities } from './dto/course.view.js';
import { nextCourseState } from './rules/course-life.js';

export const coursesPolicy = definePolicy({
  'courses.read': ['board', 'committee', 'cell', 'leader'],
  'courses.manage': ['board'],
  'courses.openNominations': ['board'],
  'calls.answer': ['board', 'committee', 'cell'],
  'calls.extend': ['board'],
});

/** What a class is to the one who looks at it. */
export interface CourseStanding {
  readonly state: CourseState;
  /** Whether its holder stands in the reader's subtree. */
  readonly owned: boolean;
  /** Whether a unit of the reader's subtree is called. */
  readonly called: boolean;
  /** Whether its cells propose people and a committee nominates them. */
  readonly cellStep: boolean;
}

/** What the reader may do with a class as it stands now. */
export function courseAbilities(
  actor: Pick<Actor, 'role'>,
  { state, owned, called, cellStep }: CourseStanding,
): CourseAbilities {
  const manages = owned && mayRole(actor.role, 'courses.manage');
  return {
    edit: manages && !['completed', 'cancelled'].includes(state),
    copy: manages,
    changeCapacity: manages && !['running', 'completed', 'cancelled'].includes(state),
    openNominations:
      owned && mayRole(actor.role, 'courses.openNominations') && nextCourseState(state, 'openNominations') !== null,
    closeNominations: manages && nextCourseState(state, 'closeNominations') !== null,
    confirm: manages && nextCourseState(state, 'confirm') !== null,
    start: manages && nextCourseState(state, 'start') !== null,
    complete: manages && nextCourseState(state, 'complete') !== null,
    cancel: manages && nextCourseState(state, 'cancel') !== null,
    nominate: called && state === 'open' && mayRole(actor.role, 'calls.answer') && !(cellStep && actor.role === 'cell'),
    review: manages && (state === 'open' || state === 'closed'),
  };
}

/** Answers that nobody changes any more. */
const SETTLED: readonly (string | null)[] = ['list', 'carried-over'];

/** What the reader may do with a unit's part of a call. */
export const callAbilities = (
  actor: Pick<Actor, 'role'>,
  state: CourseState,
  answer: string | null,
): CallAbilities => ({
  answer: state === 'open' && !SETTLED.includes(answer) && mayRole(actor.role, 'calls.answer'),
  refuseTime: state === 'open' && answer === 'more-time' && mayRole(actor.role, 'calls.extend'),
  extend: state === 'open' && !SETTLED.includes(answer) && mayRole(actor.role, 'calls.extend'),
});
