import type { MinimumOfPerson } from '../nomination.types.js';

/**
 * Minimums that leave a person no place: what would be left after them is less than what is owed. Who is of two
 * categories serves both, so the largest debt counts and not their sum.
 */
export const keepingFrom = (left: number, minimums: readonly MinimumOfPerson[]): MinimumOfPerson[] =>
  minimums.filter(({ owed, member }) => member !== true && owed > left - 1);

/** A row of places as one person meets it. */
export interface RowOfPerson {
  readonly id: string;
  readonly left: number;
  readonly held: number;
  readonly minimums: readonly MinimumOfPerson[];
}

/** The row as the next line of a list meets it, once these people before it have their places. */
export function afterOthers<Row extends RowOfPerson>(row: Row, before: readonly RowOfPerson[]): Row {
  const others = before.filter(({ id }) => id === row.id);
  // Who is named uses held places first.
  const named = Math.min(others.length, row.held);
  return {
    ...row,
    held: row.held - named,
    left: row.left - (others.length - named),
    minimums: row.minimums.map((minimum) => ({
      ...minimum,
      owed: Math.max(0, minimum.owed - others.filter((other) => isMember(other, minimum.category)).length),
    })),
  };
}

const isMember = ({ minimums }: RowOfPerson, category: string): boolean =>
  minimums.some((minimum) => minimum.category === category && minimum.member === true);
