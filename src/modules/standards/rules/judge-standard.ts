import type { StandardAnswer, StandardKind } from '../standard.types.js';

/** A value for each of the three ladders. */
export type PerKind<T> = Readonly<Record<StandardKind, T>>;

/** What a post asks for, on one day. A null minimum asks for nothing. */
export interface StandardFacts {
  readonly minimum: PerKind<string | null>;
}

/** What a person holds on that day; null where nothing is recorded. */
export interface HeldFacts {
  readonly held: PerKind<string | null>;
  /** The ladders that a decision frees this person from. */
  readonly exempted: readonly StandardKind[];
}

export interface StandardVerdict {
  readonly asked: string | null;
  readonly has: string | null;
  readonly answer: StandardAnswer;
}

export type StandardsVerdict = PerKind<StandardVerdict>;

/** The steps of each ladder, lowest first. */
export type Ladders = PerKind<readonly string[]>;

/**
 * Holds what a person has against what the post asks for. The function `standard_answer` of migration 022 says the same;
 * a test holds the two against each other.
 * @param standard null when none is recorded for the post on that day: nobody knows what to hold it against.
 * @returns a missing level is `unknown`, never `notMet`; what asks for nothing, or a decision, makes `exempt`.
 */
export function judgeStandards(standard: StandardFacts | null, person: HeldFacts, ladders: Ladders): StandardsVerdict {
  const judge = (kind: StandardKind): StandardVerdict => {
    const asked = standard?.minimum[kind] ?? null;
    const has = person.held[kind];
    const reached = asked !== null && has !== null && ladders[kind].indexOf(has) >= ladders[kind].indexOf(asked);
    const exempt = person.exempted.includes(kind) || (standard !== null && asked === null);
    return { asked, has, answer: answerOf(reached, exempt, standard !== null && has !== null) };
  };
  return { professional: judge('professional'), llct: judge('llct'), management: judge('management') };
}

function answerOf(reached: boolean, exempt: boolean, known: boolean): StandardAnswer {
  if (reached) return 'met';
  if (exempt) return 'exempt';
  return known ? 'notMet' : 'unknown';
}
