import { Module } from '@nestjs/common';
import { NeedsModule } from '../needs/index.js';
import { PlansModule } from '../plans/index.js';
import { ProgramsModule } from '../programs/index.js';
import { StandardsModule } from '../standards/index.js';
import { UnitsModule } from '../units/index.js';
import { PlacesHistoryExport } from './places-history.export.js';
import { PlacesHistoryQueries } from './places-history.queries.js';
import { PlacesHistoryService } from './places-history.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';
import { StandardsReportExport } from './standards-report.export.js';
import './reports.messages.js';
import './reports.policy.js';

@Module({
  imports: [NeedsModule, PlansModule, ProgramsModule, StandardsModule, UnitsModule],
  controllers: [ReportsController],
  providers: [
    PlacesHistoryExport,
    PlacesHistoryQueries,
    PlacesHistoryService,
    ReportsQueries,
    StandardsReportExport,
    ReportsService,
  ],
})
export class ReportsModule {}
