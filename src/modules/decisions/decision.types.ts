export const DECISION_STATES = ['draft', 'issued', 'revoked'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
