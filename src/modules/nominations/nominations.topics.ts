import { defineTopic } from '../../platform/outbox/topic.js';
import type { NominationState } from './nomination.types.js';

/** `eventId` tells two decisions on one nomination apart. */
export interface NominationEvent {
  nominationId: string;
  eventId: string;
}

/** Somebody decided on a nomination: what was decided travels along, since the next decision may already follow. */
export const nominationDecided = defineTopic<NominationEvent & { decision: NominationState }>('nominations.decided');
/** Somebody moved up from the waitlist to a seat. */
export const nominationPromoted = defineTopic<NominationEvent>('nominations.promoted');
/** Somebody was sent to another class; the nomination is the one there, `from` the code of the class that was left. */
export const nominationTransferred = defineTopic<NominationEvent & { from: string }>('nominations.transferred');
/** Somebody who waits is asked whether they take a seat. */
export const seatOffered = defineTopic<NominationEvent>('nominations.seatOffered');
/** A class was cancelled; every unit that was called learns it. */
export const courseCancelled = defineTopic<{ courseId: string; eventId: string }>('nominations.courseCancelled');
