import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { ForesightQuery, PressDto } from './dto/foresight.dto.js';
import { ForesightView } from './dto/foresight.view.js';
import { ForesightService } from './foresight.service.js';

@ApiTags('quotas')
@Controller('quotas/foresight')
export class ForesightController {
  constructor(private readonly foresight: ForesightService) {}

  /** Places that will be left over at this rate, and what can be done about it. */
  @Get()
  @Policy('quotas.foresee')
  list(@CurrentActor() actor: Actor, @Query() query: ForesightQuery): Promise<ForesightView> {
    return this.foresight.list(actor, query);
  }

  /** Tells a unit that its places wait for names. */
  @Post('press')
  @HttpCode(204)
  @Policy('quotas.set')
  press(@CurrentActor() actor: Actor, @Body() dto: PressDto): Promise<void> {
    return this.foresight.press(actor, dto);
  }
}
