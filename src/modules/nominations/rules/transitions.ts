import type { NominationState, Place } from '../nomination.types.js';

/** The steps that people take with a nomination, from which states, and what it then is. */
const STEPS = {
  approve: { from: ['submitted'], to: 'approved', needsReason: false },
  return: { from: ['submitted'], to: 'returned', needsReason: true },
  reject: { from: ['submitted', 'returned'], to: 'rejected', needsReason: true },
  withdraw: { from: ['submitted', 'returned', 'approved'], to: 'withdrawn', needsReason: false },
  resubmit: { from: ['returned'], to: 'submitted', needsReason: false },
} as const satisfies Record<string, { from: readonly NominationState[]; to: NominationState; needsReason: boolean }>;

export type NominationStep = keyof typeof STEPS;
export const NOMINATION_STEPS = Object.keys(STEPS) as NominationStep[];

/** States in which a nomination holds its place. */
export const HOLDING: readonly NominationState[] = ['submitted', 'returned', 'approved'];

/** Why a step cannot be taken. */
export type StepRefusal = 'wrong-state' | 'waitlisted' | 'reason-missing';

export type StepVerdict = { readonly to: NominationState } | { readonly refusal: StepRefusal };

/**
 * Whether a step may be taken, and where it leads.
 * Only who has a seat can be approved: the waitlist moves up by itself when a seat is freed.
 */
export function judgeStep(
  step: NominationStep,
  state: NominationState,
  place: Place,
  reason: string | null,
): StepVerdict {
  const { from, to, needsReason } = STEPS[step];
  if (!(from as readonly NominationState[]).includes(state)) return { refusal: 'wrong-state' };
  if (step === 'approve' && place !== 'seat') return { refusal: 'waitlisted' };
  if (needsReason && !reason?.trim()) return { refusal: 'reason-missing' };
  return { to };
}

/** Whether a step is possible at all, its reason still to be written. */
export const isPossible = (step: NominationStep, state: NominationState, place: Place): boolean =>
  'to' in judgeStep(step, state, place, '…');

/** Whether a step gives the nomination's place back. */
export const givesPlaceBack = (step: NominationStep): boolean => !HOLDING.includes(STEPS[step].to);
