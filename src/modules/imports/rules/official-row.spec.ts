import fc from 'fast-check';
import { changesOf, sameChanges } from './compare.js';
import { type Candidate, matchPerson } from './match-official.js';
import { birthOfRow, misfits, missingOfNew } from './official-row.js';

const MEASURES = { today: '2026-03-02', levels: ['none', 'elementary', 'intermediate', 'advanced'], conferred: false };
const values = fc.dictionary(
  fc.constantFrom('fullName', 'post', 'homePlace', 'llctLevel'),
  fc.option(fc.string({ minLength: 1 })),
);
const FIELDS = ['fullName', 'post', 'homePlace', 'llctLevel'];

test('an empty cell never erases, and a row that says what is recorded changes nothing', () => {
  fc.assert(
    fc.property(values, values, (row, recorded) => {
      const changes = changesOf(FIELDS, row, recorded);
      expect(changes.every(({ after }) => after !== null)).toBe(true);
      const applied = { ...recorded, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
      expect(changesOf(FIELDS, row, applied)).toEqual([]);
      expect(changesOf(FIELDS, applied, applied)).toEqual([]);
    }),
  );
});

test('two judgements are the same only when every change is', () => {
  const change = { field: 'post', before: 'a', after: 'b' };
  expect(sameChanges([change], [{ ...change }])).toBe(true);
  expect(sameChanges([change], [{ ...change, before: 'c' }])).toBe(false);
  expect(sameChanges([change], [])).toBe(false);
});

const someone = (id: string, bornOn: string | null, birthYear: number | null = null): Candidate => ({
  id,
  fullName: 'Nông Văn An',
  unitId: 'u',
  bornOn,
  birthYear,
});

test.each([
  ['the same day', { bornOn: '1980-02-03', birthYear: 1980 }, 'a'],
  ['the year alone', { bornOn: null, birthYear: 1981 }, 'b'],
  ['another day', { bornOn: '1979-01-01', birthYear: 1979 }, null],
  ['nothing of two', { bornOn: null, birthYear: null }, 'several'],
])('of two of one name, %s means the right one', (_, row, answer) => {
  const match = matchPerson(row, [someone('a', '1980-02-03'), someone('b', null, 1981)]);
  expect('several' in match ? 'several' : (match.person?.id ?? null)).toBe(answer);
});

test('a year that agrees with the known day says nothing new', () => {
  expect(birthOfRow({ birthYear: 1980 }, { bornOn: '1980-02-03', birthYear: 1980 })).toEqual({
    bornOn: null,
    birthYear: null,
  });
  expect(birthOfRow({ birthYear: 1981 }, { bornOn: '1980-02-03', birthYear: 1980 })).toEqual({
    bornOn: null,
    birthYear: 1981,
  });
});

test('dates of the row are held against those recorded', () => {
  const recorded = { bornOn: '1980-02-03', probationaryOn: '2010-01-01' };
  expect(misfits({ fullMemberOn: '2009-01-01' }, recorded, MEASURES)).toMatchObject([{ field: 'fullMemberOn' }]);
  expect(misfits({ probationaryOn: '1979-01-01' }, { bornOn: '1980-02-03' }, MEASURES)).toMatchObject([
    { field: 'probationaryOn' },
  ]);
  expect(misfits({ bornOn: '2030-01-01' }, null, MEASURES)).toMatchObject([{ rule: 'import.in-the-future' }]);
  expect(misfits({ major: 'Luật' }, null, MEASURES)).toMatchObject([{ rule: 'import.major-without-level' }]);
});

test('a level given by a class of ours is raised by a list, never lowered', () => {
  const conferred = { ...MEASURES, conferred: true };
  expect(misfits({ llctLevel: 'elementary' }, { llctLevel: 'intermediate' }, conferred)).toMatchObject([
    { rule: 'import.level-conferred' },
  ]);
  expect(misfits({ llctLevel: 'advanced' }, { llctLevel: 'intermediate' }, conferred)).toEqual([]);
  expect(misfits({ llctLevel: 'elementary' }, { llctLevel: 'intermediate' }, MEASURES)).toEqual([]);
});

test('somebody new needs a name, a gender, a post, a category and a birth', () => {
  expect(missingOfNew({}).map(({ field }) => field)).toEqual(['fullName', 'gender', 'post', 'category', 'bornOn']);
});
