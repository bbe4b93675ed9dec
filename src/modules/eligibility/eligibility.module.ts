import { Module } from '@nestjs/common';
import { ProgramsModule } from '../programs/index.js';
import { EligibilityController } from './eligibility.controller.js';
import { EligibilityPresenter } from './eligibility.presenter.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { EligibilityRepository } from './eligibility.repository.js';
import { RuleSetsService } from './rule-sets.service.js';
import { WaiversService } from './waivers.service.js';
import './checks.messages.js';
import './eligibility.errors.js';
import './eligibility.messages.js';
import './eligibility.policy.js';
import './mends.messages.js';

@Module({
  imports: [ProgramsModule],
  controllers: [EligibilityController],
  providers: [EligibilityPresenter, EligibilityQueries, EligibilityRepository, RuleSetsService, WaiversService],
  exports: [EligibilityPresenter],
})
export class EligibilityModule {}
