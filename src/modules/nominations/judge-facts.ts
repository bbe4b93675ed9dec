import type { PlainDate } from '../../kernel/plain-date.js';
import { judgeRules } from '../eligibility/index.js';
import type { FactsRow } from './facts.sql.js';
import { type EligibilityVerdict, judgeEligibility } from './rules/eligibility.js';

/** A person's facts, with whether the class closes a gap of theirs. */
export type JudgedFacts = FactsRow & { readonly needed: boolean };

/** What of a class the rules ask about. */
export interface JudgedCourse {
  readonly startsOn: PlainDate;
  readonly needsQuota: boolean;
  readonly capacity: number;
  readonly seatsTaken: number;
}

/** Holds one official's facts against the rules of one class. */
export function judgeFacts(course: JudgedCourse, facts: FactsRow, today: PlainDate): EligibilityVerdict {
  const { ruleSet, ruleFacts } = facts;
  const day = ruleSet?.reference === 'nomination' ? today : course.startsOn;
  return judgeEligibility({
    status: facts.status,
    calledUnit: facts.calledUnitName === null ? null : { name: facts.calledUnitName },
    nominated: facts.nominatedState === null ? null : { state: facts.nominatedState },
    rules: ruleSet ? judgeRules(ruleSet, ruleFacts, day) : [],
    overlap: facts.overlap,
    needsQuota: course.needsQuota,
    quota: facts.quota,
    seats: { capacity: course.capacity, taken: course.seatsTaken },
  });
}
