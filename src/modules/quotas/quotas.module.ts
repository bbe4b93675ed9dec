import { Module } from '@nestjs/common';
import { GrantsController } from './grants.controller.js';
import { GrantsQueries } from './grants.queries.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';
import { NeedsModule } from '../needs/index.js';
import { ProgramsModule } from '../programs/index.js';
import { UnitsModule } from '../units/index.js';
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
import './proposals.messages.js';
import './quotas.errors.js';
import './quotas.messages.js';
import './quotas.policy.js';

@Module({
  imports: [NeedsModule, ProgramsModule, UnitsModule],
  controllers: [GrantsController, ProposalsController, QuotasController],
  providers: [
    GrantsQueries,
    GrantsRepository,
    GrantsService,
    ProposalReasons,
    ProposalsQueries,
    ProposalsRepository,
    ProposalsService,
    QuotasCarryOver,
    QuotasExport,
    QuotasQueries,
    QuotasRepository,
    QuotasService,
  ],
  exports: [GrantsRepository, QuotasCarryOver, QuotasRepository, QuotasService],
})
export class QuotasModule {}
