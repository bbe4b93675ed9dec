import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { OfficialsModule } from '../officials/index.js';
import { ProgramsModule } from '../programs/index.js';
import { UnitsModule } from '../units/index.js';
import { ApplyingService } from './applying.service.js';
import { ApplyingTransaction } from './applying.transaction.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { ImportFilesService } from './import-files.service.js';
import { ImportPresenter } from './import.presenter.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportsController } from './imports.controller.js';
import { ImportsJobs } from './imports.jobs.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { OfficialsExportService } from './officials-export.service.js';
import { ReadingService } from './reading.service.js';
import { RetentionService } from './retention.service.js';
import { StagedNumbers } from './staged-numbers.js';
import { CoursesTarget } from './targets/courses.target.js';
import { OfficialsTarget } from './targets/officials.target.js';
import { PlacementsTarget } from './targets/placements.target.js';
import { TargetRegistry } from './targets/target.registry.js';
import { WorkbookSource } from './workbook.source.js';
import './imports.messages.js';
import './imports.policy.js';

@Module({
  imports: [CoursesModule, OfficialsModule, ProgramsModule, UnitsModule],
  controllers: [ExportsController, ImportsController],
  providers: [
    ApplyingService,
    ApplyingTransaction,
    CoursesTarget,
    ExportsService,
    ImportFilesService,
    ImportPresenter,
    ImportRowsRepository,
    ImportsJobs,
    ImportsQueries,
    ImportsRepository,
    ImportsService,
    OfficialsExportService,
    OfficialsTarget,
    PlacementsTarget,
    ReadingService,
    RetentionService,
    StagedNumbers,
    TargetRegistry,
    WorkbookSource,
  ],
})
export class ImportsModule {}
