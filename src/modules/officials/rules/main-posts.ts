import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { overlap, type Span } from './record-dates.js';

/** A main post that somebody holds or held. */
export interface MainPost extends Span {
  readonly id: string;
}

/** What has to happen so that a main post can stand where it is wanted. */
export type Placement =
  /** `ends` is the post that ends, and its last day; null when none stands in the way. */
  | { readonly possible: true; readonly ends: { readonly id: string; readonly on: PlainDate } | null }
  | { readonly possible: false };

/**
 * Places a main post among the others of the same person: nobody holds two at once. The one that is held with no end in
 * sight ends the day before the new one begins; whatever else overlaps was recorded on purpose and is not touched.
 * @param others main posts without the one that is placed.
 */
export function placeMainPost(others: readonly MainPost[], wanted: Span): Placement {
  const inTheWay = others.filter((post) => overlap(post, wanted));
  const [first, ...more] = inTheWay;
  if (!first) return { possible: true, ends: null };
  const canEnd = first.to === null && wanted.from !== null && (first.from === null || first.from < wanted.from);
  if (more.length > 0 || !canEnd) return { possible: false };
  return { possible: true, ends: { id: first.id, on: addDays(wanted.from, -1) } };
}
