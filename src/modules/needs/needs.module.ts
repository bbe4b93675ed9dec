import { Module } from '@nestjs/common';
import { ProgramsModule } from '../programs/index.js';
import { StandardsModule } from '../standards/index.js';
import { UnitsModule } from '../units/index.js';
import { NeedsController } from './needs.controller.js';
import { NeedsExport } from './needs.export.js';
import { NeedsPresenter } from './needs.presenter.js';
import { NeedsQueries } from './needs.queries.js';
import { NeedsService } from './needs.service.js';
import './needs.messages.js';
import './needs.policy.js';

/** Training needs: who lacks what, per unit and program, now and by a day to come. */
@Module({
  imports: [ProgramsModule, StandardsModule, UnitsModule],
  controllers: [NeedsController],
  providers: [NeedsExport, NeedsPresenter, NeedsQueries, NeedsService],
  exports: [NeedsService],
})
export class NeedsModule {}
