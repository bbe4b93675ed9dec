import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { IdentityModule } from '../identity/index.js';
import { NominationsModule } from '../nominations/index.js';
import { OfficialsModule } from '../officials/index.js';
import { PlansModule } from '../plans/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { QuotasModule } from '../quotas/index.js';
import { RemindersModule } from '../reminders/index.js';
import { TimetableModule } from '../timetable/index.js';
import { UnitsModule } from '../units/index.js';
import { ViewsModule } from '../views/index.js';
import { PlacesCarryingOut } from './places-carrying-out.js';
import { CarryingOut } from './carrying-out.service.js';
import { ListsCarryOver } from './lists.carry-over.js';
import { PlanningService } from './planning.service.js';
import { RegistersCarryOver } from './registers.carry-over.js';
import { ReorganisationsController } from './reorganisations.controller.js';
import { ReorganisationsQueries } from './reorganisations.queries.js';
import { ReorganisationsRepository } from './reorganisations.repository.js';
import { ReorganisationsService } from './reorganisations.service.js';
import './reorganisations.messages.js';
import './reorganisations.policy.js';

@Module({
  imports: [
    CoursesModule,
    IdentityModule,
    NominationsModule,
    OfficialsModule,
    PlansModule,
    ProposalsModule,
    QuotasModule,
    RemindersModule,
    TimetableModule,
    UnitsModule,
    ViewsModule,
  ],
  controllers: [ReorganisationsController],
  providers: [
    CarryingOut,
    ListsCarryOver,
    PlacesCarryingOut,
    PlanningService,
    RegistersCarryOver,
    ReorganisationsQueries,
    ReorganisationsRepository,
    ReorganisationsService,
  ],
})
export class ReorganisationsModule {}
