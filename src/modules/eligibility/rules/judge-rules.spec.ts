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
  membership: null,
  schooling: null,
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
  'not-party-member': { recognised: true },
  category: { categories: ['cadre'] },
  post: { titles: ['Bí thư'], orPlanned: true },
  'years-in-post': { years: 3 },
  schooling: { atLeast: 'lower-secondary' },
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

  it('tell who is no Party member from a record that says nothing of it', () => {
    const member = rule('party-membership', { atLeast: 'full', years: 3 });
    expect(says(member)).toBe('unknown');
    expect(says(member, { membership: 'none' })).toBe('fail');
    expect(says(member, { membership: 'candidate' })).toBe('fail');
    expect(says(member, { membership: 'probationary' })).toBe('fail');
    expect(says(member, { membership: 'full', probationaryOn: '2023-09-01' })).toBe('pass');
    expect(says(member, { membership: 'full', probationaryOn: '2023-09-02' })).toBe('fail');
    expect(says(member, { membership: 'full' })).toBe('unknown');
  });

  it('leave the school of an ethnic minority to somebody who looks', () => {
    const college = rule('qualification', { atLeast: 'college', minoritiesUpperSecondary: true });
    const of = (ethnicGroup: string | null, professionalLevel: string) =>
      says(college, { ethnicGroup, professionalLevel });
    const schooled = (schooling: string) =>
      says(college, { ethnicGroup: 'Tày', professionalLevel: 'intermediate', schooling });
    expect([schooled('upper-secondary'), schooled('lower-secondary')]).toEqual(['pass', 'fail']);
    expect([of('Kinh', 'intermediate'), of('Tày', 'intermediate'), of('Kinh', 'college'), of(null, 'none')]).toEqual([
      'fail',
      'unknown',
      'pass',
      'unknown',
    ]);
  });

  it('those a class prepares for the Party are no members yet, and never both', () => {
    const memberships = ['none', 'candidate', 'probationary', 'full', null] as const;
    const answers = (parameters: Record<string, unknown>) =>
      memberships.map((membership) => says(rule('not-party-member', parameters), { membership }));
    expect(answers({})).toEqual(['pass', 'pass', 'fail', 'fail', 'unknown']);
    expect(answers({ recognised: true })).toEqual(['fail', 'pass', 'fail', 'fail', 'unknown']);
    const any = fc.record({
      membership: fc.constantFrom(...memberships),
      probationaryOn: fc.option(date),
      fullMemberOn: fc.option(date),
    });
    fc.assert(
      fc.property(any, date, (facts, day) => {
        const candidate = says(rule('not-party-member'), facts, day) ?? 'unknown';
        const member = says(rule('party-membership', { atLeast: 'probationary' }), facts, day) ?? 'unknown';
        // Whoever may be prepared is no member, and the other way round; what is not known is not known to either.
        return [candidate, member].sort().join() === (facts.membership === null ? 'unknown,unknown' : 'fail,pass');
      }),
    );
  });

  it('climb the ladder of schools: asking for less never refuses more, and nothing recorded refuses nobody', () => {
    const asked = ['primary', 'lower-secondary', 'upper-secondary'] as const;
    fc.assert(
      fc.property(fc.option(fc.constantFrom(...asked)), fc.nat(1), (schooling, at) => {
        const answer = (index: number) => says(rule('schooling', { atLeast: asked[index] }), { schooling });
        if (schooling === null) return answer(at) === 'unknown';
        return answer(at + 1) !== 'pass' || answer(at) === 'pass';
      }),
    );
    const lower = rule('schooling', { atLeast: 'lower-secondary' });
    expect(asked.map((schooling) => says(lower, { schooling }))).toEqual(['fail', 'pass', 'pass']);
  });

  it('know a post by its title however it is spelt, held or planned for', () => {
    const post = rule('post', { titles: ['Chủ tịch Uỷ ban'], orPlanned: true });
    expect(says(post, { postKey: 'chu tich uy ban nhan dan xa' })).toBe('pass');
    // Nothing is recorded of what they are planned for: that is missing, not a refusal.
    expect(says(post, { postKey: 'pho chu tich uy ban' })).toBe('unknown');
    expect(says(post, { postKey: 'pho chu tich uy ban', plannedKeys: ['van thu'] })).toBe('fail');
    expect(says(rule('post', { titles: ['Chủ tịch'] }), { postKey: 'pho chu tich' })).toBe('fail');
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
    ['schooling', { atLeast: 'kindergarten' }, 'atLeast isIn'],
    ['schooling', {}, 'atLeast required'],
    ['not-party-member', { recognised: 'yes' }, 'recognised isBoolean'],
    ['evaluation', { atLeast: 'good' }, 'years required'],
  ])('%s with %j is refused by name', (one, parameters, expected) => {
    expect(parameterFaults(one, parameters).map(({ path, rule: broken }) => `${path} ${broken}`)).toEqual([expected]);
  });
});
