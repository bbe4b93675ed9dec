import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { NominationsModule } from '../nominations/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { ProgramsModule } from '../programs/index.js';
import { FullCallsRepository } from './full-calls.repository.js';
import { HandlingService } from './handling.service.js';
import { LetterService } from './letter.service.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesRepository } from './policies.repository.js';
import { PoliciesService } from './policies.service.js';
import { PreviewQueries } from './preview.queries.js';
import { PreviewService } from './preview.service.js';
import { RecipientsRepository } from './recipients.repository.js';
import { SecretariesService } from './secretaries.service.js';
import { SeeingQueries } from './seeing.queries.js';
import { ReminderNotices } from './reminder-notices.js';
import { StandingService } from './standing.service.js';
import { SubjectsQueries } from './subjects.queries.js';
import { SendingService } from './sending.service.js';
import { RemindersCarryOver } from './reminders.carry-over.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersJobs } from './reminders.jobs.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersRepository } from './reminders.repository.js';
import { RemindersService } from './reminders.service.js';
import { TemplatePreviewService } from './template-preview.service.js';
import { TemplatesController } from './templates.controller.js';
import { UnitNoticesJobs } from './unit-notices.jobs.js';
import { TimetableModule } from '../timetable/index.js';
import { UnitsModule } from '../units/index.js';
import { RemindersExport } from './reminders.export.js';
import './reminder-templates.js';
import './reminders.messages.js';
import './letter.messages.js';
import './short-texts.messages.js';
import './reminders.policy.js';

@Module({
  imports: [CoursesModule, NominationsModule, NotificationsModule, ProgramsModule, TimetableModule, UnitsModule],
  controllers: [PoliciesController, RemindersController, TemplatesController],
  providers: [
    HandlingService,
    LetterService,
    PoliciesRepository,
    PoliciesService,
    PreviewQueries,
    PreviewService,
    RecipientsRepository,
    FullCallsRepository,
    ReminderNotices,
    SendingService,
    StandingService,
    SubjectsQueries,
    RemindersCarryOver,
    RemindersExport,
    RemindersJobs,
    RemindersQueries,
    RemindersRepository,
    RemindersService,
    SecretariesService,
    SeeingQueries,
    TemplatePreviewService,
    UnitNoticesJobs,
  ],
  exports: [RemindersCarryOver, RemindersService, StandingService],
})
export class RemindersModule {}
