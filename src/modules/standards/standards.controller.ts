import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { AsOfQuery } from './dto/standards.dto.js';
import { OfficialStandardsView } from './dto/standards.view.js';
import { StandardsService } from './standards.service.js';

@ApiTags('standards')
@Controller('officials/:id/standards')
export class StandardsController {
  constructor(private readonly standards: StandardsService) {}

  /** What the official's post asks for on a day, what they hold, and whether it is met. */
  @Get()
  @Policy('standards.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: AsOfQuery,
  ): Promise<OfficialStandardsView> {
    return this.standards.ofOfficial(actor, id, query.asOf);
  }
}
