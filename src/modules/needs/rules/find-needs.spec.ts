import { type Demand, findNeeds, type PersonFacts, type Verdicts } from './find-needs.js';

const verdicts = (llct: Verdicts['llct']): Verdicts => {
  const exempt = { asked: null, has: null, answer: 'exempt' } as const;
  return { professional: exempt, llct, management: exempt };
};
const lacks = (asked: string): Verdicts => verdicts({ asked, has: 'elementary', answer: 'notMet' });
const now: Demand = { cause: 'post-now', by: '2026-03-02', post: 'Bí thư', verdicts: lacks('intermediate') };
const planned: Demand = { cause: 'planned-post', by: '2027-06-30', post: 'Chủ tịch', verdicts: lacks('advanced') };
const person = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  gender: 'male',
  bornOn: '1985-01-01',
  birthYear: null,
  status: 'working',
  demands: [now, planned],
  ...more,
});

describe('what a person needs within a period', () => {
  it('is what is missing now and what will be asked by its last day, and no more', () => {
    const asked = (until: string) => findNeeds(person(), until).needs.map(({ cause, by }) => `${cause} ${by}`);
    expect(asked('2027-06-29')).toEqual(['post-now 2026-03-02']);
    expect(asked('2027-06-30')).toEqual(['post-now 2026-03-02', 'planned-post 2027-06-30']);
  });

  it('counts a level once, for the earliest day by which it is asked', () => {
    const later: Demand = { ...planned, verdicts: lacks('intermediate') };
    const { needs } = findNeeds(person({ demands: [later, now] }), '2028-01-01');
    expect(needs.map(({ cause }) => cause)).toEqual(['post-now']);
  });

  it('leaves out who retires within the period or is gone already', () => {
    expect(findNeeds(person({ bornOn: '1964-12-01' }), '2026-06-30')).toEqual({
      needs: [],
      unknown: [],
      leaving: true,
    });
    expect(findNeeds(person({ bornOn: '1964-12-01' }), '2026-06-29').leaving).toBe(false);
    expect(findNeeds(person({ status: 'retired' }), '2026-03-02').leaving).toBe(true);
  });

  it('counts what is not recorded apart, never as missing', () => {
    const blank = verdicts({ asked: 'intermediate', has: null, answer: 'unknown' });
    const found = findNeeds(person({ demands: [{ ...now, verdicts: blank }] }), '2027-01-01');
    expect(found.needs).toEqual([]);
    expect(found.unknown.map(({ kind }) => kind)).toEqual(['llct']);
  });
});
