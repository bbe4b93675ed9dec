import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { fullYears, type PlainDate, yearOf } from '../../../kernel/plain-date.js';
import {
  type CheckResult,
  type DataCheck,
  type EligibilityRule,
  type EligibilityRuleSet,
  LLCT_LEVELS,
  type OfficialFacts,
  PROFESSIONAL_LEVELS,
  RATINGS,
  type RuleKind,
  SCHOOLINGS,
} from '../eligibility.types.js';

/** What a rule says before exceptions are thought of. */
interface Answer {
  readonly result: 'pass' | 'fail' | 'unknown';
  readonly facts?: Readonly<Record<string, unknown>>;
}

type Judge = (facts: OfficialFacts, parameters: EligibilityRule['parameters'], day: PlainDate) => Answer;

const answer = (passed: boolean, facts: Record<string, unknown> = {}): Answer => ({
  result: passed ? 'pass' : 'fail',
  facts,
});
const unknown = (facts: Record<string, unknown> = {}): Answer => ({ result: 'unknown', facts });
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** Kinh, the majority; everyone else of whom a group is recorded is of a minority. */
const MAJORITY = 'kinh';

/** The youngest and the oldest somebody can be on a day; the same when the birthday is known. */
function ages({ bornOn, birthYear }: OfficialFacts, day: PlainDate): [number, number] | null {
  if (bornOn !== null) return [fullYears(bornOn, day), fullYears(bornOn, day)];
  return birthYear === null ? null : [yearOf(day) - birthYear - 1, yearOf(day) - birthYear];
}

const judgeAge: Judge = (facts, parameters, day) => {
  const who = facts.gender === 'male' ? 'Male' : 'Female';
  const [min, max] = [number(parameters[`min${who}`]), number(parameters[`max${who}`])];
  const asked = { gender: facts.gender, min: min ?? '…', max: max ?? '…', on: day };
  const range = ages(facts, day);
  if (min === null && max === null) return answer(true, { ...asked, age: range?.[1] ?? '…' });
  if (range === null) return unknown(asked);
  const fits = (age: number): boolean => (min === null || age >= min) && (max === null || age <= max);
  const [youngest, oldest] = range;
  const told = { ...asked, age: youngest === oldest ? youngest : `${youngest}–${oldest}` };
  return fits(youngest) === fits(oldest) ? answer(fits(youngest), told) : unknown(told);
};

/** A record that says nothing of the Party is missing something, one that says "none" is of somebody who is no member. */
const judgeMembership: Judge = (facts, { atLeast, years }, day) => {
  const least = number(years);
  const asked = { membershipAsked: atLeast, membership: facts.membership ?? '…', years: least ?? 0 };
  if (facts.membership === null) return unknown(asked);
  const enough = facts.membership === 'full' || (atLeast === 'probationary' && facts.membership === 'probationary');
  if (!enough || least === null) return answer(enough, asked);
  const since = facts.probationaryOn ?? facts.fullMemberOn;
  return since === null ? unknown(asked) : answer(fullYears(since, day) >= least, { ...asked, since });
};

/** Of those whom a class prepares for the Party: no member yet, and where it is asked, recognised as a candidate. */
const judgeNotMember: Judge = ({ membership }, { recognised }) => {
  const told = { membership: membership ?? '…' };
  if (membership === null) return unknown(told);
  return answer(membership === 'candidate' || (membership === 'none' && recognised !== true), told);
};

/** @param told the names under which what is held and what is asked are told. */
const atLeast =
  (ladder: readonly string[], told: readonly [has: string, asked: string]) =>
  (has: string | null, asked: unknown): Answer => {
    const facts = { [told[0]]: has ?? '…', [told[1]]: asked };
    return has === null ? unknown(facts) : answer(ladder.indexOf(has) >= ladder.indexOf(asked as string), facts);
  };
const llctAtLeast = atLeast(LLCT_LEVELS, ['level', 'llctAsked']);
const schoolingAtLeast = atLeast(SCHOOLINGS, ['schooling', 'schoolingAsked']);
const professionalAtLeast = atLeast(PROFESSIONAL_LEVELS, ['professional', 'professionalAsked']);

const judgeQualification: Judge = (facts, parameters) => {
  const verdict = professionalAtLeast(facts.professionalLevel, parameters.atLeast);
  if (verdict.result !== 'fail' || parameters.minoritiesUpperSecondary !== true) return verdict;
  // Of a minority, upper secondary school is enough.
  if (facts.ethnicGroup !== null && foldVietnamese(facts.ethnicGroup) === MAJORITY) return verdict;
  const school = schoolingAtLeast(facts.schooling, 'upper-secondary').result;
  if (school === 'fail') return verdict;
  if (school === 'unknown' || facts.ethnicGroup === null) return unknown({ ...verdict.facts, minority: true });
  return answer(true, { ...verdict.facts, minority: true });
};

