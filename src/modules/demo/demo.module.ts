import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/index.js';
import { CoursesModule } from '../courses/index.js';
import { DecisionsModule } from '../decisions/index.js';
import { NominationsModule } from '../nominations/index.js';
import { OfficialsModule } from '../officials/index.js';
import { PlansModule } from '../plans/index.js';
import { ProgramsModule } from '../programs/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { QuotasModule } from '../quotas/index.js';
import { TimetableModule } from '../timetable/index.js';
import { DemoAttendance } from './demo.attendance.js';
import { DemoClasses } from './demo.classes.js';
import { DemoPlans } from './demo.plans.js';
import { DemoQuotas } from './demo.quotas.js';
import { DemoRecords } from './demo.records.js';
import { DemoRegistry } from './demo.registry.js';
import { DemoSending } from './demo.sending.js';
import { DemoStory } from './demo.story.js';
import { DemoTimetable } from './demo.timetable.js';
import { DemoWay } from './demo.way.js';
import { FirstStart } from './first-start.js';

@Module({
  imports: [
    AttendanceModule,
    CoursesModule,
    DecisionsModule,
    NominationsModule,
    OfficialsModule,
    PlansModule,
    ProgramsModule,
    ProposalsModule,
    QuotasModule,
    TimetableModule,
  ],
  providers: [
    DemoAttendance,
    DemoClasses,
    DemoPlans,
    DemoQuotas,
    DemoRecords,
    DemoRegistry,
    DemoSending,
    DemoStory,
    DemoTimetable,
    DemoWay,
    FirstStart,
  ],
  exports: [FirstStart],
})
export class DemoModule {}
