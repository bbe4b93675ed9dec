import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { IdentityModule } from '../identity/index.js';
import { UnitsModule } from '../units/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarService } from './calendar.service.js';
import { ChangesJobs } from './changes.jobs.js';
import { ChangesRepository } from './changes.repository.js';
import { ClashesQueries } from './clashes.queries.js';
import { ClashesService } from './clashes.service.js';
import { DaysController } from './days.controller.js';
import { DaysImport } from './days-import.service.js';
import { DaysRepository } from './days.repository.js';
import { DaysService } from './days.service.js';
import { PatternsController } from './patterns.controller.js';
import { PatternsService } from './patterns.service.js';
import { DaysQueries } from './days.queries.js';
import { LecturersController } from './lecturers.controller.js';
import { LecturersRepository } from './lecturers.repository.js';
import { LecturersService } from './lecturers.service.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';
import { SessionWriter } from './session-writer.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { TimetableCarryOver } from './timetable.carry-over.js';
import { TimetableReader } from './timetable.facts.js';
import './timetable.errors.js';
import './timetable.messages.js';
import './timetable.policy.js';

/** When, where and by whom classes are taught. */
@Module({
  imports: [CoursesModule, IdentityModule, NotificationsModule, UnitsModule],
  controllers: [
    CalendarController,
    DaysController,
    LecturersController,
    PatternsController,
    RoomsController,
    SessionsController,
  ],
  providers: [
    CalendarRepository,
    CalendarService,
    ChangesJobs,
    ChangesRepository,
    ClashesQueries,
    ClashesService,
    DaysImport,
    DaysQueries,
    DaysRepository,
    DaysService,
    LecturersRepository,
    LecturersService,
    PatternsService,
    RoomsRepository,
    RoomsService,
    SessionWriter,
    SessionsQueries,
    SessionsRepository,
    SessionsService,
    TimetableCarryOver,
    TimetableReader,
  ],
  exports: [
    SessionWriter,
    DaysQueries,
    LecturersService,
    RoomsService,
    SessionsRepository,
    SessionsService,
    TimetableCarryOver,
    TimetableReader,
  ],
})
export class TimetableModule {}
