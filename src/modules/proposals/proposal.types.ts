/** The way of a proposal; `rules/proposal-steps.ts` says which step may follow which. */
export const PROPOSAL_STATES = [
  'interest',
  'proposed',
  'returned',
  'reserve',
  'endorsed',
  'declined',
  'withdrawn',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What a cell tells its committee when it proposes nobody. */
export const CELL_ANSWERS = ['none', 'more-time'] as const;
export type CellAnswer = (typeof CELL_ANSWERS)[number];
