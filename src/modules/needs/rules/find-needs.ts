import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StandardAnswer, StandardKind } from '../need.types.js';
import { type BirthFacts, retiresOn } from './retirement.js';

/** What is asked on one ladder, what is held, and the answer. */
export interface Verdict {
  readonly asked: string | null;
  readonly has: string | null;
  readonly answer: StandardAnswer;
}
export type Verdicts = Readonly<Record<StandardKind, Verdict>>;

/** Why somebody needs a level: the post now, a standard that begins later, or the post they are planned for. */
export const NEED_CAUSES = ['post-now', 'standard-coming', 'planned-post'] as const;
export type NeedCause = (typeof NEED_CAUSES)[number];

/** Something that will be asked of a person by a day. */
export interface Demand {
  readonly cause: NeedCause;
  /** The day by which it must be met: the day asked about for the post as it is. */
  readonly by: PlainDate;
  /** The post it is asked of. */
  readonly post: string;
  readonly verdicts: Verdicts;
}

export interface PersonFacts extends BirthFacts {
  readonly status: string;
  readonly demands: readonly Demand[];
}

/** One level that one person needs. */
export interface Need {
  readonly kind: StandardKind;
  readonly cause: NeedCause;
  readonly by: PlainDate;
  readonly post: string;
  readonly asked: string;
  readonly has: string | null;
}

export interface FoundNeeds {
  /** What is missing, each level once, with the earliest day by which it is asked. */
  readonly needs: readonly Need[];
  /** What is asked now while nothing is recorded: to be looked up, never held against anybody. */
  readonly unknown: readonly Need[];
  /** Whether the person leaves within the period: then there are no needs. */
  readonly leaving: boolean;
}

const KINDS: readonly StandardKind[] = ['professional', 'llct', 'management'];
const GONE = ['retired', 'left'];

/**
 * What a person needs within a period.
 * @param until its last day; who retires by then is `leaving`, who left already is too.
 */
export function findNeeds(person: PersonFacts, until: PlainDate): FoundNeeds {
  const lastDay = retiresOn(person);
  if (GONE.includes(person.status) || (lastDay !== null && lastDay <= until)) {
    return { needs: [], unknown: [], leaving: true };
  }
  const inTime = person.demands
    .filter(({ by }) => by <= until)
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  const needs = earliestOfEach(inTime.flatMap((demand) => ofDemand(demand, 'notMet')));
  const missing = new Set(needs.map(({ kind }) => kind));
  const unknown = earliestOfEach(inTime.flatMap((demand) => ofDemand(demand, 'unknown')));
  return { needs, unknown: unknown.filter(({ kind }) => !missing.has(kind)), leaving: false };
}

const ofDemand = ({ cause, by, post, verdicts }: Demand, answer: StandardAnswer): Need[] =>
  KINDS.flatMap((kind) => {
    const verdict = verdicts[kind];
    return verdict.answer === answer && verdict.asked !== null
      ? [{ kind, cause, by, post, asked: verdict.asked, has: verdict.has }]
      : [];
  });

/** The first of each ladder and level. */
function earliestOfEach(needs: readonly Need[]): Need[] {
  const seen = new Set<string>();
  return needs.filter(({ kind, asked }) => {
    const key = `${kind} ${asked}`;
    return !seen.has(key) && seen.add(key);
  });
}
