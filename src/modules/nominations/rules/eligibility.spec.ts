import fc from 'fast-check';
import { type EligibilityFacts, ELIGIBILITY_RULES, judgeEligibility } from './eligibility.js';

const asked = (result: 'pass' | 'fail' | 'needsException' | 'unknown') =>
  ({ rule: 'age', result, facts: {}, source: 'Quy định thử' }) as const;
const fine: EligibilityFacts = {
  status: 'working',
  calledUnit: { name: 'Xã Bính Xá' },
  nominated: null,
  rules: [],
  overlap: null,
  needsQuota: true,
  quota: { places: 2, held: 0, left: 1 },
  seats: { capacity: 50, taken: 49 },
};
const overlap = { code: 'SC-01', startsOn: '2026-03-01', endsOn: '2026-03-05' };

const anyFacts: fc.Arbitrary<EligibilityFacts> = fc.record({
  status: fc.constantFrom('working', 'rotated', 'seconded', 'retired', 'left'),
  calledUnit: fc.option(fc.constant({ name: 'Xã Bính Xá' })),
  nominated: fc.option(fc.constantFrom({ state: 'submitted' }, { state: 'rejected' })),
  rules: fc.array(
    fc.constantFrom('pass' as const, 'fail' as const, 'needsException' as const, 'unknown' as const).map(asked),
    {
      maxLength: 1,
    },
  ),
  overlap: fc.option(fc.constant(overlap)),
  needsQuota: fc.boolean(),
  quota: fc.option(fc.record({ places: fc.constant(9), held: fc.nat(2), left: fc.nat(5) })),
  seats: fc
    .integer({ min: 1, max: 5 })
    .chain((capacity) => fc.record({ capacity: fc.constant(capacity), taken: fc.nat(capacity) })),
});

const failed = (facts: EligibilityFacts) =>
  judgeEligibility(facts)
    .checks.filter(({ result }) => result === 'fail' || result === 'needsException')
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
      rules: [asked('needsException')],
      overlap,
      quota: null,
    };
    expect(failed(facts)).toEqual(['at-work', 'unit-called', 'not-nominated', 'age', 'no-overlap', 'quota-left']);
  });

  it('a full class sends people to the waitlist, it does not refuse them', () => {
    const full = { ...fine, seats: { capacity: 50, taken: 50 } };
    expect(failed(full)).toEqual(['seat-free']);
    expect(judgeEligibility(full).eligible).toBe(true);
  });

  it('asks about quotas, and what a program asks, only where the program has them', () => {
    const rules = judgeEligibility({ ...fine, needsQuota: false }).checks.map(({ rule }) => rule);
    expect(rules).toEqual(['at-work', 'unit-called', 'not-nominated', 'no-overlap', 'seat-free']);
  });

  it('never refuses for what is not known', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const unknown = { ...facts, rules: [asked('unknown')] };
        return judgeEligibility(unknown).eligible === judgeEligibility({ ...facts, rules: [] }).eligible;
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
        const positions = judgeEligibility({ ...facts, rules: [] }).checks.map(({ rule }) =>
          (ELIGIBILITY_RULES as string[]).indexOf(rule),
        );
        return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1));
      }),
    );
  });

  it('a place more in the quota, or a seat more, never makes anyone ineligible', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const more = {
          ...facts,
          quota: facts.quota && { ...facts.quota, left: facts.quota.left + 1 },
          seats: { ...facts.seats, capacity: facts.seats.capacity + 1 },
        };
        return !judgeEligibility(facts).eligible || judgeEligibility(more).eligible;
      }),
    );
  });
});
