import type { PlainDate } from '../../kernel/plain-date.js';
import type { CourseView } from '../courses/index.js';
import { judgeRules } from '../eligibility/index.js';
import type { FactsRow } from './eligibility.queries.js';
import { type EligibilityVerdict, judgeEligibility } from './rules/eligibility.js';

/** Holds one official's facts against the rules of one class. */
export function judge(course: CourseView, facts: FactsRow, today: PlainDate): EligibilityVerdict {
  const { ruleSet, ruleFacts } = facts;
  const day = ruleSet?.reference === 'nomination' ? today : course.startsOn;
  return judgeEligibility({
    status: facts.status,
    calledUnit: facts.calledUnitName === null ? null : { name: facts.calledUnitName },
    nominated: facts.nominatedState === null ? null : { state: facts.nominatedState },
    rules: ruleSet ? judgeRules(ruleSet, ruleFacts, day) : [],
    overlap: facts.overlap,
    needsQuota: course.program.needsQuota,
    quota: facts.quota,
    seats: { capacity: course.capacity, taken: course.seatsTaken },
  });
}
