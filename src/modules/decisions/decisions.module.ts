import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { NominationsModule } from '../nominations/index.js';
import { UnitsModule } from '../units/index.js';
import { DecisionPapers } from './decision-papers.js';
import { DecisionsAudit } from './decisions.audit.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsExport } from './decisions.export.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsService } from './decisions.service.js';
import './decisions.errors.js';
import './decisions.messages.js';
import './decisions.policy.js';

@Module({
  imports: [CoursesModule, NominationsModule, UnitsModule],
  controllers: [DecisionsController],
  providers: [DecisionPapers, DecisionsAudit, DecisionsExport, DecisionsQueries, DecisionsRepository, DecisionsService],
  exports: [DecisionsAudit, DecisionsService],
})
export class DecisionsModule {}
