import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { OfficialsQuery } from './dto/officials-query.dto.js';
import { OfficialPage } from './dto/official.view.js';
import { OfficialsListService } from './officials-list.service.js';

@ApiTags('officials')
@Controller('officials')
export class OfficialsListController {
  constructor(private readonly officials: OfficialsListService) {}

  /** Officials of the caller's subtree; by given name when no order is asked for. */
  @Get()
  @Policy('officials.read')
  list(@CurrentActor() actor: Actor, @Query() query: OfficialsQuery): Promise<OfficialPage> {
    return this.officials.list(actor, query);
  }
}
