import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { IdentityModule } from '../identity/index.js';
import { NominationsModule } from '../nominations/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { ProposalsCarryOver } from './proposals.carry-over.js';
import { CellProposalsController } from './proposals.controller.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';
import { ProposalsTrail } from './proposals.trail.js';
import { WishesController } from './wishes.controller.js';
import { WishesService } from './wishes.service.js';
import './proposals.errors.js';
import './proposals.messages.js';
import './proposals.policy.js';

@Module({
  imports: [CoursesModule, IdentityModule, NominationsModule, NotificationsModule],
  controllers: [CellProposalsController, WishesController],
  providers: [
    ProposalsCarryOver,
    ProposalsQueries,
    ProposalsRepository,
    ProposalsService,
    ProposalsTrail,
    WishesService,
  ],
  exports: [ProposalsCarryOver, ProposalsService],
})
export class ProposalsModule {}
