import { Module } from '@nestjs/common';
import { GrantsController } from './grants.controller.js';
import { GrantsQueries } from './grants.queries.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';
import { ProgramsModule } from '../programs/index.js';
import { UnitsModule } from '../units/index.js';
import { QuotasCarryOver } from './quotas.carry-over.js';
import { QuotasController } from './quotas.controller.js';
import { QuotasQueries } from './quotas.queries.js';
import { QuotasRepository } from './quotas.repository.js';
import { QuotasService } from './quotas.service.js';
import { QuotasExport } from './quotas.export.js';
import './quotas.errors.js';
import './quotas.messages.js';
import './quotas.policy.js';

@Module({
  imports: [ProgramsModule, UnitsModule],
  controllers: [GrantsController, QuotasController],
  providers: [
    GrantsQueries,
    GrantsRepository,
    GrantsService,
    QuotasCarryOver,
    QuotasExport,
    QuotasQueries,
    QuotasRepository,
    QuotasService,
  ],
  exports: [GrantsRepository, QuotasCarryOver, QuotasRepository, QuotasService],
})
export class QuotasModule {}
