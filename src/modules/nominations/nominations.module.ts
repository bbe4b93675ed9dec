import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { EligibilityModule } from '../eligibility/index.js';
import { OfficialsModule } from '../officials/index.js';
import { QuotasModule } from '../quotas/index.js';
import { UnitsModule } from '../units/index.js';
import { ClaimsQueries } from './claims.queries.js';
import { ClaimsRepository } from './claims.repository.js';
import { ClaimsService } from './claims.service.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { NominationListQueries } from './nomination-list.queries.js';
import { NominationScopeQueries } from './nomination-scope.queries.js';
import { NominationPresenter } from './nomination.presenter.js';
import { NominationsCarryOver } from './nominations.carry-over.js';
import { NominationsController } from './nominations.controller.js';
import { KeptSeatsCarryOver } from './kept-seats.carry-over.js';
import { ReservesCarryOver } from './reserves.carry-over.js';
import { NominationsExport } from './nominations.export.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsRepository } from './nominations.repository.js';
import { NominationsService } from './nominations.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { DecisionsService } from './decisions.service.js';
import { ReviewCountsQueries } from './review-counts.queries.js';
import { ReviewService } from './review.service.js';
import { RosterController } from './roster.controller.js';
import { RosterService } from './roster.service.js';
import { RosterTrail } from './roster-trail.js';
import { SeatOffersService } from './seat-offers.service.js';
import { SeatsAudit } from './seats-audit.js';
import { SeatsController } from './seats.controller.js';
import { SeatsRepository } from './seats.repository.js';
import { SeatsService } from './seats.service.js';
import { WaitlistQueries } from './waitlist.queries.js';
import { WaitlistService } from './waitlist.service.js';
import { TurnsQueries } from './turns.queries.js';
import { OwnNominationsController, TrainingController } from './training.controller.js';
import { TransferService } from './transfer.service.js';
import { TrainingService } from './training.service.js';
import { ReplacementService } from './replacement.service.js';
import { ReservesController } from './reserves.controller.js';
import { ReservesRepository } from './reserves.repository.js';
import { ReservesService } from './reserves.service.js';
import { ResultsRepository } from './results.repository.js';
import { ResultsService } from './results.service.js';
import { WayRepository } from './way.repository.js';
import { WayService } from './way.service.js';
import './nominations.errors.js';
import './nominations.messages.js';
import './nominations.policy.js';

@Module({
  imports: [CoursesModule, EligibilityModule, OfficialsModule, QuotasModule, UnitsModule],
  controllers: [
    DraftsController,
    NominationsController,
    ReservesController,
    RosterController,
    SeatsController,
    TrainingController,
    OwnNominationsController,
  ],
  providers: [
    ClaimsQueries,
    ClaimsRepository,
    ClaimsService,
    EligibilityQueries,
    NominationPresenter,
    NominationListQueries,
    NominationScopeQueries,
    NominationsExport,
    KeptSeatsCarryOver,
    NominationsCarryOver,
    ReservesCarryOver,
    NominationsQueries,
    NominationsRepository,
    NominationsService,
    DecisionsService,
    DraftsService,
    ReviewCountsQueries,
    ReviewService,
    RosterService,
    RosterTrail,
    SeatOffersService,
    SeatsAudit,
    SeatsRepository,
    SeatsService,
    TrainingService,
    TransferService,
    TurnsQueries,
    WaitlistQueries,
    WaitlistService,
    ReplacementService,
    ReservesRepository,
    ReservesService,
    ResultsRepository,
    ResultsService,
    WayRepository,
    WayService,
  ],
  exports: [
    WayService,

    KeptSeatsCarryOver,
    NominationScopeQueries,
    NominationsCarryOver,
    NominationsQueries,
    NominationsService,
    ReservesCarryOver,
    ResultsService,
    ReviewService,
    RosterService,
    SeatsAudit,
    TurnsQueries,
    WaitlistService,
  ],
})
export class NominationsModule {}
