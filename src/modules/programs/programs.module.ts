import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProgramEntity } from './program.entity.js';
import { ProgramsAdmin } from './programs-admin.service.js';
import { ProgramsController } from './programs.controller.js';
import { ProgramsQueries } from './programs.queries.js';
import { ProgramsRepository } from './programs.repository.js';
import { ProgramsService } from './programs.service.js';
import './programs.messages.js';
import './programs.policy.js';

@Module({
  imports: [TypeOrmModule.forFeature([ProgramEntity])],
  controllers: [ProgramsController],
  providers: [ProgramsService, ProgramsAdmin, ProgramsQueries, ProgramsRepository],
  exports: [ProgramsAdmin, ProgramsService],
})
export class ProgramsModule {}
