import { Module } from '@nestjs/common';
import { OfficialsModule } from '../officials/index.js';
import { UnitsModule } from '../units/index.js';
import { DuplicatesController } from './duplicates.controller.js';
import { DuplicatesQueries } from './duplicates.queries.js';
import { DuplicatesService } from './duplicates.service.js';
import { MergeRepository } from './merge.repository.js';
import { MergeService } from './merge.service.js';
import './duplicates.errors.js';
import './duplicates.messages.js';
import './duplicates.policy.js';

/** Records that turn out to be of one person: found, told apart or merged. */
@Module({
  imports: [OfficialsModule, UnitsModule],
  controllers: [DuplicatesController],
  providers: [DuplicatesQueries, DuplicatesService, MergeRepository, MergeService],
})
export class DuplicatesModule {}
