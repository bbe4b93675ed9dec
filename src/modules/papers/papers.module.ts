import { Module } from '@nestjs/common';
import { NominationsModule } from '../nominations/index.js';
import { ProgramsModule } from '../programs/index.js';
import { AskedPapersController } from './asked-papers.controller.js';
import { AskedPapersService } from './asked-papers.service.js';
import { PapersController } from './papers.controller.js';
import './papers.errors.js';
import './papers.messages.js';
import './papers.policy.js';
import { PapersQueries } from './papers.queries.js';
import { PapersRepository } from './papers.repository.js';
import { PapersService } from './papers.service.js';

@Module({
  imports: [NominationsModule, ProgramsModule],
  controllers: [AskedPapersController, PapersController],
  providers: [AskedPapersService, PapersQueries, PapersRepository, PapersService],
  exports: [AskedPapersService],
})
export class PapersModule {}
