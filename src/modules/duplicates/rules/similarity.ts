import { foldVietnamese, nameSortKey, toNfc } from '../../../kernel/vietnamese-text.js';
import type { PlainDate } from '../../../kernel/plain-date.js';

/** What two records are compared by. */
export interface PersonFacts {
  readonly fullName: string;
  readonly gender: string | null;
  readonly bornOn: PlainDate | null;
  readonly birthYear: number | null;
  readonly unitId: string;
  /** The unit above; units that share it are neighbours. */
  readonly parentId: string | null;
  /** Keyed hash of the citizen id, or null. */
  readonly citizenIdKey: string | null;
}

/** Why two records may be of one person. */
export type Likeness =
  | 'sameCitizenId'
  | 'sameName'
  | 'otherAccents'
  | 'oneTypo'
  | 'sameBirthDate'
  | 'dayAndMonthSwapped'
  | 'sameBirthYear'
  | 'sameUnit'
  | 'neighbouringUnit';

export interface Similarity {
  readonly certainty: 'certain' | 'likely' | 'possible';
  readonly reasons: readonly Likeness[];
}

/**
 * Whether two records are probably of one person: certainly by one citizen id; else by name and birth, in one unit or two
 * that stand side by side. Who comes first makes no difference, nor do accents, case and spaces.
 */
export function judgeSimilarity(a: PersonFacts, b: PersonFacts): Similarity | null {
  if (a.citizenIdKey !== null && a.citizenIdKey === b.citizenIdKey)
    return { certainty: 'certain', reasons: ['sameCitizenId'] };
  const unit = unitLikeness(a, b);
  const name = nameLikeness(a.fullName, b.fullName);
  const birth = birthLikeness(a, b);
  if (!unit || !name || !birth) return null;
  if (name === 'oneTypo' && !typoCounts(a, b, birth)) return null;
  // Two whole birth days that differ are two people, unless both name and workplace are the same.
  const daysDiffer = birth === 'sameBirthYear' && a.bornOn !== null && b.bornOn !== null;
  if (daysDiffer && (unit !== 'sameUnit' || name === 'oneTypo')) return null;
  const isLikely = birth === 'sameBirthDate' || (birth === 'sameBirthYear' && !daysDiffer && unit === 'sameUnit');
  return { certainty: isLikely && name !== 'oneTypo' ? 'likely' : 'possible', reasons: [name, birth, unit] };
}

function unitLikeness(a: PersonFacts, b: PersonFacts): Likeness | null {
  if (a.unitId === b.unitId) return 'sameUnit';
  const beside = a.parentId !== null && a.parentId === b.parentId;
  return beside || a.parentId === b.unitId || b.parentId === a.unitId ? 'neighbouringUnit' : null;
}

const plain = (name: string): string => toNfc(name).toLowerCase().trim().replace(/\s+/g, ' ');

function nameLikeness(a: string, b: string): Likeness | null {
  if (plain(a) === plain(b)) return 'sameName';
  const [left, right] = [foldVietnamese(a), foldVietnamese(b)];
  if (left === right) return 'otherAccents';
  return isOneTypoAway(left, right) ? 'oneTypo' : null;
}

function birthLikeness(a: PersonFacts, b: PersonFacts): Likeness | null {
  if (a.bornOn !== null && a.bornOn === b.bornOn) return 'sameBirthDate';
  const [left, right] = [yearOfBirth(a), yearOfBirth(b)];
  if (left === null || left !== right) return null;
  return a.bornOn !== null && b.bornOn !== null && swapped(a.bornOn) === b.bornOn
    ? 'dayAndMonthSwapped'
    : 'sameBirthYear';
}

const yearOfBirth = ({ bornOn, birthYear }: PersonFacts): number | null =>
  bornOn === null ? birthYear : Number(bornOn.slice(0, 4));

const swapped = (day: PlainDate): PlainDate => `${day.slice(0, 5)}${day.slice(8)}-${day.slice(5, 7)}`;

/** The shortest given name in which one letter more or less is rather a slip than another name: Lan is not Loan. */
const LONG_ENOUGH = 4;

/**
 * A typo makes one person of two names only of the same gender. In the given name, which tells brothers and sisters apart,
 * it must be a long one and the birth day the same.
 */
function typoCounts(a: PersonFacts, b: PersonFacts, birth: Likeness): boolean {
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return false;
  const given = [a, b].map(({ fullName }) => foldVietnamese(nameSortKey(fullName)[0]));
  if (given[0] === given[1]) return true;
  return birth === 'sameBirthDate' && given.every((name) => name.length >= LONG_ENOUGH);
}

/** Whether one letter added, left out, changed or two neighbours swapped make one text of the other. */
export function isOneTypoAway(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  if (short.length < long.length) return rest(short, same) === rest(long, same + 1);
  const isSwapped = short[same] === long[same + 1] && short[same + 1] === long[same];
  return (
    rest(short, same + 1) === rest(long, same + 1) || (isSwapped && rest(short, same + 2) === rest(long, same + 2))
  );
}
