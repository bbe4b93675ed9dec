import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { UnitsModule } from '../units/index.js';
import { ApologiesController } from './apologies.controller.js';
import { ApologiesRepository } from './apologies.repository.js';
import { ApologiesService } from './apologies.service.js';
import { AttendanceAudit } from './attendance.audit.js';
import { AttendanceController } from './attendance.controller.js';
import './attendance.errors.js';
import { AttendanceExport } from './attendance.export.js';
import './attendance.messages.js';
import './attendance.policy.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { RecordingService } from './recording.service.js';

/** Who was at which session of a class. */
@Module({
  imports: [CoursesModule, UnitsModule],
  controllers: [ApologiesController, AttendanceController],
  providers: [
    ApologiesRepository,
    ApologiesService,
    AttendanceAudit,
    AttendanceExport,
    AttendanceQueries,
    AttendanceRepository,
    AttendanceService,
    RecordingService,
  ],
  exports: [AttendanceAudit, AttendanceService, RecordingService],
})
export class AttendanceModule {}
