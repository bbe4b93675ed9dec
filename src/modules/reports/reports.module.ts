import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/index.js';
import { StandardsModule } from '../standards/index.js';
import { UnitsModule } from '../units/index.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';
import { StandardsReportExport } from './standards-report.export.js';
import './reports.policy.js';

@Module({
  imports: [PlansModule, StandardsModule, UnitsModule],
  controllers: [ReportsController],
  providers: [ReportsQueries, StandardsReportExport, ReportsService],
})
export class ReportsModule {}
