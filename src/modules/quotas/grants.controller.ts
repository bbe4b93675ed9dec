import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { CreateGrantDto, GrantsQuery } from './dto/grant.dto.js';
import { GrantPage, GrantView } from './dto/grant.view.js';
import { GrantsService } from './grants.service.js';

@ApiTags('quotas')
@Controller('quotas/grants')
export class GrantsController {
  constructor(private readonly grants: GrantsService) {}

  @Get()
  @Policy('quotas.readGrants')
  list(@CurrentActor() actor: Actor, @Query() query: GrantsQuery): Promise<GrantPage> {
    return this.grants.list(actor, query);
  }

  /** Writes down what the province or a school gave; the places join the board's reserve. */
  @Post()
  @Policy('quotas.grant')
  add(@CurrentActor() actor: Actor, @Body() dto: CreateGrantDto): Promise<GrantView> {
    return this.grants.add(actor, dto);
  }
}
