import { foldVietnamese } from '../../../kernel/vietnamese-text.js';

/** What tells one person from another. */
export interface Identity {
  readonly fullName: string;
  readonly unitId: string;
  readonly bornOn: string | null;
  readonly birthYear: number | null;
}

/** Somebody recorded, as a row may mean them. */
export interface Candidate extends Identity {
  readonly id: string;
}

export type PersonMatch<Person extends Candidate> =
  { readonly person: Person | null } | { readonly several: readonly Person[] };

/** Key by which persons of one name in one unit are brought together. */
export const personKey = ({ fullName, unitId }: Pick<Identity, 'fullName' | 'unitId'>): string =>
  `${unitId} ${foldVietnamese(fullName)}`;

/**
 * Which of the recorded persons of that name and unit a row means: the one born that day, else in that year, else the
 * only one of whom, or of whose row, no birth is known. Two who were certainly born apart are two persons.
 */
export function matchPerson<Person extends Candidate>(
  row: Pick<Identity, 'bornOn' | 'birthYear'>,
  sameName: readonly Person[],
): PersonMatch<Person> {
  const possible = sameName.filter((person) => likeness(row, person) > 0);
  const most = Math.max(0, ...possible.map((person) => likeness(row, person)));
  const best = possible.filter((person) => likeness(row, person) === most);
  return best.length > 1 ? { several: best } : { person: best[0] ?? null };
}

/** Why a row's citizen id and what else the row says do not mean one person. */
export interface Contradiction<Person extends Candidate> {
  readonly rule: 'import.number-elsewhere' | 'import.number-of-another' | 'import.number-differs';
  /** Whose number it is, and whom the row means otherwise. */
  readonly holder: Person | null;
  readonly meant: Person | null;
}

/**
 * Whom a row with a citizen id means: the holder of the number, before any name. It must not be somebody else than
 * the row says besides, and nobody's number is replaced on the strength of a name alone.
 * @param holder who has the number: a person, nobody, or somebody outside the asker's part of the tree
 * @param meant whom the row means without it
 * @param replaces whether the number may take the place of the one that `meant` has
 */
export function byNumberFirst<Person extends Candidate>(
  holder: Person | 'elsewhere' | null,
  meant: Person | null,
  replaces: boolean,
): { readonly person: Person | null } | Contradiction<Person> {
  if (holder === 'elsewhere') return { rule: 'import.number-elsewhere', holder: null, meant };
  if (holder === null) return meant && !replaces ? { rule: 'import.number-differs', holder, meant } : { person: meant };
  if (meant !== null && meant.id !== holder.id) return { rule: 'import.number-of-another', holder, meant };
  return { person: holder };
}

/** 3 the same day, 2 the same year, 1 nothing against it, 0 somebody else. */
function likeness(a: Pick<Identity, 'bornOn' | 'birthYear'>, b: Pick<Identity, 'bornOn' | 'birthYear'>): number {
  if (a.bornOn !== null && b.bornOn !== null) return a.bornOn === b.bornOn ? 3 : 0;
  const [left, right] = [yearOf(a), yearOf(b)];
  if (left === null || right === null) return 1;
  return left === right ? 2 : 0;
}

const yearOf = ({ bornOn, birthYear }: Pick<Identity, 'bornOn' | 'birthYear'>): number | null =>
  bornOn === null ? birthYear : Number(bornOn.slice(0, 4));
