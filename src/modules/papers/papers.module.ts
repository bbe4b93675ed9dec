import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { NominationsModule } from '../nominations/index.js';
import { PapersController } from './papers.controller.js';
import './papers.errors.js';
import './papers.messages.js';
import './papers.policy.js';
import { PapersQueries } from './papers.queries.js';
import { PapersRepository } from './papers.repository.js';
import { PapersService } from './papers.service.js';

@Module({
  imports: [CoursesModule, NominationsModule],
  controllers: [PapersController],
  providers: [PapersQueries, PapersRepository, PapersService],
})
export class PapersModule {}
