import fc from 'fast-check';
import { type EligibilityFacts, ELIGIBILITY_RULES, judgeEligibility } from './eligibility.js';

const ladder = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'];
const fine: EligibilityFacts = {
  status: 'working',
  calledUnit: { name: 'Xã Bính Xá' },
  nominated: null,
  confersLlctLevel: 'intermediate',
  llctLevel: 'elementary',
  overlap: null,
  needsQuota: true,
  quota: { places: 2, taken: 1 },
  seats: { capacity: 50, taken: 49 },
};
const overlap = { code: 'SC-01', startsOn: '2026-03-01', endsOn: '2026-03-05' };

const anyFacts: fc.Arbitrary<EligibilityFacts> = fc.record({
  status: fc.constantFrom('working', 'rotated', 'seconded', 'retired', 'left'),
  calledUnit: fc.option(fc.constant({ name: 'Xã Bính Xá' })),
  nominated: fc.option(fc.constantFrom({ state: 'submitted' }, { state: 'rejected' })),
  confersLlctLevel: fc.option(fc.constantFrom('elementary', 'intermediate', 'advanced')),
  llctLevel: fc.option(fc.constantFrom(...ladder)),
  overlap: fc.option(fc.constant(overlap)),
  needsQuota: fc.boolean(),
  quota: fc.option(fc.nat(5).chain((places) => fc.record({ places: fc.constant(places), taken: fc.nat(places) }))),
  seats: fc
    .integer({ min: 1, max: 5 })
    .chain((capacity) => fc.record({ capacity: fc.constant(capacity), taken: fc.nat(capacity) })),
});

const failed = (facts: EligibilityFacts) =>
  judgeEligibility(facts)
    .checks.filter(({ result }) => result === 'fail')
    .map(({ rule }) => rule);

describe('who may go to a class', () => {
  it('lets someone go whom nothing speaks against', () => {
    expect(judgeEligibility(fine)).toMatchObject({ eligible: true });
    expect(failed(fine)).toEqual([]);
  });

  it('says every reason at once', () => {
    const facts = {
      ...fine,
      status: 'retired',
      calledUnit: null,
      nominated: { state: 'submitted' },
      llctLevel: 'advanced',
      overlap,
      quota: null,
    };
    expect(failed(facts)).toEqual([
      'at-work',
      'unit-called',
      'not-nominated',
      'level-not-held',
      'no-overlap',
      'quota-left',
    ]);
  });

  it('a full class sends people to the waitlist, it does not refuse them', () => {
    const full = { ...fine, seats: { capacity: 50, taken: 50 } };
    expect(failed(full)).toEqual(['seat-free']);
    expect(judgeEligibility(full).eligible).toBe(true);
  });

  it('asks about levels and quotas only where the program has them', () => {
    const asked = judgeEligibility({ ...fine, confersLlctLevel: null, needsQuota: false }).checks.map(
      ({ rule }) => rule,
    );
    expect(asked).toEqual(['at-work', 'unit-called', 'not-nominated', 'no-overlap', 'seat-free']);
  });

  it('never refuses for what is not known', () => {
    const check = judgeEligibility({ ...fine, llctLevel: null }).checks.find(({ rule }) => rule === 'level-not-held');
    expect(check?.result).toBe('unknown');
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const unknown = judgeEligibility({ ...facts, llctLevel: null });
        return unknown.eligible || failed({ ...facts, llctLevel: null }).length > 0;
      }),
    );
  });

  it('is eligible exactly when nothing but the lack of a seat fails', () => {
    fc.assert(
      fc.property(
        anyFacts,
        (facts) => judgeEligibility(facts).eligible === failed(facts).every((rule) => rule === 'seat-free'),
      ),
    );
  });

  it('asks its rules in one order, each at most once', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const positions = judgeEligibility(facts).checks.map(({ rule }) => ELIGIBILITY_RULES.indexOf(rule));
        return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1));
      }),
    );
  });

  it('a place more in the quota, or a seat more, never makes anyone ineligible', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const more = {
          ...facts,
          quota: facts.quota && { ...facts.quota, places: facts.quota.places + 1 },
          seats: { ...facts.seats, capacity: facts.seats.capacity + 1 },
        };
        return !judgeEligibility(facts).eligible || judgeEligibility(more).eligible;
      }),
    );
  });

  it('a level at or above what the class gives refuses, one below does not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('elementary', 'intermediate', 'advanced'),
        fc.constantFrom(...ladder),
        (gives, has) => {
          const refused = failed({ ...fine, confersLlctLevel: gives, llctLevel: has }).includes('level-not-held');
          return refused === ladder.indexOf(has) >= ladder.indexOf(gives);
        },
      ),
    );
  });
});
