import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { retirementAge, retiresOn } from './retirement.js';

const born = (bornOn: string, gender: 'male' | 'female') => retiresOn({ gender, bornOn, birthYear: null });

describe('when somebody retires under normal conditions', () => {
  it.each([
    ['male', 2021, 60, 3],
    ['male', 2026, 61, 6],
    ['male', 2028, 62, 0],
    ['male', 2040, 62, 0],
    ['female', 2021, 55, 4],
    ['female', 2026, 57, 0],
    ['female', 2035, 60, 0],
  ] as const)('the age of a %s in %i is %i years and %i months', (gender, year, years, months) => {
    expect(retirementAge(gender, year)).toBe(years * 12 + months);
  });

  // First and last births of a step, as the decree's appendix lists them; pay ends with that month.
  it.each([
    ['1961-01-15', 'male', '2021-04-30'],
    ['1961-09-30', 'male', '2021-12-31'],
    ['1961-10-01', 'male', '2022-04-30'],
    ['1966-01-01', 'female', '2021-05-31'],
    ['1966-08-31', 'female', '2021-12-31'],
    ['1966-09-01', 'female', '2022-05-31'],
    ['1959-05-20', 'male', '2019-05-31'],
  ] as const)('born %s, %s: %s', (bornOn, gender, last) => {
    expect(born(bornOn, gender)).toBe(last);
  });

  it('who is known by year alone counts as born at its end; who is not known at all does not leave', () => {
    expect(retiresOn({ gender: 'male', bornOn: null, birthYear: 1964 })).toBe(born('1964-12-31', 'male'));
    expect(retiresOn({ gender: 'male', bornOn: null, birthYear: null })).toBeNull();
  });

  it('the younger never leaves before the elder', () => {
    const day = fc.integer({ min: 0, max: 25_000 }).map((days) => addDays('1940-01-01', days));
    fc.assert(
      fc.property(day, day, fc.constantFrom<'male' | 'female'>('male', 'female'), (one, other, gender) => {
        const [elder, younger] = [one, other].sort();
        return (born(elder ?? '', gender) ?? '') <= (born(younger ?? '', gender) ?? '');
      }),
    );
  });
});
