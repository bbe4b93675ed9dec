import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { type EligibilityRule, type OfficialFacts, RULE_KINDS, type RuleKind } from '../eligibility.types.js';
import { judgeRules, overall, refuses } from './judge-rules.js';
import { parameterFaults } from './parameters.js';

const DAY = '2026-09-01';
const nobody: OfficialFacts = {
  gender: 'male',
  bornOn: null,
  birthYear: null,
  ethnicGroup: null,
  membership: 'none',
  probationaryOn: null,
  fullMemberOn: null,
  category: null,
  postKey: null,
  postSince: null,
  plannedKeys: [],
  professionalLevel: null,
  llctLevel: null,
  unitPath: [],
  fit: null,
  ratings: [],
  sentYears: [],
  studying: null,
  waivers: [],
};
const rule = (kind: RuleKind, parameters: Record<string, unknown> = {}, exception = false): EligibilityRule => ({
  kind,
  parameters,
  exception,
  source: null,
});
const judge = (one: EligibilityRule, facts: Partial<OfficialFacts> = {}, day = DAY) =>
  judgeRules(
    { id: '', reference: 'opening', source: 'Quy định thử', confirmed: true, rules: [one] },
    { ...nobody, ...facts },
    day,
  )[0];
const says = (one: EligibilityRule, facts: Partial<OfficialFacts> = {}, day = DAY) => judge(one, facts, day)?.result;

/** One sound rule of each kind. */
const SOUND: Record<RuleKind, Record<string, unknown>> = {
  age: { maxMale: 40, maxFemale: 38 },
  'party-membership': { atLeast: 'probationary', years: 2 },
  category: { categories: ['cadre'] },
  post: { titles: ['Bí thư'], orPlanned: true },
  'years-in-post': { years: 3 },
  qualification: { atLeast: 'college', minoritiesUpperSecondary: true },
  'llct-at-least': { level: 'intermediate' },
  'llct-not-yet': { level: 'intermediate' },
  unit: { unitIds: ['00000000-0000-7000-8000-000000000001'] },
  health: { months: 6 },
  evaluation: { atLeast: 'good', years: 2 },
  'not-sent-within': { years: 5 },
  'not-studying-elsewhere': {},
};
const kind = fc.constantFrom(...RULE_KINDS);
const date = fc.integer({ min: 0, max: 25_000 }).map((days) => addDays('1960-01-01', days));

