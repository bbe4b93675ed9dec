import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/index.js';
import { ViewsCarryOver } from './views.carry-over.js';
import { ViewsController } from './views.controller.js';
import { ViewsQueries } from './views.queries.js';
import { ViewsRepository } from './views.repository.js';
import { ViewsService } from './views.service.js';
import './views.errors.js';
import './views.messages.js';
import './views.policy.js';

/** The ways of looking at a list that people keep: filters, order and columns under a name. */
@Module({
  imports: [UnitsModule],
  controllers: [ViewsController],
  providers: [ViewsCarryOver, ViewsQueries, ViewsRepository, ViewsService],
  exports: [ViewsCarryOver],
})
export class ViewsModule {}
