import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CheckResult, DataCheck, MinimumOfPerson } from '../nomination.types.js';
import { keepingFrom } from './minimum-shares.js';

/** What has to be known of one official and one class to say whether the one may go to the other. */
export interface EligibilityFacts {
  /** The official's status, e.g. `working`. */
  readonly status: string;
  /** Whether a unit was called in whose name this reader may nominate the official. */
  readonly calledUnit: { readonly name: string } | null;
  /** The official's nomination to this very class that still stands, or was rejected. */
  readonly nominated: { readonly state: string } | null;
  /** What the rules of the program answered, as the board wrote them. */
  readonly rules: readonly DataCheck[];
  /** Another class of the official that shares a day with this one. */
  readonly overlap: { readonly code: string; readonly startsOn: PlainDate; readonly endsOn: PlainDate } | null;
  readonly needsQuota: boolean;
  /** The quota that a nomination would take from; null when there is none. */
  readonly quota: {
    readonly places: number;
    readonly held: number;
    readonly left: number;
    /** What its minimum shares mean for this person. */
    readonly minimums?: readonly MinimumOfPerson[];
  } | null;
  readonly seats: { readonly capacity: number; readonly taken: number };
}

/** One answer, with what it was decided on: of the class itself, or of a rule of its program. */
export interface RuleCheck {
  readonly rule: string;
  readonly result: CheckResult;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source?: string;
  readonly waiver?: DataCheck['waiver'];
}

export interface EligibilityVerdict {
  /** Whether a nomination would be taken, on a seat or on the waitlist. */
  readonly eligible: boolean;
  /** Every rule asked, in order. */
  readonly checks: readonly RuleCheck[];
}

type Rule = (facts: EligibilityFacts) => Omit<RuleCheck, 'rule'> | null;

const answer = (passed: boolean, facts: Record<string, unknown> = {}): Omit<RuleCheck, 'rule'> => ({
  result: passed ? 'pass' : 'fail',
  facts,
});

/** What every class asks, in the order it is told. What does not concern the class answers null. */
const RULES = {
  'at-work': ({ status }) => answer(status === 'working' || status === 'rotated', { status }),
  'unit-called': ({ calledUnit }) => answer(calledUnit !== null, { unit: calledUnit?.name ?? null }),
  'not-nominated': ({ nominated }) => answer(nominated === null, nominated ? { nomination: nominated.state } : {}),
  'no-overlap': ({ overlap }) => answer(overlap === null, overlap ? { ...overlap } : {}),
  'quota-left': ({ needsQuota, quota }) => {
    if (!needsQuota) return null;
    // Places held to be named later are for exactly this.
    const left = quota ? quota.left + quota.held : 0;
    return answer(left > 0, { places: quota?.places ?? 0, left, held: quota?.held ?? 0 });
  },
  'quota-kept': ({ needsQuota, quota }) => {
    const minimums = quota?.minimums ?? [];
    if (!needsQuota || !quota || minimums.length === 0) return null;
    const left = quota.left + quota.held;
    const keeping = left > 0 ? keepingFrom(left, minimums) : [];
    return answer(keeping.length === 0, {
      left,
      categories: (keeping.length > 0 ? keeping : minimums).map(({ category }) => category),
      unknown: minimums.filter(({ member }) => member === null).map(({ category }) => category),
    });
  },
  'seat-free': ({ seats }) =>
    answer(seats.taken < seats.capacity, { left: seats.capacity - seats.taken, capacity: seats.capacity }),
} as const satisfies Record<string, Rule>;

export type EligibilityRule = keyof typeof RULES;
export const ELIGIBILITY_RULES = Object.keys(RULES) as EligibilityRule[];

/** The rules of the program are told after this one. */
const BEFORE_PROGRAM: EligibilityRule = 'not-nominated';

/** Failing these does not refuse a person: without a free seat they wait. */
const WAITS: readonly string[] = ['seat-free'] satisfies EligibilityRule[];

/**
 * Asks everything, so that all reasons are known at once.
 * A missing fact is never a fail: it answers `unknown` and does not stop a nomination.
 */
export function judgeEligibility(facts: EligibilityFacts): EligibilityVerdict {
  const checks = ELIGIBILITY_RULES.flatMap((rule): RuleCheck[] => {
    const check = RULES[rule](facts);
    const own = check ? [{ rule, ...check }] : [];
    return rule === BEFORE_PROGRAM ? [...own, ...facts.rules] : own;
  });
  const refuses = ({ rule, result }: RuleCheck): boolean =>
    (result === 'fail' || result === 'needsException') && !WAITS.includes(rule);
  return { eligible: !checks.some(refuses), checks };
}
