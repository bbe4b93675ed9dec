import { Module } from '@nestjs/common';
import { OfficialsModule } from '../officials/index.js';
import { StandardsController } from './standards.controller.js';
import { StandardsQueries } from './standards.queries.js';
import { StandardsService } from './standards.service.js';
import './standards.policy.js';

@Module({
  imports: [OfficialsModule],
  controllers: [StandardsController],
  providers: [StandardsQueries, StandardsService],
  exports: [StandardsService],
})
export class StandardsModule {}
