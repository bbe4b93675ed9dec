import { Module } from '@nestjs/common';
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
  controllers: [QuotasController],
  providers: [QuotasCarryOver, QuotasExport, QuotasQueries, QuotasRepository, QuotasService],
  exports: [QuotasCarryOver, QuotasRepository, QuotasService],
})
export class QuotasModule {}
