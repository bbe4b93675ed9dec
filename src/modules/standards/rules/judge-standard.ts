/** What a post asks for, on one day. A null minimum asks for nothing. */
export interface StandardFacts {
  readonly professionalMinimum: string | null;
  readonly llctMinimum: string | null;
  readonly source: string;
}

/** What a person holds on that day; null where nothing is recorded. */
export interface HeldLevels {
  readonly professionalLevel: string | null;
  readonly llctLevel: string | null;
}

export type StandardAnswer = 'met' | 'notMet' | 'unknown' | 'exempt';

export interface StandardVerdict {
  readonly asked: string | null;
  readonly has: string | null;
  readonly answer: StandardAnswer;
}

export interface StandardsVerdict {
  readonly professional: StandardVerdict;
  readonly llct: StandardVerdict;
  readonly source: string | null;
}

/** The two ladders, lowest step first. */
export interface Ladders {
  readonly professional: readonly string[];
  readonly llct: readonly string[];
}

/**
 * Holds what a person has against what the post asks for.
 * @param standard null when no standard is recorded for the post on that day: every answer is then `unknown`.
 * @returns a missing level is `unknown`, never `notMet`; a standard that asks for nothing makes `exempt`.
 */
export function judgeStandards(standard: StandardFacts | null, held: HeldLevels, ladders: Ladders): StandardsVerdict {
  if (!standard) {
    const nothing = (has: string | null): StandardVerdict => ({ asked: null, has, answer: 'unknown' });
    return { professional: nothing(held.professionalLevel), llct: nothing(held.llctLevel), source: null };
  }
  return {
    professional: judge(standard.professionalMinimum, held.professionalLevel, ladders.professional),
    llct: judge(standard.llctMinimum, held.llctLevel, ladders.llct),
    source: standard.source,
  };
}

function judge(asked: string | null, has: string | null, ladder: readonly string[]): StandardVerdict {
  if (asked === null) return { asked, has, answer: 'exempt' };
  if (has === null) return { asked, has, answer: 'unknown' };
  return { asked, has, answer: ladder.indexOf(has) >= ladder.indexOf(asked) ? 'met' : 'notMet' };
}
