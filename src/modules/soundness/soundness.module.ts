import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/index.js';
import { DecisionsModule } from '../decisions/index.js';
import { NominationsModule } from '../nominations/index.js';
import { QuotasModule } from '../quotas/index.js';
import { DataChecksRepository } from './data-checks.repository.js';
import { SoundnessController } from './soundness.controller.js';
import { SoundnessService } from './soundness.service.js';
import './soundness.policy.js';

@Module({
  imports: [AttendanceModule, DecisionsModule, NominationsModule, QuotasModule],
  controllers: [SoundnessController],
  providers: [DataChecksRepository, SoundnessService],
  exports: [SoundnessService],
})
export class SoundnessModule {}
