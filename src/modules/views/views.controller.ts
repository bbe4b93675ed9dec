import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { CreateSavedViewDto, SavedViewsQuery, UpdateSavedViewDto } from './dto/saved-view.dto.js';
import { SavedViewPage, SavedViewView } from './dto/saved-view.view.js';
import { ViewsService } from './views.service.js';

@ApiTags('saved views')
@Controller('saved-views')
@Policy('views.keep')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  /** The reader's own views of a list and those shared with the reader's unit, own ones first. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: SavedViewsQuery): Promise<SavedViewPage> {
    return this.views.list(actor, query.list);
  }

  @Post()
  create(@CurrentActor() actor: Actor, @Body() dto: CreateSavedViewDto): Promise<SavedViewView> {
    return this.views.create(actor, dto);
  }

  @Patch(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateSavedViewDto,
  ): Promise<SavedViewView> {
    return this.views.update(actor, id, dto);
  }

  @Delete(':id')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.views.delete(actor, id);
  }
}
