import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { EligibilityModule } from '../eligibility/index.js';
import { OfficialsModule } from '../officials/index.js';
import { QuotasModule } from '../quotas/index.js';
import { UnitsModule } from '../units/index.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { NominationListQueries } from './nomination-list.queries.js';
import { NominationPresenter } from './nomination.presenter.js';
import { NominationsCarryOver } from './nominations.carry-over.js';
import { NominationsController } from './nominations.controller.js';
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
import { TurnsQueries } from './turns.queries.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';
import './nominations.errors.js';
import './nominations.messages.js';
import './nominations.policy.js';

@Module({
  imports: [CoursesModule, EligibilityModule, OfficialsModule, QuotasModule, UnitsModule],
  controllers: [DraftsController, NominationsController, RosterController, TrainingController],
  providers: [
    EligibilityQueries,
    NominationPresenter,
    NominationListQueries,
    NominationsExport,
    NominationsCarryOver,
    NominationsQueries,
    NominationsRepository,
    NominationsService,
    DecisionsService,
    DraftsService,
    ReviewCountsQueries,
    ReviewService,
    RosterService,
    RosterTrail,
    TrainingService,
    TurnsQueries,
  ],
  exports: [NominationsCarryOver, NominationsQueries, NominationsService, ReviewService, RosterService, TurnsQueries],
})
export class NominationsModule {}
