import fc from 'fast-check';
import { foldVietnamese } from '../../../kernel/vietnamese-text.js';
import { isOneTypoAway, judgeSimilarity, type PersonFacts } from './similarity.js';

const FAMILY = ['Nguyễn', 'Đinh', 'Hoàng', 'Lò', 'Vi'];
const MIDDLE = ['Văn', 'Thị', 'Thị Thu', 'Hữu'];
const GIVEN = ['Đào', 'Hòa', 'Nhung', 'Phương', 'Thủy', 'Khánh', 'An'];
const name = fc
  .tuple(fc.constantFrom(...FAMILY), fc.constantFrom(...MIDDLE), fc.constantFrom(...GIVEN))
  .map((words) => words.join(' '));
const bornOn = fc.constantFrom('1980-05-06', '1980-06-05', '1980-12-31', '1985-01-01');
const birth = fc.oneof(
  bornOn.map((day) => ({ bornOn: day, birthYear: Number(day.slice(0, 4)) })),
  fc.constantFrom(1980, 1985).map((year) => ({ bornOn: null, birthYear: year })),
  fc.constant({ bornOn: null, birthYear: null }),
);
const person: fc.Arbitrary<PersonFacts> = fc
  .tuple(
    name,
    birth,
    fc.record({
      gender: fc.constantFrom('male', 'female', null),
      unitId: fc.constantFrom('x1', 'x2', 'y1', 'huyen'),
      citizenIdKey: fc.option(fc.constantFrom('k1', 'k2'), { freq: 3 }),
    }),
  )
  .map(([fullName, born, rest]) => ({
    fullName,
    ...born,
    ...rest,
    parentId: rest.unitId === 'huyen' ? null : rest.unitId.startsWith('x') ? 'huyen' : 'khac',
  }));

const alike = (a: PersonFacts, b: PersonFacts) => judgeSimilarity(a, b);
const base: PersonFacts = {
  fullName: 'Đinh Thị Phương',
  gender: 'female',
  bornOn: '1980-05-06',
  birthYear: 1980,
  unitId: 'x1',
  parentId: 'huyen',
  citizenIdKey: null,
};

/** One slip of the finger: a letter left out, doubled or swapped with its neighbour. */
const slip = (text: string, at: number, kind: number): string => {
  const letters = [...text];
  const place = at % letters.length;
  if (kind === 0) letters.splice(place, 1);
  else if (kind === 1) letters.splice(place, 0, letters[place] ?? '');
  else letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
  return letters.join('');
};

test('who comes first makes no difference', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(alike(a, b)).toEqual(alike(b, a));
    }),
  );
});

test('accents, case, spaces and the form of letters make no difference to whether they are alike', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      const worn = { ...a, fullName: ` ${foldVietnamese(a.fullName).toUpperCase().replace(' ', '  ')} ` };
      const decomposed = { ...a, fullName: a.fullName.normalize('NFD') };
      expect(alike(worn, b) === null).toBe(alike(a, b) === null);
      expect(alike(decomposed, b)).toEqual(alike(a, b));
    }),
  );
});

test('a record is like itself as soon as its birth is known', () => {
  fc.assert(
    fc.property(person, (a) => {
      expect(alike(a, a) === null).toBe(a.birthYear === null && a.citizenIdKey === null);
    }),
  );
});

test('one citizen id is certain, whatever else differs', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(alike({ ...a, citizenIdKey: 'k' }, { ...b, citizenIdKey: 'k' })).toEqual({
        certainty: 'certain',
        reasons: ['sameCitizenId'],
      });
    }),
  );
});

test('one slip in family or middle name is found, and a slip undone is one slip too', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(2), (at, kind) => {
      const typed = slip('Đinh Thị', at, kind);
      fc.pre(
        foldVietnamese(typed) !== 'dinh thi' && foldVietnamese(typed).split(' ').length === 2 && typed === typed.trim(),
      );
      expect(alike(base, { ...base, fullName: `${typed} Phương` })?.reasons[0]).toBe('oneTypo');
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{2,12}$/), fc.nat(20), fc.nat(2), (text, at, kind) => {
      const typed = slip(text, at, kind);
      expect(isOneTypoAway(text, typed)).toBe(text !== typed);
      expect(isOneTypoAway(typed, text)).toBe(text !== typed);
    }),
  );
});

test('brothers and sisters with another given name are two people, twins too', () => {
  fc.assert(
    fc.property(fc.constantFrom(...GIVEN), fc.constantFrom(...GIVEN), (one, other) => {
      fc.pre(one !== other);
      expect(alike({ ...base, fullName: `Đinh Thị ${one}` }, { ...base, fullName: `Đinh Thị ${other}` })).toBeNull();
    }),
  );
  expect(alike({ ...base, fullName: 'Đinh Thị Lan' }, { ...base, fullName: 'Đinh Thị Loan' })).toBeNull();
});

test.each<[string, Partial<PersonFacts>, string | null]>([
  ['other accents, same day', { fullName: 'Đinh Thị Phượng' }, 'likely'],
  ['a slip in a long given name, same day', { fullName: 'Đinh Thị Phuong g' }, null],
  ['a letter left out of a long given name, same day', { fullName: 'Đinh Thị Phươn' }, 'possible'],
  ['the same, only the year known', { fullName: 'Đinh Thị Phươn', bornOn: null }, null],
  ['only the year known, same unit', { bornOn: null }, 'likely'],
  ['only the year known, next unit', { bornOn: null, unitId: 'x2' }, 'possible'],
  ['day and month swapped', { bornOn: '1980-06-05' }, 'possible'],
  ['another day of the year in the same unit', { bornOn: '1980-12-31' }, 'possible'],
  ['another day of the year in the next unit', { bornOn: '1980-12-31', unitId: 'x2' }, null],
  ['another year', { bornOn: '1985-05-06', birthYear: 1985 }, null],
  ['a unit far away', { unitId: 'y1', parentId: 'khac' }, null],
  ['the board itself and its commune', { unitId: 'huyen', parentId: null }, 'likely'],
  ['birth not known', { bornOn: null, birthYear: null }, null],
  ['a slip and another gender', { fullName: 'Đin Thị Phương', gender: 'male' }, null],
])('%s', (_, change, certainty) => {
  expect(alike(base, { ...base, ...change })?.certainty ?? null).toBe(certainty);
});
