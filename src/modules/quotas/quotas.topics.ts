import { defineTopic } from '../../platform/outbox/topic.js';

/** It is a unit's turn to answer an offer of places. */
export const offerMade = defineTopic<{ offerId: string }>('quotas.offer-made');

/** A transfer was asked for, agreed to, approved, refused or withdrawn. */
export const transferChanged = defineTopic<{ transferId: string; state: string }>('quotas.transfer-changed');

/** A grant was cut, and units gave places back for it. */
export const placesCalledBack = defineTopic<{ quotaId: string; places: number }>('quotas.called-back');
