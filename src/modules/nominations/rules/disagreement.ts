import type { NominationStep } from './transitions.js';

/** What a decision may go against. */
export interface ReviewFacts {
  readonly step: NominationStep;
  /** Rules that were answered `needsException` or `unknown` at the nomination, and no decision has lifted. */
  readonly openChecks: number;
  /** The last time it was returned, and whether by the one who decides now; null when it never was. */
  readonly returned: { readonly byMe: boolean } | null;
}

/** Why a decision must say why. */
export type Disagreement = 'open-checks' | 'other-reviewer';

/**
 * Approving against what the rules left open, or against another reviewer who returned it, is allowed and is explained;
 * decisions against a person need their reason anyhow.
 */
export function disagreement({ step, openChecks, returned }: ReviewFacts): Disagreement | null {
  if (step !== 'approve') return null;
  if (returned && !returned.byMe) return 'other-reviewer';
  return openChecks > 0 ? 'open-checks' : null;
}
