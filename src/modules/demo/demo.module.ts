import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { NominationsModule } from '../nominations/index.js';
import { OfficialsModule } from '../officials/index.js';
import { PlansModule } from '../plans/index.js';
import { ProgramsModule } from '../programs/index.js';
import { QuotasModule } from '../quotas/index.js';
import { DemoClasses } from './demo.classes.js';
import { DemoPlans } from './demo.plans.js';
import { DemoRecords } from './demo.records.js';
import { DemoRegistry } from './demo.registry.js';
import { FirstStart } from './first-start.js';

@Module({
  imports: [CoursesModule, NominationsModule, OfficialsModule, PlansModule, ProgramsModule, QuotasModule],
  providers: [DemoClasses, DemoPlans, DemoRecords, DemoRegistry, FirstStart],
  exports: [FirstStart],
})
export class DemoModule {}
