import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { CorrectGrantDto, CreateGrantDto, CutGrantDto, CutPreviewQuery } from './dto/grant.dto.js';
import { CutPreview, GrantPage, GrantView } from './dto/grant.view.js';
import { PlacesQuery } from './dto/places.dto.js';
import { GrantCorrectionsService } from './grant-corrections.service.js';
import { GrantCutsService } from './grant-cuts.service.js';
import { GrantsService } from './grants.service.js';

@ApiTags('quotas')
@Controller('quotas/grants')
export class GrantsController {
  constructor(
    private readonly grants: GrantsService,
    private readonly cuts: GrantCutsService,
    private readonly corrections: GrantCorrectionsService,
  ) {}

  @Get()
  @Policy('quotas.readGrants')
  list(@CurrentActor() actor: Actor, @Query() query: PlacesQuery): Promise<GrantPage> {
    return this.grants.list(actor, query);
  }

  /** Writes down what the province or a school gave; the places join the board's reserve. */
  @Post()
  @Policy('quotas.grant')
  add(@CurrentActor() actor: Actor, @Body() dto: CreateGrantDto): Promise<GrantView> {
    return this.grants.add(actor, dto);
  }

  /** Puts right what was written down wrongly, with the reason; what stood there is kept. */
  @Patch(':id')
  @Policy('quotas.grant')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CorrectGrantDto,
  ): Promise<GrantView> {
    return this.corrections.correct(actor, id, dto);
  }

  /** What must give when the giver takes so many places back. */
  @Get(':id/cut')
  @Policy('quotas.grant')
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { places }: CutPreviewQuery,
  ): Promise<CutPreview> {
    return this.cuts.preview(actor, id, places);
  }

  /** The giver takes places back; units named give theirs back first. */
  @Post(':id/cut')
  @Policy('quotas.grant')
  cut(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: CutGrantDto): Promise<GrantView> {
    return this.cuts.cut(actor, id, dto);
  }
}
