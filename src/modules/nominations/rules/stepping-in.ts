import type { CourseState, NominationState } from '../nomination.types.js';
import { judgeStep, type StepFacts, type StepRefusal } from './transitions.js';

/** How somebody leaves whose place is kept for another. */
export const HANDED_BY = ['withdraw', 'reject', 'replace'] as const;
export type HandedBy = (typeof HANDED_BY)[number];

/** What becomes of both: where the one who leaves ends, and where the one who steps in begins. */
export interface HandOver {
  readonly leaver: NominationState;
  readonly newcomer: NominationState;
}

/** Classes into whose lists somebody can still come to be reviewed. */
const FORMING: readonly CourseState[] = ['open', 'closed'];

/**
 * Replacing is the board's act and hands on how far the way was gone; whoever steps in for somebody who withdraws or is
 * refused is reviewed from the beginning, which needs a list that is still being made. A withdrawal stays a withdrawal.
 */
export function judgeHandOver(by: HandedBy, facts: StepFacts): HandOver | { readonly refusal: StepRefusal } {
  const verdict = judgeStep(by, facts);
  if ('refusal' in verdict) return verdict;
  if (by === 'replace') return { leaver: verdict.to, newcomer: facts.state === 'no-show' ? 'studying' : facts.state };
  if (!FORMING.includes(facts.courseState)) return { refusal: 'class-elsewhere' };
  return { leaver: verdict.to, newcomer: 'submitted' };
}
