import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { NominationsModule } from '../nominations/index.js';
import { OfficialsModule } from '../officials/index.js';
import { ProgramsModule } from '../programs/index.js';
import { QuotasModule } from '../quotas/index.js';
import { DemoClasses } from './demo.classes.js';
import { DemoRecords } from './demo.records.js';
import { DemoRegistry } from './demo.registry.js';
import { FirstStart } from './first-start.js';

@Module({
  imports: [CoursesModule, NominationsModule, OfficialsModule, ProgramsModule, QuotasModule],
  providers: [DemoClasses, DemoRecords, DemoRegistry, FirstStart],
  exports: [FirstStart],
})
export class DemoModule {}
