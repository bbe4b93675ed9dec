import { defineTopic } from '../../platform/outbox/topic.js';

/** A notice of places was published; the units it calls are to be told. */
export const quotaNoticePublished = defineTopic<{ noticeId: string }>('quotas.noticePublished');
