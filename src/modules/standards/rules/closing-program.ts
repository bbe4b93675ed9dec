import type { StandardKind } from '../standard.types.js';

/** A program as far as closing a gap needs it. */
export interface ConferringProgram {
  readonly confersLlctLevel: string | null;
}

/**
 * The program that gives what is asked: of those whose level is enough, the one with the lowest.
 * @param ladder of political theory, lowest first.
 * @returns null where no class of ours gives it, as for professional degrees.
 */
export function closingProgram<Program extends ConferringProgram>(
  kind: StandardKind,
  asked: string,
  programs: readonly Program[],
  ladder: readonly string[],
): Program | null {
  if (kind !== 'llct') return null;
  const rank = ({ confersLlctLevel }: Program): number =>
    confersLlctLevel === null ? -1 : ladder.indexOf(confersLlctLevel);
  return programs
    .filter((program) => rank(program) >= ladder.indexOf(asked))
    .reduce<Program | null>((best, next) => (best && rank(best) <= rank(next) ? best : next), null);
}
