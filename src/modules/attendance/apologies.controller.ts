import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ApologiesService } from './apologies.service.js';
import { ApologyDto } from './dto/apology.dto.js';

/** That somebody cannot come, said before a session begins. */
@ApiTags('attendance')
@Controller('sessions/:id/apologies/:nominationId')
export class ApologiesController {
  constructor(private readonly apologies: ApologiesService) {}

  /** Says it for one of the reader's people, or for oneself; again is in other words. */
  @Put()
  @HttpCode(204)
  @Policy('attendance.apologise')
  say(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('nominationId', IdPipe) nominationId: string,
    @Body() { reason }: ApologyDto,
  ): Promise<void> {
    return this.apologies.say(actor, id, nominationId, reason);
  }

  /** Takes it back. */
  @Delete()
  @HttpCode(204)
  @Policy('attendance.apologise')
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('nominationId', IdPipe) nominationId: string,
  ): Promise<void> {
    return this.apologies.takeBack(actor, id, nominationId);
  }
}
