import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { GrantCorrectionsService } from './grant-corrections.service.js';
import { GrantCutsService } from './grant-cuts.service.js';
import { HoldsQueries } from './holds.queries.js';
import { HoldsRepository } from './holds.repository.js';
import { HoldsService } from './holds.service.js';
import { LedgerQueries } from './ledger.queries.js';
import { LedgerService } from './ledger.service.js';
import { PlaceMovesController } from './moves.controller.js';
import { OffersQueries } from './offers.queries.js';
import { OffersRepository } from './offers.repository.js';
import { OffersService } from './offers.service.js';
import { PlacesNotices } from './places-notices.js';
import { QuotasJobs } from './quotas.jobs.js';
import { ReturnRulesRepository } from './return-rules.repository.js';
import { ReturnRulesService } from './return-rules.service.js';
import { ReturnsService } from './returns.service.js';
import { TransfersQueries } from './transfers.queries.js';
import { TransfersService } from './transfers.service.js';
import { ForesightController } from './foresight.controller.js';
import { ForesightQueries } from './foresight.queries.js';
import { ForesightService } from './foresight.service.js';
import { GrantsController } from './grants.controller.js';
import { GrantsQueries } from './grants.queries.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';
import { LedgerAudit } from './ledger-audit.js';
import { NeedsModule } from '../needs/index.js';
import { ProgramsModule } from '../programs/index.js';
import { UnitsModule } from '../units/index.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixQueries } from './matrix.queries.js';
import { MatrixService } from './matrix.service.js';
import { MinimumsRepository } from './minimums.repository.js';
import { MinimumsService } from './minimums.service.js';
import { NoticeAnswersService } from './notice-answers.service.js';
import { NoticePapers } from './notice-papers.js';
import { NoticesController } from './notices.controller.js';
import { NoticesExport } from './notices.export.js';
import { NoticesJobs } from './notices.jobs.js';
import { NoticesQueries } from './notices.queries.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';
import { ProposalReasons } from './proposal-reasons.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';
import { QuotasCarryOver } from './quotas.carry-over.js';
import { QuotasController } from './quotas.controller.js';
import { QuotasQueries } from './quotas.queries.js';
import { QuotasRepository } from './quotas.repository.js';
import { QuotasService } from './quotas.service.js';
import { QuotasExport } from './quotas.export.js';
import './matrix.messages.js';
import './notices.messages.js';
import './proposals.messages.js';
import './quotas.errors.js';
import './moves.messages.js';
import './quotas.messages.js';
import './quotas.policy.js';

@Module({
  imports: [IdentityModule, NeedsModule, NotificationsModule, ProgramsModule, UnitsModule],
  controllers: [
    ForesightController,
    GrantsController,
    MatrixController,
    PlaceMovesController,
    NoticesController,
    ProposalsController,
    QuotasController,
  ],
  providers: [
    ForesightQueries,
    ForesightService,
    GrantsQueries,
    GrantsRepository,
    GrantsService,
    MatrixQueries,
    MatrixService,
    MinimumsRepository,
    MinimumsService,
    NoticeAnswersService,
    NoticePapers,
    NoticesExport,
    NoticesJobs,
    NoticesQueries,
    NoticesRepository,
    NoticesService,
    GrantCorrectionsService,
    GrantCutsService,
    HoldsQueries,
    HoldsRepository,
    HoldsService,
    LedgerQueries,
    LedgerService,
    OffersQueries,
    OffersRepository,
    OffersService,
    PlacesNotices,
    LedgerAudit,
    ProposalReasons,
    ProposalsQueries,
    ProposalsRepository,
    ProposalsService,
    QuotasCarryOver,
    QuotasExport,
    QuotasJobs,
    QuotasQueries,
    QuotasRepository,
    QuotasService,
    ReturnRulesRepository,
    ReturnRulesService,
    ReturnsService,
    TransfersQueries,
    TransfersService,
  ],
  exports: [GrantsRepository, LedgerAudit, NoticesService, QuotasCarryOver, QuotasRepository, QuotasService],
})
export class QuotasModule {}
