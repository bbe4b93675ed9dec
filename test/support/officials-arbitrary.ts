import fc from 'fast-check';
import {
  CATEGORIES,
  LLCT_LEVELS,
  MANAGEMENT_LEVELS,
  type OfficialFacts,
  PROFESSIONAL_LEVELS,
} from '../../src/modules/officials/index.js';
import { readText } from '../../src/modules/imports/workbooks/cells.js';

/** What a record may hold and a list must survive: signs of formulas and markup, marks of every make, shorthand. */
const HOSTILE = [
  '=1+1',
  '+84',
  '-nt-',
  '@SUM(A1)',
  "'",
  '"',
  '<b>&amp;',
  'nt',
  'như trên',
  '|cmd',
  '\\N',
  'Tổng số: 5',
  'I.',
  'e\u0302\u0323',
  'u\u031b\u0300',
  '\u200bĐ',
  '😀',
  ';',
  ',',
  '1980',
];
const SYLLABLES = ['Nguyễn', 'Văn', 'Thị', 'Lường', 'Đặng', 'Ý', 'Hứa', 'Quỳnh', 'Bế', 'Ngọc', 'Ưng', 'Chẩu', 'Xuân'];

/** A text as it is recorded: composed, single spaces, with a letter in it somewhere. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...HOSTILE, ...SYLLABLES), { maxLength: 3 }),
      fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 3 }),
      fc.array(fc.constantFrom(...HOSTILE, ...SYLLABLES), { maxLength: 2 }),
    )
    .map((parts) =>
      // Cut between signs: half of a pair of code units is no text.
      [...readText(`x ${parts.flat().join(' ').normalize('NFD')}`)!].slice(2, most).join('').trim(),
    );

const day = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });

/** Somebody of a list, with the numbers as digits. */
export interface Someone extends Omit<
  OfficialFacts,
  | 'id'
  | 'unitId'
  | 'cellId'
  | 'citizenIdSealed'
  | 'partyCardSealed'
  | 'llctConferred'
  | 'plannings'
  | 'planningConfirmedOn'
> {
  readonly citizenId: string | null;
  readonly partyCard: string | null;
}

/** Officials as the record can hold them: every level, a birth by day or by year alone, numbers that nobody shares. */
export const someone: fc.Arbitrary<Someone> = fc
  .record({
    fullName: text(60),
    otherName: maybe(text(60)),
    gender: fc.constantFrom('male' as const, 'female' as const),
    birth: fc.oneof(day('1940-01-01', '2004-12-31'), fc.integer({ min: 1940, max: 2004 })),
    citizenId: maybe(fc.stringMatching(/^(?:\d{9}|\d{12})$/)),
    partyCard: maybe(fc.stringMatching(/^\d{6,12}$/)),
    ethnicGroup: maybe(text(40)),
    homePlace: maybe(text(120)),
    probationaryOn: maybe(day('2005-01-01', '2015-12-31')),
    fullMemberOn: maybe(day('2016-01-01', '2025-12-31')),
    post: text(80),
    category: fc.constantFrom(...CATEGORIES),
    professionalLevel: maybe(fc.constantFrom(...PROFESSIONAL_LEVELS)),
    major: maybe(text(60)),
    llctLevel: maybe(fc.constantFrom(...LLCT_LEVELS)),
    managementLevel: maybe(fc.constantFrom(...MANAGEMENT_LEVELS)),
    language: maybe(text(30)),
    it: maybe(text(30)),
  })
  .map(({ birth, ...person }) => ({
    ...person,
    bornOn: typeof birth === 'string' ? birth : null,
    birthYear: typeof birth === 'string' ? Number(birth.slice(0, 4)) : birth,
    major: person.professionalLevel === null ? null : person.major,
  }));
