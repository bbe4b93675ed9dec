import fc from 'fast-check';
import type { MinimumOfPerson } from '../nomination.types.js';
import { afterOthers, keepingFrom, type RowOfPerson } from './minimum-shares.js';

const CATEGORIES = ['women', 'ethnic', 'young'] as const;
const person =
  (...members: (boolean | null)[]) =>
  (debts: number[]): MinimumOfPerson[] =>
    debts.map((owed, index) => ({
      category: CATEGORIES[index] ?? 'women',
      underAge: null,
      owed,
      member: members[index] ?? null,
    }));

describe('places kept for a category', () => {
  it('leave nothing for others once as few are left as are owed', () => {
    expect(keepingFrom(3, person(false)([2]))).toEqual([]);
    expect(keepingFrom(2, person(false)([2]))).toHaveLength(1);
    expect(keepingFrom(2, person(true)([2]))).toEqual([]);
  });

  it('do not count a person by a guess', () => {
    expect(keepingFrom(1, person(null)([1]))).toHaveLength(1);
  });

  it('may be met by one person of both', () => {
    expect(keepingFrom(2, person(true, true)([2, 2]))).toEqual([]);
    expect(keepingFrom(2, person(true, false)([2, 2]))).toHaveLength(1);
  });

  it('are never too few for what is owed, whoever comes in whatever order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }),
        fc.array(fc.array(fc.option(fc.boolean()), { minLength: 3, maxLength: 3 }), { maxLength: 30 }),
        (places, wished, people) => {
          let left = places;
          const owed = wished.map((each) => Math.min(each, places));
          for (const members of people) {
            if (left === 0 || keepingFrom(left, person(...members)(owed)).length > 0) continue;
            left -= 1;
            owed.forEach((debt, index) => (owed[index] = Math.max(0, members[index] === true ? debt - 1 : debt)));
            if (owed.some((debt) => debt > left)) return false;
          }
          return true;
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a list', () => {
  const row = (member: boolean): RowOfPerson => ({
    id: 'q',
    left: 2,
    held: 1,
    minimums: [{ category: 'women', underAge: null, owed: 2, member }],
  });

  it('is judged line by line, as each leaves the places to the next', () => {
    expect(afterOthers(row(false), [row(false)])).toMatchObject({ held: 0, left: 2, minimums: [{ owed: 2 }] });
    expect(afterOthers(row(false), [row(true), row(false)])).toMatchObject({
      held: 0,
      left: 1,
      minimums: [{ owed: 1 }],
    });
    expect(afterOthers(row(false), [{ ...row(true), id: 'other' }])).toEqual(row(false));
  });
});
