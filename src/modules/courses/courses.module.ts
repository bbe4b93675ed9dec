import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProgramsModule } from '../programs/index.js';
import { UnitsModule } from '../units/index.js';
import { CallsCarryOver } from './calls.carry-over.js';
import { CallsController } from './calls.controller.js';
import { CallsQueries } from './calls.queries.js';
import { CallsRepository } from './calls.repository.js';
import { CallsService } from './calls.service.js';
import { CourseEntity } from './course.entity.js';
import { CoursesBulk } from './courses.bulk.js';
import { CoursesController } from './courses.controller.js';
import { CoursesQueries } from './courses.queries.js';
import { CoursesRepository } from './courses.repository.js';
import { CoursesService } from './courses.service.js';
import { CallsExport } from './calls.export.js';
import './courses.errors.js';
import './courses.messages.js';
import './courses.policy.js';

@Module({
  imports: [TypeOrmModule.forFeature([CourseEntity]), ProgramsModule, UnitsModule],
  controllers: [CoursesController, CallsController],
  providers: [
    CallsExport,
    CallsCarryOver,
    CallsQueries,
    CallsRepository,
    CallsService,
    CoursesBulk,
    CoursesQueries,
    CoursesRepository,
    CoursesService,
  ],
  exports: [CallsCarryOver, CallsQueries, CallsService, CoursesBulk, CoursesQueries, CoursesRepository, CoursesService],
})
export class CoursesModule {}
