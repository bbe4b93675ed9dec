import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { OfficialsModule } from '../officials/index.js';
import { ProgramsModule } from '../programs/index.js';
import { ExemptionsService } from './exemptions.service.js';
import { OfficialStandardsController } from './official-standards.controller.js';
import { StandardsAdmin } from './standards-admin.service.js';
import { UnitsModule } from '../units/index.js';
import { StandardsController } from './standards.controller.js';
import { StandardsExport } from './standards.export.js';
import { StandardsQueries } from './standards.queries.js';
import { StandardsRepository } from './standards.repository.js';
import { StandardsService } from './standards.service.js';
import './standards.errors.js';
import './standards.messages.js';
import './standards.policy.js';

/** What posts ask for over time, and who meets it. */
@Module({
  imports: [CoursesModule, OfficialsModule, ProgramsModule, UnitsModule],
  controllers: [OfficialStandardsController, StandardsController],
  providers: [
    ExemptionsService,
    StandardsAdmin,
    StandardsExport,
    StandardsQueries,
    StandardsRepository,
    StandardsService,
  ],
  exports: [StandardsService],
})
export class StandardsModule {}
