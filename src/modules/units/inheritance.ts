import type { PlainDate } from '../../kernel/plain-date.js';

/** A unit that ends, and who goes on with what was its own. */
export interface EndedUnit {
  readonly unitId: string;
  /** One for a merger, several for a split, none for a unit that is closed. */
  readonly heirs: readonly string[];
  /** The heir of whatever is no person's: accounts, classes it holds. Null where nobody is. */
  readonly main: string | null;
}

/** What became of units on one day: all that the rooms need to carry their own rows over. */
export interface Inheritance {
  /** The first day of the new order. */
  readonly on: PlainDate;
  readonly ended: readonly EndedUnit[];
  /** Where each official who had something in an ended unit goes on. */
  readonly officials: readonly { readonly officialId: string; readonly from: string; readonly to: string }[];
}

/** Finds the heir of an official's things in an ended unit: where the person goes, else the heir of what is no person's. */
export function heirFinder({ ended, officials }: Inheritance): (unitId: string, officialId: string) => string | null {
  const byPerson = new Map(officials.map(({ officialId, from, to }) => [`${from} ${officialId}`, to]));
  const byUnit = new Map(ended.map((unit) => [unit.unitId, unit.main ?? unit.heirs[0] ?? null]));
  return (unitId, officialId) => byPerson.get(`${unitId} ${officialId}`) ?? byUnit.get(unitId) ?? null;
}
