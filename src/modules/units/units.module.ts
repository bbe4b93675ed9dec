import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ListExports } from './list-exports.js';
import { UnitEntity } from './unit.entity.js';
import { UnitNamesQueries } from './unit-names.queries.js';
import { UnitPathsModule } from './unit-paths.queries.js';
import { UnitsController } from './units.controller.js';
import { UnitsMapRepository } from './units-map.repository.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsService } from './units.service.js';
import { UnitsExport } from './units.export.js';
import './list-exports.messages.js';
import './units.errors.js';
import './units.messages.js';
import './units.policy.js';

@Module({
  imports: [TypeOrmModule.forFeature([UnitEntity]), UnitPathsModule],
  controllers: [UnitsController],
  providers: [ListExports, UnitNamesQueries, UnitsExport, UnitsMapRepository, UnitsQueries, UnitsService],
  exports: [ListExports, UnitNamesQueries, UnitsMapRepository, UnitsQueries, UnitsService],
})
export class UnitsModule {}
