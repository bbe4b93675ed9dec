import type { PlainDate } from '../../kernel/plain-date.js';

/** The kinds of rules there are: what can be asked is closed, how much is asked is data. */
export const RULE_KINDS = [
  'age',
  'party-membership',
  'not-party-member',
  'category',
  'post',
  'years-in-post',
  'schooling',
  'qualification',
  'llct-at-least',
  'llct-not-yet',
  'unit',
  'health',
  'evaluation',
  'not-sent-within',
  'not-studying-elsewhere',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** A missing fact is `unknown`, never a fail; `needsException` is a fail from which the regulation lets the board except. */
export const CHECK_RESULTS = ['pass', 'fail', 'needsException', 'unknown'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** The day on which age, years in post and the like are counted. */
export const REFERENCE_DAYS = ['opening', 'nomination'] as const;
export type ReferenceDay = (typeof REFERENCE_DAYS)[number];

/** The yearly rating of an official, lowest first. */
export const RATINGS = ['not-completed', 'completed', 'good', 'excellent'] as const;
export type Rating = (typeof RATINGS)[number];

/** Numbers, levels and lists that fill a rule's sentence; `rules/parameters.ts` says which belong to which kind. */
export type RuleParameters = Readonly<Record<string, unknown>>;

/** One rule as the board wrote it. */
export interface EligibilityRule {
  readonly kind: RuleKind;
  readonly parameters: RuleParameters;
  /** Whether the regulation itself lets the competent authority except from it. */
  readonly exception: boolean;
  /** The clause, where it is another than the set's. */
  readonly source: string | null;
}

/** The rules of a program at a time. */
export interface EligibilityRuleSet {
  readonly id: string;
  readonly reference: ReferenceDay;
  readonly source: string;
  readonly confirmed: boolean;
  readonly rules: readonly EligibilityRule[];
}

/** The decision that a rule does not hold for one person. */
export interface Waiver {
  readonly rule: string;
  readonly number: string;
  readonly decidedOn: PlainDate;
  readonly reason: string;
}

/** What is known of one official; what is null is not recorded. */
export interface OfficialFacts {
  readonly gender: 'male' | 'female';
  readonly bornOn: PlainDate | null;
  readonly birthYear: number | null;
  readonly ethnicGroup: string | null;
  /** Null where the record says nothing of the Party. */
  readonly membership: 'none' | 'candidate' | 'probationary' | 'full' | null;
  readonly probationaryOn: PlainDate | null;
  readonly fullMemberOn: PlainDate | null;
  readonly category: string | null;
  readonly postKey: string | null;
  readonly postSince: PlainDate | null;
  /** Titles of posts that the person is planned for, folded. */
  readonly plannedKeys: readonly string[];
  /** General education completed. */
  readonly schooling: string | null;
  readonly professionalLevel: string | null;
  readonly llctLevel: string | null;
  /** The unit and those above it. */
  readonly unitPath: readonly string[];
  readonly fit: { readonly fit: boolean; readonly on: PlainDate } | null;
  readonly ratings: readonly { readonly year: number; readonly rating: Rating }[];
  /** Years in which the person was sent to this program. */
  readonly sentYears: readonly number[];
  /** Another class that they are in. */
  readonly studying: { readonly code: string; readonly startsOn: PlainDate; readonly endsOn: PlainDate } | null;
  readonly waivers: readonly Waiver[];
}

/** One rule's answer, with what it was decided on. */
export interface DataCheck {
  readonly rule: RuleKind;
  readonly result: CheckResult;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
  /** The decision that lifted it. */
  readonly waiver?: Waiver;
}

export { CATEGORIES, LLCT_LEVELS, PROFESSIONAL_LEVELS, SCHOOLINGS } from '../officials/index.js';
