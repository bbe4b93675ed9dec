import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { DraftsService } from './drafts.service.js';
import { SaveDraftDto } from './dto/draft.dto.js';
import { DraftView } from './dto/draft.view.js';

@ApiTags('nominations')
@Controller('courses/:id/nomination-draft')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  /** The list that the caller is making for the class, and what has changed of the class since. */
  @Get()
  @Policy('nominations.submit')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DraftView> {
    return this.drafts.get(actor, id);
  }

  /** Keeps the list as it is now. */
  @Put()
  @Policy('nominations.submit')
  save(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: SaveDraftDto): Promise<DraftView> {
    return this.drafts.save(actor, id, dto);
  }
}
