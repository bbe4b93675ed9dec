import { defineTopic } from '../../platform/outbox/topic.js';

/** `eventId` tells two decisions on one nomination apart. */
export interface NominationEvent {
  nominationId: string;
  eventId: string;
}

/** The board decided on a nomination, or returned it. */
export const nominationDecided = defineTopic<NominationEvent>('nominations.decided');
/** Somebody moved up from the waitlist to a seat. */
export const nominationPromoted = defineTopic<NominationEvent>('nominations.promoted');
/** A class was cancelled; every unit that was called learns it. */
export const courseCancelled = defineTopic<{ courseId: string; eventId: string }>('nominations.courseCancelled');
