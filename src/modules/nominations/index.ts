export { type LiveNomination, NominationsCarryOver } from './nominations.carry-over.js';
export { NominationsModule } from './nominations.module.js';
export { type NominationNotice, NominationsQueries } from './nominations.queries.js';
export { NominationsService } from './nominations.service.js';
export { courseCancelled, nominationDecided, nominationPromoted, seatOffered } from './nominations.topics.js';
export { ReviewService } from './review.service.js';
export { RosterService } from './roster.service.js';
export { TurnsQueries } from './turns.queries.js';
