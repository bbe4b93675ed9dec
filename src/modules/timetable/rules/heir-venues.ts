import { foldVietnamese } from '../../../kernel/vietnamese-text.js';

/** A place of study that goes to an heir. */
export interface MovingVenue {
  readonly id: string;
  readonly heirId: string;
  readonly name: string;
  /** The name of the unit that it comes from. */
  readonly from: string;
}

/**
 * Under which names places go on in their heirs: their own, with the unit they come from where the heir has, or gets,
 * another of that name. Nobody's places are one because they are called the same.
 * @param kept names that heirs have already, by heir.
 */
export function heirVenues(
  moving: readonly MovingVenue[],
  kept: ReadonlyMap<string, readonly string[]>,
): { id: string; heirId: string; name: string }[] {
  const taken = new Map([...kept].map(([heir, names]) => [heir, new Set(names.map(foldVietnamese))]));
  return moving.map(({ id, heirId, name, from }) => {
    const used = taken.get(heirId) ?? new Set<string>();
    taken.set(heirId, used);
    const free = (candidate: string): boolean => !used.has(foldVietnamese(candidate));
    let told = free(name) ? name : `${name} (${from})`;
    for (let n = 2; !free(told); n += 1) told = `${name} (${from}, ${n})`;
    used.add(foldVietnamese(told));
    return { id, heirId, name: told };
  });
}
