import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitsModule } from '../units/index.js';
import { BulkChangeController } from './bulk-change.controller.js';
import { BulkChangeRepository } from './bulk-change.repository.js';
import { BulkChangeService } from './bulk-change.service.js';
import { OfficialEntity, OfficialPostEntity, PastSendingEntity, QualificationEntity } from './official.entity.js';
import { OfficialsBulk } from './officials.bulk.js';
import { OfficialsListController } from './officials-list.controller.js';
import { OfficialsListQueries } from './officials-list.queries.js';
import { OfficialsListService } from './officials-list.service.js';
import { OfficialsController } from './officials.controller.js';
import { OfficialsQueries } from './officials.queries.js';
import { OfficialsRepository } from './officials.repository.js';
import { OfficialsService } from './officials.service.js';
import { PastSendingsBulk } from './past-sendings.bulk.js';
import './officials-list.messages.js';
import './officials.messages.js';
import './officials.policy.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([OfficialEntity, OfficialPostEntity, PastSendingEntity, QualificationEntity]),
    UnitsModule,
  ],
  // The list before the single official: `export` or `bulk` is no id.
  controllers: [BulkChangeController, OfficialsListController, OfficialsController],
  providers: [
    BulkChangeRepository,
    BulkChangeService,
    OfficialsBulk,
    OfficialsListQueries,
    OfficialsListService,
    OfficialsQueries,
    OfficialsRepository,
    OfficialsService,
    PastSendingsBulk,
  ],
  exports: [
    OfficialsBulk,
    OfficialsListQueries,
    OfficialsListService,
    OfficialsQueries,
    OfficialsRepository,
    PastSendingsBulk,
  ],
})
export class OfficialsModule {}
