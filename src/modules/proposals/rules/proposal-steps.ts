import type { ProposalState } from '../proposal.types.js';

/** Who takes a step: the cell that proposes, or the committee that it proposes to. */
export type Side = 'cell' | 'committee';

interface Step {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  readonly side: Side;
  readonly needsReason: boolean;
}

/** The steps of a proposal, all of them only while the class takes nominations. */
const STEPS = {
  propose: { from: ['interest', 'returned'], to: 'proposed', side: 'cell', needsReason: false },
  withdraw: {
    from: ['interest', 'proposed', 'returned', 'reserve'],
    to: 'withdrawn',
    side: 'cell',
    needsReason: false,
  },
  return: { from: ['proposed', 'reserve'], to: 'returned', side: 'committee', needsReason: true },
  decline: { from: ['interest', 'proposed', 'reserve'], to: 'declined', side: 'committee', needsReason: true },
  /** A cell says why it does not take up a member's own wish. */
  declineWish: { from: ['interest'], to: 'declined', side: 'cell', needsReason: true },
  keepAsReserve: { from: ['proposed'], to: 'reserve', side: 'committee', needsReason: false },
  endorse: { from: ['proposed', 'reserve'], to: 'endorsed', side: 'committee', needsReason: false },
} as const satisfies Record<string, Step>;

export type ProposalStep = keyof typeof STEPS;
export const PROPOSAL_STEPS = Object.keys(STEPS) as ProposalStep[];

/** What a proposal is to the one who looks at it. */
export interface ProposalFacts {
  readonly state: ProposalState;
  readonly classOpen: boolean;
  /** On which sides the reader stands. */
  readonly sides: readonly Side[];
  /** Whether the person asked for it themselves: then the committee may take it up without the cell. */
  readonly bySelf?: boolean;
}

export type ProposalVerdict =
  { readonly to: ProposalState } | { readonly refusal: 'wrong-state' | 'not-allowed' | 'reason-missing' };

/** Whether a step may be taken, and where it leads. */
export function judgeProposalStep(
  name: ProposalStep,
  { state, classOpen, sides, bySelf = false }: ProposalFacts,
  reason: string | null,
): ProposalVerdict {
  const { from, to, side, needsReason }: Step = STEPS[name];
  if (!sides.includes(side)) return { refusal: 'not-allowed' };
  const follows = from.includes(state) || (name === 'endorse' && state === 'interest' && bySelf);
  if (!classOpen || !follows) return { refusal: 'wrong-state' };
  if (needsReason && !reason?.trim()) return { refusal: 'reason-missing' };
  return { to };
}

/** Whether a step is possible at all, its reason still to be written. */
export const mayPropose = (name: ProposalStep, facts: ProposalFacts): boolean =>
  'to' in judgeProposalStep(name, facts, '…');

/** States in which a proposal still waits for somebody. */
export const LIVE: readonly ProposalState[] = ['interest', 'proposed', 'returned', 'reserve'];
