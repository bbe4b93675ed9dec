import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { StatusDto, UpdateStatusDto } from './dto/record.dto.js';
import { StatusView } from './dto/record.view.js';
import { StatusesService } from './statuses.service.js';

/** Status over time of an official. The version is that of the whole record. */
@ApiTags('officials')
@Controller('officials/:id/statuses')
export class StatusesController {
  constructor(private readonly statuses: StatusesService) {}

  @Post()
  @Policy('officials.manage')
  add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: StatusDto): Promise<StatusView> {
    return this.statuses.begin(actor, id, dto);
  }

  @Patch(':statusId')
  @Policy('officials.manage')
  @TakesIfMatch()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('statusId', IdPipe) statusId: string,
    @Body() dto: UpdateStatusDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<StatusView> {
    return this.statuses.change(actor, id, statusId, { dto, version: readVersion(ifMatch) });
  }

  @Delete(':statusId')
  @HttpCode(204)
  @Policy('officials.manage')
  @TakesIfMatch()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('statusId', IdPipe) statusId: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.statuses.remove(actor, id, statusId, readVersion(ifMatch));
  }
}