describe('eligibility rules', () => {
  it('never fail for what is not recorded', () => {
    const facts = { ...nobody, unitPath: ['00000000-0000-7000-8000-000000000001'] };
    for (const one of RULE_KINDS) expect([one, says(rule(one, SOUND[one]), facts)]).not.toEqual([one, 'fail']);
  });

  it('count the age on the day itself, and of a year alone only where every birthday of it agrees', () => {
    const young = rule('age', { maxMale: 40, maxFemale: 38 });
    expect(says(young, { bornOn: '1985-09-02' })).toBe('pass');
    expect(says(young, { bornOn: '1985-09-01' })).toBe('fail');
    expect(says(young, { bornOn: '1986-09-01' })).toBe('pass');
    expect(says(young, { bornOn: '1986-09-01', gender: 'female' })).toBe('fail');
    // Born on 29 February, 40 on 1 March of a common year.
    expect(says(rule('age', { minMale: 41 }), { bornOn: '1984-02-29' }, '2025-02-28')).toBe('fail');
    expect(says(rule('age', { minMale: 41 }), { bornOn: '1984-02-29' }, '2025-03-01')).toBe('pass');
    expect([1980, 1985, 1986].map((birthYear) => says(young, { birthYear }))).toEqual(['fail', 'unknown', 'pass']);
    expect(says(rule('age', { maxFemale: 38 }), { bornOn: '1950-01-01' })).toBe('pass');
  });

  it('growing older never makes anyone young enough, nor too young', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 16, max: 80 }), (bornOn, day, limit) => {
        const later = addDays(day, 400);
        const most = (on: string) => says(rule('age', { maxMale: limit }), { bornOn }, on) === 'pass';
        const least = (on: string) => says(rule('age', { minMale: limit }), { bornOn }, on) === 'pass';
        return (most(day) || !most(later)) && (!least(day) || least(later));
      }),
    );
  });

  it('read "none" of a list that says nothing of the Party as not recorded', () => {
    const member = rule('party-membership', { atLeast: 'full', years: 3 });
    expect(says(member)).toBe('unknown');
    expect(says(member, { membership: 'probationary' })).toBe('fail');
    expect(says(member, { membership: 'full', probationaryOn: '2023-09-01' })).toBe('pass');
    expect(says(member, { membership: 'full', probationaryOn: '2023-09-02' })).toBe('fail');
    expect(says(member, { membership: 'full' })).toBe('unknown');
  });

  it('leave the school of an ethnic minority to somebody who looks', () => {
    const college = rule('qualification', { atLeast: 'college', minoritiesUpperSecondary: true });
    const of = (ethnicGroup: string | null, professionalLevel: string) =>
      says(college, { ethnicGroup, professionalLevel });
    expect([of('Kinh', 'intermediate'), of('Tày', 'intermediate'), of('Kinh', 'college'), of(null, 'none')]).toEqual([
      'fail',
      'unknown',
      'pass',
      'unknown',
    ]);
  });

  it('know a post by its title however it is spelt, held or planned for', () => {
    const post = rule('post', { titles: ['Chủ tịch Uỷ ban'], orPlanned: true });
    expect(says(post, { postKey: 'chu tich uy ban nhan dan xa' })).toBe('pass');
    expect(says(post, { postKey: 'pho chu tich uy ban' })).toBe('fail');
    expect(says(post, { postKey: 'van thu', plannedKeys: ['chu tich uy ban'] })).toBe('pass');
  });

  it('tell ratings that are low from ratings that are missing', () => {
    const good = rule('evaluation', { atLeast: 'good', years: 2 });
    expect(says(good, { ratings: [{ year: 2025, rating: 'good' }] })).toBe('unknown');
    expect(says(good, { ratings: [{ year: 2025, rating: 'completed' }] })).toBe('fail');
    expect(
      says(good, {
        ratings: [
          { year: 2025, rating: 'good' },
          { year: 2024, rating: 'excellent' },
        ],
      }),
    ).toBe('pass');
    expect(says(rule('health', { months: 6 }), { fit: { fit: true, on: '2026-03-01' } })).toBe('unknown');
    expect(says(rule('health', { months: 6 }), { fit: { fit: true, on: '2026-03-02' } })).toBe('pass');
  });

  it('asking for less never refuses more', () => {
    const level = fc.option(fc.constantFrom('none', 'elementary', 'intermediate', 'advanced', 'bachelor'));
    const asked = ['elementary', 'intermediate', 'advanced', 'bachelor'];
    fc.assert(
      fc.property(level, fc.nat(2), (llctLevel, at) => {
        const needs = (index: number) =>
          refuses({ result: says(rule('llct-at-least', { level: asked[index] }), { llctLevel }) ?? 'pass' });
        return !needs(at) || needs(at + 1);
      }),
    );
  });

  it('an exception softens a fail and nothing else; a waiver lifts its own rule and no other', () => {
    const results = fc.record({
      kind,
      llctLevel: fc.constantFrom(null, 'none', 'advanced'),
      bornOn: fc.option(date),
      waived: kind,
    });
    fc.assert(
      fc.property(results, ({ kind: one, llctLevel, bornOn, waived }) => {
        const facts = { llctLevel, bornOn, membership: 'candidate' as const };
        const plain = says(rule(one, SOUND[one]), facts);
        expect(says(rule(one, SOUND[one], true), facts)).toBe(plain === 'fail' ? 'needsException' : plain);
        const waiver = { rule: waived, number: '12-QĐ/HU', decidedOn: DAY, reason: 'Cần' };
        const lifted = judge(rule(one, SOUND[one]), { ...facts, waivers: [waiver] });
        expect(lifted?.result).toBe(one === waived ? 'pass' : plain);
        expect(lifted?.waiver).toEqual(one === waived && plain !== 'pass' ? waiver : undefined);
      }),
    );
  });

  it('the verdict on a person is the worst answer', () => {
    const result = fc.constantFrom('pass' as const, 'fail' as const, 'needsException' as const, 'unknown' as const);
    fc.assert(
      fc.property(fc.array(result), (results) => {
        const verdict = overall(results.map((each) => ({ result: each })));
        expect(refuses({ result: verdict })).toBe(results.some((each) => refuses({ result: each })));
        expect(verdict === 'pass').toBe(results.every((each) => each === 'pass'));
      }),
    );
  });
});

describe('what fills a rule', () => {
  it('is sound for each kind as it is meant', () => {
    for (const one of RULE_KINDS) expect([one, parameterFaults(one, SOUND[one])]).toEqual([one, []]);
  });

  it.each<[RuleKind, Record<string, unknown>, string]>([
    ['age', {}, 'minMale asksSomeAge'],
    ['age', { minMale: 41, maxMale: 40 }, 'minMale notAboveUpperAge'],
    ['age', { maxMale: 40.5 }, 'maxMale isInt'],
    ['age', { maxMale: 200 }, 'maxMale max'],
    ['category', { categories: ['prince'] }, 'categories isIn'],
    ['post', { titles: [] }, 'titles required'],
    ['unit', { unitIds: ['BIX'] }, 'unitIds unknown'],
    ['llct-not-yet', { level: 'none' }, 'level isIn'],
    ['health', { illness: 'x' }, 'illness whitelistValidation'],
    ['evaluation', { atLeast: 'good' }, 'years required'],
  ])('%s with %j is refused by name', (one, parameters, expected) => {
    expect(parameterFaults(one, parameters).map(({ path, rule: broken }) => `${path} ${broken}`)).toEqual([expected]);
  });
});
