import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { Span } from './record-dates.js';

/** A status that somebody has, or had, for a time. */
export interface StatusSpell extends Span {
  readonly id: string;
  readonly status: string;
  readonly note: string | null;
}

const byStart = (a: Span, b: Span): number => (a.from ?? '').localeCompare(b.from ?? '');

/**
 * A status that begins on a day: it goes on until the next one that is recorded, and the one before ends the day before.
 * @param spells of one person, in any order, without gaps.
 * @returns all of them afterwards, oldest first; null when another one begins on that very day.
 */
export function beginStatus(
  spells: readonly StatusSpell[],
  begun: Pick<StatusSpell, 'id' | 'status' | 'note'> & { readonly from: PlainDate },
): StatusSpell[] | null {
  if (spells.some(({ from }) => from === begun.from)) return null;
  const sorted = [...spells].sort(byStart);
  const before = sorted.filter(({ from }) => from === null || from < begun.from);
  const after = sorted.slice(before.length);
  const next = after[0]?.from ?? null;
  return [
    ...before.slice(0, -1),
    ...before.slice(-1).map((last) => ({ ...last, to: addDays(begun.from, -1) })),
    { ...begun, to: next === null ? null : addDays(next, -1) },
    ...after,
  ];
}

/**
 * Takes a status out, as if it had never been: the one before goes on in its place, or the next one begins earlier.
 * @returns all that are left, oldest first; null when it is the only one.
 */
export function dropStatus(spells: readonly StatusSpell[], id: string): StatusSpell[] | null {
  const sorted = [...spells].sort(byStart);
  const at = sorted.findIndex((spell) => spell.id === id);
  const dropped = sorted[at];
  if (!dropped || sorted.length === 1) return null;
  return sorted
    .filter((spell) => spell !== dropped)
    .map((spell, index) => {
      if (index === at - 1) return { ...spell, to: dropped.to };
      return at === 0 && index === 0 ? { ...spell, from: dropped.from } : spell;
    });
}

/**
 * Lets a status begin on another day. The first of all may begin whenever it is known to; any other leaves its old place
 * to its neighbours.
 * @returns all of them, oldest first; null when another one begins on that day.
 */
export function moveStatus(spells: readonly StatusSpell[], id: string, from: PlainDate): StatusSpell[] | null {
  const [first, second] = [...spells].sort(byStart);
  if (first?.id === id && (!second?.from || from < second.from))
    return spells.map((spell) => (spell.id === id ? { ...spell, from } : spell));
  const moved = spells.find((spell) => spell.id === id);
  const others = dropStatus(spells, id);
  return moved && others ? beginStatus(others, { ...moved, from }) : null;
}
