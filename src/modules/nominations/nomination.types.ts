/** The way of a nomination; `rules/transitions.ts` says which step may follow which. */
export const NOMINATION_STATES = [
  'submitted',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
  'completed',
  'not-completed',
] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

export const PLACES = ['seat', 'waitlist', 'none'] as const;
export type Place = (typeof PLACES)[number];

/** What became of one line of a submitted list. */
export const OUTCOMES = ['seated', 'waitlisted', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A missing fact is never a fail. */
export const CHECK_RESULTS = ['pass', 'fail', 'needsException', 'unknown'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];
