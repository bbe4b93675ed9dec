import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity/index.js';
import { UnitsModule } from '../units/index.js';
import { BulkChangeController } from './bulk-change.controller.js';
import { BulkChangeRepository } from './bulk-change.repository.js';
import { BulkChangeService } from './bulk-change.service.js';
import { OfficialEntity, OfficialPostEntity, PastSendingEntity, QualificationEntity } from './official.entity.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesService } from './certificates.service.js';
import { LevelsRepository } from './levels.repository.js';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';
import { OfficialAccountsController } from './official-accounts.controller.js';
import { OfficialAccountsService } from './official-accounts.service.js';
import { OwnRecordController } from './own-record.controller.js';
import { OfficialNumbers } from './official-numbers.js';
import { OfficialNumbersService } from './official-numbers.service.js';
import { OfficialRecords } from './official-records.js';
import { OfficialsBulk } from './officials.bulk.js';
import { OfficialsListController } from './officials-list.controller.js';
import { OfficialsListQueries } from './officials-list.queries.js';
import { OfficialsListService } from './officials-list.service.js';
import { OfficialsCarryOver } from './officials.carry-over.js';
import { OfficialsController } from './officials.controller.js';
import { OfficialsQueries } from './officials.queries.js';
import { OfficialsRepository } from './officials.repository.js';
import { OfficialsService } from './officials.service.js';
import { PlanningsController } from './plannings.controller.js';
import { PlanningsService } from './plannings.service.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { QualificationsController } from './qualifications.controller.js';
import { QualificationsService } from './qualifications.service.js';
import { RecordHistoryService } from './record-history.service.js';
import { ResealService } from './reseal.service.js';
import { StatusesController } from './statuses.controller.js';
import { StatusesService } from './statuses.service.js';
import './official-record.errors.js';
import './official-record.messages.js';
import { PastSendingsBulk } from './past-sendings.bulk.js';
import './officials-list.messages.js';
import './officials.messages.js';
import './officials.policy.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([OfficialEntity, OfficialPostEntity, PastSendingEntity, QualificationEntity]),
    IdentityModule,
    UnitsModule,
  ],
  // The list before the single official: `export` or `bulk` is no id.
  controllers: [
    BulkChangeController,
    OfficialsListController,
    OfficialsController,
    OwnRecordController,
    OfficialAccountsController,
    PostsController,
    QualificationsController,
    CertificatesController,
    StatusesController,
    PlanningsController,
    NotesController,
  ],
  providers: [
    CertificatesService,
    OfficialAccountsService,
    LevelsRepository,
    NotesService,
    OfficialNumbers,
    OfficialNumbersService,
    OfficialRecords,
    BulkChangeRepository,
    BulkChangeService,
    OfficialsBulk,
    OfficialsCarryOver,
    OfficialsListQueries,
    OfficialsListService,
    OfficialsQueries,
    OfficialsRepository,
    OfficialsService,
    PlanningsService,
    PostsService,
    QualificationsService,
    RecordHistoryService,
    ResealService,
    StatusesService,
    PastSendingsBulk,
  ],
  exports: [
    OfficialsCarryOver,
    NotesService,
    OfficialNumbers,
    OfficialRecords,
    OfficialsBulk,
    OfficialsListQueries,
    OfficialsListService,
    OfficialsQueries,
    OfficialsRepository,
    PlanningsService,
    PostsService,
    QualificationsService,
    ResealService,
    StatusesService,
    PastSendingsBulk,
  ],
})
export class OfficialsModule {}