const judgePost: Judge = ({ postKey, plannedKeys }, { titles, orPlanned }) => {
  const asked = texts(titles);
  const keys = asked.map(foldVietnamese);
  const matches = (key: string): boolean => keys.some((wanted) => key === wanted || key.startsWith(`${wanted} `));
  const told = { titles: asked.join(', ') };
  if ((postKey !== null && matches(postKey)) || (orPlanned === true && plannedKeys.some(matches)))
    return answer(true, told);
  // Plans for posts are seldom in a record: that none is there does not say that there is none.
  return postKey === null || (orPlanned === true && plannedKeys.length === 0) ? unknown(told) : answer(false, told);
};

const judgeEvaluation: Judge = ({ ratings }, parameters, day) => {
  const least = RATINGS.indexOf(parameters.atLeast as (typeof RATINGS)[number]);
  const years = number(parameters.years) ?? 1;
  const told = { rating: parameters.atLeast, years };
  const before = Array.from({ length: years }, (_, back) => yearOf(day) - 1 - back);
  const known = before.flatMap((year) => ratings.find((rated) => rated.year === year) ?? []);
  const below = known.find(({ rating }) => RATINGS.indexOf(rating) < least);
  if (below) return answer(false, { ...told, year: below.year });
  return known.length < years ? unknown(told) : answer(true, told);
};

const MONTHS = 12;
const monthsBetween = (from: PlainDate, to: PlainDate): number =>
  (yearOf(to) - yearOf(from)) * MONTHS +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7)) -
  (to.slice(8) < from.slice(8) ? 1 : 0);

const judgeHealth: Judge = ({ fit }, { months }, day) => {
  if (fit === null) return unknown();
  const limit = number(months);
  if (fit.fit && limit !== null && monthsBetween(fit.on, day) >= limit) return unknown({ on: fit.on });
  return answer(fit.fit, { on: fit.on });
};

const JUDGES: Readonly<Record<RuleKind, Judge>> = {
  age: judgeAge,
  'party-membership': judgeMembership,
  'not-party-member': judgeNotMember,
  category: ({ category }, { categories }) => {
    const told = { category: category ?? '…' };
    return category === null ? unknown(told) : answer(texts(categories).includes(category), told);
  },
  post: judgePost,
  'years-in-post': ({ postSince }, { years }, day) => {
    const told = { years, since: postSince ?? '…' };
    return postSince === null ? unknown(told) : answer(fullYears(postSince, day) >= (number(years) ?? 0), told);
  },
  schooling: ({ schooling }, { atLeast: asked }) => schoolingAtLeast(schooling, asked),
  qualification: judgeQualification,
  'llct-at-least': ({ llctLevel }, { level }) => llctAtLeast(llctLevel, level),
  'llct-not-yet': ({ llctLevel }, { level }) => {
    const held = llctAtLeast(llctLevel, level);
    return held.result === 'unknown' ? held : answer(held.result === 'fail', { ...held.facts });
  },
  unit: ({ unitPath }, { unitIds }) => answer(texts(unitIds).some((id) => unitPath.includes(id))),
  health: judgeHealth,
  evaluation: judgeEvaluation,
  'not-sent-within': ({ sentYears }, { years }, day) => {
    const last = Math.max(...sentYears.filter((year) => year <= yearOf(day)), Number.NEGATIVE_INFINITY);
    return answer(yearOf(day) - last >= (number(years) ?? 0), { years, ...(Number.isFinite(last) && { last }) });
  },
  'not-studying-elsewhere': ({ studying }) => answer(studying === null, studying ? { ...studying } : {}),
};

/**
 * Asks every rule of a set of one official, in the order in which the board wrote them.
 * @param day on which age, years in post and the like are counted.
 */
export function judgeRules(set: EligibilityRuleSet, facts: OfficialFacts, day: PlainDate): DataCheck[] {
  return set.rules.map(({ kind, parameters, exception, source }) => {
    const { result, facts: told = {} } = JUDGES[kind](facts, parameters, day);
    const check = { rule: kind, facts: told, source: source ?? set.source };
    const waiver = result === 'pass' ? undefined : facts.waivers.find(({ rule }) => rule === kind);
    if (waiver) return { ...check, result: 'pass' as const, waiver };
    return { ...check, result: result === 'fail' && exception ? ('needsException' as const) : result };
  });
}

/** Worst first. */
const WORST: readonly CheckResult[] = ['fail', 'needsException', 'unknown', 'pass'];

/** The verdict on a person: the worst of the answers; nothing asked is a pass. */
export const overall = (checks: readonly Pick<DataCheck, 'result'>[]): CheckResult =>
  WORST.find((result) => checks.some((check) => check.result === result)) ?? 'pass';

/** Whether a check stands in the way of a nomination. */
export const refuses = ({ result }: Pick<DataCheck, 'result'>): boolean =>
  result === 'fail' || result === 'needsException';
