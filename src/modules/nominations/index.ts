export { CandidatesQuery } from './dto/nomination.dto.js';
export { CandidatePage } from './dto/nomination.view.js';
export { KeptSeatsCarryOver } from './kept-seats.carry-over.js';
export { type LiveNomination, NominationsCarryOver } from './nominations.carry-over.js';
export { nominationEntry } from './nomination-trail.js';
export { type NominationInScope, NominationScopeQueries } from './nomination-scope.queries.js';
export { NOMINATION_STATES, type NominationState } from './nomination.types.js';
export { NominationsModule } from './nominations.module.js';
export { type NominationNotice, NominationsQueries } from './nominations.queries.js';
export { NominationsService } from './nominations.service.js';
export {
  courseCancelled,
  nominationDecided,
  nominationPromoted,
  nominationTransferred,
  seatOffered,
} from './nominations.topics.js';
export { ReservesCarryOver } from './reserves.carry-over.js';
export { ResultsService } from './results.service.js';
export { ReviewService } from './review.service.js';
export { RosterService } from './roster.service.js';
export { WayService } from './way.service.js';
export { TurnsQueries } from './turns.queries.js';
export { SEAT_RULES, type SeatFinding, SeatsAudit } from './seats-audit.js';
export { WaitlistService } from './waitlist.service.js';
