import { Body, Controller, Get, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { CreateUnitDto, UnitsQuery, UpdateUnitDto } from './dto/unit.dto.js';
import { UnitDetails, UnitPage } from './dto/unit.view.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsService } from './units.service.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { UnitsExport } from './units.export.js';

@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly queries: UnitsQueries,
    private readonly exported: UnitsExport,
  ) {}

  /** The caller's unit and all units below it, by name: those that stand, with `asOf` those of a day. */
  @Get()
  @Policy('units.read')
  list(@CurrentActor() actor: Actor, @Query() query: UnitsQuery): Promise<UnitPage> {
    return this.queries.list(actor.unitId, query);
  }

  /** The same list, all of it, as a workbook. */
  @Get('export')
  @ApiWorkbook()
  @Policy('units.read')
  export(@CurrentActor() actor: Actor, @Query() query: UnitsQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }

  /** One unit with its history: what it was called, what it was made of, what became of it. */
  @Get(':id')
  @Policy('units.read')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UnitDetails> {
    return this.units.get(actor, id);
  }

  @Post()
  @Policy('units.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateUnitDto): Promise<UnitDetails> {
    return this.units.create(actor, dto);
  }

  @Patch(':id')
  @Policy('units.manage')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateUnitDto,
  ): Promise<UnitDetails> {
    return this.units.update(actor, id, dto);
  }
}
