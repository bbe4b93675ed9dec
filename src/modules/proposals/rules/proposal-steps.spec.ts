import fc from 'fast-check';
import { PROPOSAL_STATES, type ProposalState } from '../proposal.types.js';
import { judgeProposalStep, LIVE, mayPropose, PROPOSAL_STEPS, type Side } from './proposal-steps.js';

/** By hand: what each side may do in each state while the class is open. */
const EXPECTED: Record<ProposalState, Record<Side, string[]>> = {
  interest: { cell: ['propose', 'withdraw', 'declineWish'], committee: ['decline'] },
  proposed: { cell: ['withdraw'], committee: ['return', 'decline', 'keepAsReserve', 'endorse'] },
  returned: { cell: ['propose', 'withdraw'], committee: [] },
  reserve: { cell: ['withdraw'], committee: ['return', 'decline', 'endorse'] },
  endorsed: { cell: [], committee: [] },
  declined: { cell: [], committee: [] },
  withdrawn: { cell: [], committee: [] },
};

describe('the way of a proposal', () => {
  it.each(PROPOSAL_STATES)('of one that is %s: each step and side', (state) => {
    for (const side of ['cell', 'committee'] as const) {
      const may = PROPOSAL_STEPS.filter((step) => mayPropose(step, { state, classOpen: true, sides: [side] }));
      expect({ side, may }).toEqual({ side, may: EXPECTED[state][side] });
    }
  });

  it('of a wish that somebody said for themselves: the committee may take it up without the cell', () => {
    const facts = { state: 'interest', classOpen: true, sides: ['committee'], bySelf: true } as const;
    expect(PROPOSAL_STEPS.filter((step) => mayPropose(step, facts))).toEqual(['decline', 'endorse']);
  });

  it('nothing moves once the class takes no more nominations, and no step is taken without its reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROPOSAL_STATES), fc.constantFrom(...PROPOSAL_STEPS), (state, step) => {
        const facts = { state, sides: ['cell', 'committee'] as const };
        const verdict = judgeProposalStep(step, { ...facts, classOpen: true }, ' ');
        const refused = !('to' in verdict) || !['returned', 'declined'].includes(verdict.to);
        return refused && !mayPropose(step, { ...facts, classOpen: false });
      }),
    );
  });

  it('what waits for somebody can move, and what does not cannot', () => {
    const facts = { classOpen: true, sides: ['cell', 'committee'] as const };
    const moving = PROPOSAL_STATES.filter((state) =>
      PROPOSAL_STEPS.some((step) => mayPropose(step, { state, ...facts })),
    );
    expect(moving).toEqual([...LIVE]);
  });
});
