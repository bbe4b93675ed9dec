import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { IdentityModule } from '../identity/index.js';
import { NeedsModule } from '../needs/index.js';
import { NominationsModule } from '../nominations/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { ProgramsModule } from '../programs/index.js';
import { UnitsModule } from '../units/index.js';
import { NeedsFillService } from './needs-fill.service.js';
import { PlanLinesController } from './plan-lines.controller.js';
import { PlanLinesQueries } from './plan-lines.queries.js';
import { PlanLinesService } from './plan-lines.service.js';
import { PlanProgressService } from './plan-progress.service.js';
import { PlansCarryOver } from './plans.carry-over.js';
import { PlansController } from './plans.controller.js';
import { PlansExport } from './plans.export.js';
import { PlansJobs } from './plans.jobs.js';
import { PlansQueries } from './plans.queries.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import './plans.errors.js';
import './plans.messages.js';
import './plans.policy.js';

/** What is to be held in a year or a period, and what became of it. */
@Module({
  imports: [
    CoursesModule,
    IdentityModule,
    NeedsModule,
    NominationsModule,
    NotificationsModule,
    ProgramsModule,
    UnitsModule,
  ],
  controllers: [PlansController, PlanLinesController],
  providers: [
    NeedsFillService,
    PlanLinesQueries,
    PlanLinesService,
    PlanProgressService,
    PlansCarryOver,
    PlansExport,
    PlansJobs,
    PlansQueries,
    PlansRepository,
    PlansService,
  ],
  exports: [PlanProgressService, PlansCarryOver, PlansRepository],
})
export class PlansModule {}
