import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitEntity } from './unit.entity.js';
import { UnitNamesQueries } from './unit-names.queries.js';
import { UnitsController } from './units.controller.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsService } from './units.service.js';
import './units.errors.js';
import './units.messages.js';
import './units.policy.js';

@Module({
  imports: [TypeOrmModule.forFeature([UnitEntity])],
  controllers: [UnitsController],
  providers: [UnitNamesQueries, UnitsQueries, UnitsService],
  exports: [UnitNamesQueries, UnitsQueries, UnitsService],
})
export class UnitsModule {}
