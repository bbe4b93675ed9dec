import type { PlainDate } from '../../../kernel/plain-date.js';

/** How a unit stands to the notice that calls it. */
export const CALL_STANDINGS = ['answered', 'answered-late', 'more-time', 'silent', 'late'] as const;
export type CallStanding = (typeof CALL_STANDINGS)[number];

/** What is known of a call. */
export interface CallFacts {
  readonly answer: 'list' | 'none' | 'more-time' | null;
  /** The day of the answer. */
  readonly answeredOn: PlainDate | null;
  readonly deadline: PlainDate;
}

/** Who asks for more time has said something, but not what was asked: after the deadline they are late all the same. */
export function callStanding({ answer, answeredOn, deadline }: CallFacts, today: PlainDate): CallStanding {
  if (answer === 'list' || answer === 'none')
    return answeredOn !== null && answeredOn > deadline ? 'answered-late' : 'answered';
  if (today > deadline) return 'late';
  return answer === 'more-time' ? 'more-time' : 'silent';
}
