/** One certificate of a ladder. */
export interface HeldLevel {
  readonly id: string;
  readonly level: string;
}

/** What has to be written so that a person holds exactly the level that is said to be right. */
export interface Correction {
  /** The level is new: it is added. */
  readonly add: string | null;
  /** The record that is put right. */
  readonly change: { readonly id: string; readonly level: string } | null;
  /** Records that claim more than is right. */
  readonly remove: readonly string[];
}

const NOTHING: Correction = { add: null, change: null, remove: [] };

/**
 * How to reach a level from what is recorded. A higher one was learned since and is added; a lower one is an honest
 * correction: what claims more is put right, never left to outshine it.
 * @param held records of one ladder, in any order.
 * @param asked the right level; null when none should be recorded.
 * @param ladder its steps, lowest first.
 */
export function correctLevel(held: readonly HeldLevel[], asked: string | null, ladder: readonly string[]): Correction {
  if (asked === null) return { ...NOTHING, remove: held.map(({ id }) => id) };
  const rank = (level: string): number => ladder.indexOf(level);
  const above = held.filter(({ level }) => rank(level) > rank(asked)).sort((a, b) => rank(b.level) - rank(a.level));
  const isThere = held.some(({ level }) => level === asked);
  const [highest, ...rest] = above;
  if (!highest) return isThere ? NOTHING : { ...NOTHING, add: asked };
  if (isThere) return { ...NOTHING, remove: above.map(({ id }) => id) };
  return { ...NOTHING, change: { id: highest.id, level: asked }, remove: rest.map(({ id }) => id) };
}
