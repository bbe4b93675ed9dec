import { defineTopic } from '../../platform/outbox/topic.js';

/** A version of a plan was approved: the first one, or a revision. */
export const planApproved = defineTopic<{ versionId: string }>('plans.approved');
