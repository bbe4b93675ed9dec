import { defineTopic } from '../../platform/outbox/topic.js';

/** A proposal is to be worked out, or worked out again. */
export const solvingWanted = defineTopic<{ proposalId: string; run: number }>('scheduling.solving-wanted');
