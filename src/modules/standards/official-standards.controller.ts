import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { AsOfQuery, CreateExemptionDto, EndExemptionDto } from './dto/standards.dto.js';
import { ExemptionView, OfficialStandardsView } from './dto/standards.view.js';
import { ExemptionsService } from './exemptions.service.js';
import { StandardsService } from './standards.service.js';

@ApiTags('standards')
@Controller()
export class OfficialStandardsController {
  constructor(
    private readonly standards: StandardsService,
    private readonly exemptions: ExemptionsService,
  ) {}

  /** What the official's post asks for on a day, what they hold, whether it is met, and which classes would help. */
  @Get('officials/:id/standards')
  @Policy('standards.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: AsOfQuery,
  ): Promise<OfficialStandardsView> {
    return this.standards.ofOfficial(actor, id, query.asOf);
  }

  /** Records the decision that the official need not meet a standard. */
  @Post('officials/:id/standard-exemptions')
  @Policy('standards.exempt')
  exempt(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CreateExemptionDto,
  ): Promise<ExemptionView> {
    return this.exemptions.create(actor, id, dto);
  }

  @Post('standard-exemptions/:id/end')
  @HttpCode(200)
  @Policy('standards.exempt')
  end(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: EndExemptionDto,
  ): Promise<ExemptionView> {
    return this.exemptions.end(actor, id, dto.on);
  }
}
