/** The way of a nomination, then its ends; `rules/transitions.ts` says which step may follow which. */
export const NOMINATION_STATES = [
  'submitted',
  'returned',
  'approved',
  'decided',
  'enrolled',
  'studying',
  'completed',
  'not-completed',
  'rejected',
  'withdrawn',
  'lapsed',
  'replaced',
  'no-show',
] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

export const PLACES = ['seat', 'waitlist', 'none'] as const;
export type Place = (typeof PLACES)[number];

/** What became of one line of a submitted list. */
export const OUTCOMES = ['seated', 'waitlisted', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How well somebody completed a class: xuất sắc, giỏi, khá, trung bình, không đạt. */
export const CLASSIFICATIONS = ['excellent', 'good', 'fair', 'average', 'failed'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** What a class is, re-told here so that this room's rules speak of it. */
export { COURSE_STATES, type CourseState } from '../courses/index.js';

/** The answers of eligibility rules, re-told here so that this room's rules speak of them. */
export { CHECK_RESULTS, type CheckResult, type DataCheck } from '../eligibility/index.js';
export type { MinimumOfPerson } from '../quotas/index.js';
