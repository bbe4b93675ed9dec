import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch, WithEntityTag } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { HistoryView } from '../courses/index.js';
import { PlanComparison, PlanPage, PlanView } from './dto/plan.view.js';
import { ApprovePlanDto, CompareQuery, CreatePlanDto, PlanQuery, PlansQuery } from './dto/plans.dto.js';
import { PlansExport } from './plans.export.js';
import { PlansService } from './plans.service.js';

@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly exported: PlansExport,
  ) {}

  /** Plans of years and periods, the latest first. */
  @Get()
  @Policy('plans.read')
  list(@CurrentActor() actor: Actor, @Query() query: PlansQuery): Promise<PlanPage> {
    return this.plans.list(actor, query);
  }

  /** Begins a plan, as an empty draft. */
  @Post()
  @Policy('plans.write')
  create(@CurrentActor() actor: Actor, @Body() dto: CreatePlanDto): Promise<PlanView> {
    return this.plans.create(actor, dto);
  }

  /** One version with what was opened and who was trained. */
  @Get(':id')
  @WithEntityTag()
  @Policy('plans.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { number }: PlanQuery,
  ): Promise<PlanView> {
    return this.plans.get(actor, id, number);
  }

  /** One version as a workbook, in the layout of an office. */
  @Get(':id/export')
  @ApiWorkbook()
  @Policy('plans.read')
  export(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { number }: PlanQuery,
  ): Promise<StreamableFile> {
    return this.exported.file(actor, id, number);
  }

  /** Two versions side by side. */
  @Get(':id/comparison')
  @Policy('plans.read')
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: CompareQuery,
  ): Promise<PlanComparison> {
    return this.plans.compare(actor, id, query);
  }

  /** Everything that happened to the plan, oldest first. */
  @Get(':id/history')
  @Policy('plans.readDrafts')
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<HistoryView> {
    return this.plans.history(actor, id);
  }

  /** Approves the draft by a document. Send the version read as `If-Match`: what is approved is what was seen. */
  @Post(':id/approve')
  @HttpCode(200)
  @TakesIfMatch()
  @Policy('plans.write')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ApprovePlanDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<PlanView> {
    return this.plans.approve(actor, id, dto, readVersion(ifMatch));
  }

  /** Begins a revision: a draft with the lines of the version in force. */
  @Post(':id/revise')
  @HttpCode(200)
  @Policy('plans.write')
  revise(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PlanView> {
    return this.plans.revise(actor, id);
  }

  /** Throws the draft away; a plan that was never approved goes with it. */
  @Delete(':id/draft')
  @HttpCode(204)
  @TakesIfMatch()
  @Policy('plans.write')
  discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.plans.discard(actor, id, readVersion(ifMatch));
  }
}
