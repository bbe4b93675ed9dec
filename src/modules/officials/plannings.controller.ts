import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { PlanningDto, UpdatePlanningDto } from './dto/record.dto.js';
import { PlanningView } from './dto/record.view.js';
import { PlanningsService } from './plannings.service.js';

/** Posts an official is planned for. The version is that of the whole record. */
@ApiTags('officials')
@Controller('officials/:id/plannings')
export class PlanningsController {
  constructor(private readonly plannings: PlanningsService) {}

  @Post()
  @Policy('officials.managePlannings')
  add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: PlanningDto): Promise<PlanningView> {
    return this.plannings.add(actor, id, dto);
  }

  @Patch(':planningId')
  @Policy('officials.managePlannings')
  @TakesIfMatch()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('planningId', IdPipe) planningId: string,
    @Body() dto: UpdatePlanningDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<PlanningView> {
    return this.plannings.change(actor, id, planningId, { dto, version: readVersion(ifMatch) });
  }

  @Delete(':planningId')
  @HttpCode(204)
  @Policy('officials.managePlannings')
  @TakesIfMatch()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('planningId', IdPipe) planningId: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.plannings.remove(actor, id, planningId, readVersion(ifMatch));
  }
}
