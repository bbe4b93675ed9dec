import { addDays, type PlainDate } from '../../../kernel/plain-date.js';

/** What is known of a birth; the year alone for some. */
export interface BirthFacts {
  readonly gender: 'male' | 'female';
  readonly bornOn: PlainDate | null;
  readonly birthYear: number | null;
}

/**
 * Retirement age under normal conditions in months, by Bộ luật Lao động 2019 Điều 169 and Nghị định 135/2020/NĐ-CP Điều 4:
 * in 2021 60 years 3 months for men and 55 years 4 months for women, then 3 and 4 months more each year, until 62 years
 * in 2028 and 60 years in 2035. Before 2021: 60 and 55.
 */
const AGES = {
  male: { before: 720, first: 723, step: 3, last: 744 },
  female: { before: 660, first: 664, step: 4, last: 720 },
} as const;
const FIRST_YEAR = 2021;

/** The paper the ages come from. */
export const RETIREMENT_SOURCE = 'Bộ luật Lao động 2019, Điều 169; Nghị định 135/2020/NĐ-CP, Điều 4';

/** Months of age at which somebody retires who reaches that age in a year. */
export function retirementAge(gender: BirthFacts['gender'], year: number): number {
  const { before, first, step, last } = AGES[gender];
  return year < FIRST_YEAR ? before : Math.min(first + (year - FIRST_YEAR) * step, last);
}

/**
 * The last working day under normal conditions: the end of the month in which the age of that year is reached. Who is
 * known by year alone counts as born in its last month, so that nobody is taken for leaving before they may.
 * @returns null when nothing is known of the birth.
 */
export function retiresOn({ gender, bornOn, birthYear }: BirthFacts): PlainDate | null {
  if (bornOn === null && birthYear === null) return null;
  const [year, month] =
    bornOn === null ? [birthYear ?? 0, 12] : [Number(bornOn.slice(0, 4)), Number(bornOn.slice(5, 7))];
  const born = year * 12 + month - 1;
  let reachedIn = year + Math.floor(AGES[gender].before / 12);
  while (Math.floor((born + retirementAge(gender, reachedIn)) / 12) > reachedIn) reachedIn += 1;
  const after = born + retirementAge(gender, reachedIn) + 1;
  return addDays(`${Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, '0')}-01`, -1);
}
