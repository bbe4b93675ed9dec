import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import { chooseStandard, type DatedStandard } from './choose-standard.js';

const POST = { category: 'cadre', postKey: 'bi thu', area: 'mountain' };
const standard = (wishes: Partial<DatedStandard> = {}): DatedStandard => ({
  category: 'cadre',
  postKey: null,
  area: null,
  from: '2015-01-01',
  to: null,
  ...wishes,
});
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2015-01-01', days));
const standards = fc.array(
  fc.record({
    category: fc.constantFrom('cadre', 'civil-servant'),
    postKey: fc.constantFrom(null, 'bi thu', 'ke toan'),
    area: fc.constantFrom(null, 'mountain', 'plain'),
    from: fc.option(day),
    to: fc.option(day),
  }),
);

describe('choosing the standard of a post', () => {
  const inOrder = [
    standard({ postKey: 'bi thu', area: 'mountain' }),
    standard({ postKey: 'bi thu' }),
    standard({ area: 'mountain' }),
    standard(),
  ];

  it.each([0, 1, 2, 3])('takes the one that names most, post before area (%i)', (first) => {
    const left = inOrder.slice(first);
    expect(chooseStandard([...left].reverse(), POST, '2020-01-01')).toBe(left[0]);
  });

  it('takes none of another category, post, area or time', () => {
    const others = [
      standard({ category: 'civil-servant' }),
      standard({ postKey: 'ke toan' }),
      standard({ area: 'plain' }),
      standard({ to: '2019-12-31' }),
      standard({ from: '2020-01-02' }),
    ];
    expect(chooseStandard(others, POST, '2020-01-01')).toBeNull();
  });

  it('a unit without a kind of area takes only what asks for none', () => {
    expect(chooseStandard(inOrder, { ...POST, area: null }, '2020-01-01')).toBe(inOrder[1]);
  });

  it('a standard from a day on changes nothing before that day', () => {
    fc.assert(
      fc.property(standards, day, day, (known, from, asked) => {
        fc.pre(asked < from);
        const later = standard({ postKey: 'bi thu', area: 'mountain', from });
        return chooseStandard([...known, later], POST, asked) === chooseStandard(known, POST, asked);
      }),
    );
  });
});
