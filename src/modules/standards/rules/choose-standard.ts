import type { PlainDate } from '../../../kernel/plain-date.js';

/** A post as standards see it. */
export interface PostFacts {
  readonly category: string;
  /** Folded title. */
  readonly postKey: string;
  /** Kind of area of its unit; null where none is recorded. */
  readonly area: string | null;
}

/** A standard as far as choosing needs it. Null stands for every post, every area, since ever, until further notice. */
export interface DatedStandard {
  readonly category: string;
  readonly postKey: string | null;
  readonly area: string | null;
  readonly from: PlainDate | null;
  /** The last day. */
  readonly to: PlainDate | null;
}

/**
 * The standard of a post on a day: what names post and area before what names the post, then the area, then neither. The
 * function `standard_of` of migration 022 keeps the same order; a test holds the two against each other.
 * @returns null when none speaks of the post on that day.
 */
export function chooseStandard<Standard extends DatedStandard>(
  standards: readonly Standard[],
  post: PostFacts,
  day: PlainDate,
): Standard | null {
  return standards
    .filter((standard) => speaksOf(standard, post) && holdsOn(standard, day))
    .reduce<Standard | null>((best, next) => (best && weight(best) >= weight(next) ? best : next), null);
}

const speaksOf = (standard: DatedStandard, post: PostFacts): boolean =>
  standard.category === post.category &&
  (standard.postKey === null || standard.postKey === post.postKey) &&
  (standard.area === null || standard.area === post.area);

const holdsOn = ({ from, to }: DatedStandard, day: PlainDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** How much a standard names: the post counts for more than the area. */
const weight = ({ postKey, area }: DatedStandard): number => (postKey === null ? 0 : 2) + (area === null ? 0 : 1);
