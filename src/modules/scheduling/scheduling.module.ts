import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { TimetableModule } from '../timetable/index.js';
import { UnitsModule } from '../units/index.js';
import { AcceptingService } from './accepting.service.js';
import { PlacingService } from './placing.service.js';
import { ProblemSource } from './problem.source.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';
import { ScheduleProposalsController } from './schedule-proposals.controller.js';
import { SchedulePresenter } from './schedule.presenter.js';
import { SchedulingJobs } from './scheduling.jobs.js';
import { SolvingService } from './solving.service.js';
import './scheduling.messages.js';
import './scheduling.policy.js';

/** Proposes when, where and by whom the year's classes are taught. */
@Module({
  imports: [CoursesModule, TimetableModule, UnitsModule],
  controllers: [ScheduleProposalsController],
  providers: [
    AcceptingService,
    PlacingService,
    ProblemSource,
    ProposalsQueries,
    ProposalsRepository,
    ProposalsService,
    SchedulePresenter,
    SchedulingJobs,
    SolvingService,
  ],
})
export class SchedulingModule {}
