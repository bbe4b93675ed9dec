import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitsModule } from '../units/index.js';
import { OfficialEntity, OfficialPostEntity, PastSendingEntity, QualificationEntity } from './official.entity.js';
import { OfficialsBulk } from './officials.bulk.js';
import { OfficialsController } from './officials.controller.js';
import { OfficialsQueries } from './officials.queries.js';
import { OfficialsRepository } from './officials.repository.js';
import { OfficialsService } from './officials.service.js';
import { PastSendingsBulk } from './past-sendings.bulk.js';
import './officials.messages.js';
import './officials.policy.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([OfficialEntity, OfficialPostEntity, PastSendingEntity, QualificationEntity]),
    UnitsModule,
  ],
  controllers: [OfficialsController],
  providers: [OfficialsBulk, OfficialsQueries, OfficialsRepository, OfficialsService, PastSendingsBulk],
  exports: [OfficialsBulk, OfficialsQueries, OfficialsRepository, PastSendingsBulk],
})
export class OfficialsModule {}
