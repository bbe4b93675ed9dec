import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { CreateReorganisationDto, UpdateReorganisationDto } from './dto/reorganisation.dto.js';
import { ReorganisationPage, ReorganisationPreview, ReorganisationView } from './dto/reorganisation.view.js';
import { ReorganisationsService } from './reorganisations.service.js';

@ApiTags('reorganisations')
@Controller('reorganisations')
@Policy('reorganisations.manage')
export class ReorganisationsController {
  constructor(private readonly reorganisations: ReorganisationsService) {}

  /** The latest day first. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ReorganisationPage> {
    return this.reorganisations.list(actor, query);
  }

  @Get(':id')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReorganisationView> {
    return this.reorganisations.get(actor, id);
  }

  /** Writes a draft down; nothing changes yet. */
  @Post()
  create(@CurrentActor() actor: Actor, @Body() dto: CreateReorganisationDto): Promise<ReorganisationView> {
    return this.reorganisations.create(actor, dto);
  }

  @Patch(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateReorganisationDto,
  ): Promise<ReorganisationView> {
    return this.reorganisations.update(actor, id, dto);
  }

  /** What it would do, in numbers per step, and what stands in the way. */
  @Post(':id/preview')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReorganisationPreview> {
    return this.reorganisations.preview(actor, id);
  }

  /** Carries it out, all of it or nothing. */
  @Post(':id/apply')
  @HttpCode(200)
  apply(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReorganisationView> {
    return this.reorganisations.apply(actor, id);
  }

  /** Takes it back, while nothing rests on it. */
  @Post(':id/undo')
  @HttpCode(200)
  undo(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReorganisationView> {
    return this.reorganisations.undo(actor, id);
  }
}
