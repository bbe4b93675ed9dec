import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import {
  CreateRuleSetDto,
  CreateWaiverDto,
  EndWaiverDto,
  FitnessDto,
  RatingDto,
  TryRulesDto,
  WaiversQuery,
} from './dto/eligibility.dto.js';
import { RuleSetList, RuleSetView, TryView, WaiverList, WaiverView } from './dto/eligibility.view.js';
import { RuleSetsService } from './rule-sets.service.js';
import { WaiversService } from './waivers.service.js';

@ApiTags('eligibility')
@Controller()
export class EligibilityController {
  constructor(
    private readonly sets: RuleSetsService,
    private readonly waivers: WaiversService,
  ) {}

  /** Who may go to classes of the program: what held, holds and will hold. */
  @Get('programs/:id/eligibility-rules')
  @Policy('eligibility.read')
  list(@Param('id', IdPipe) id: string): Promise<RuleSetList> {
    return this.sets.list(id);
  }

  /** Rules from a day on; those that held before end the day before. */
  @Post('programs/:id/eligibility-rules')
  @Policy('eligibility.manage')
  create(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CreateRuleSetDto,
  ): Promise<RuleSetView> {
    return this.sets.create(actor, id, dto);
  }

  /** Whom these rules would let go, of one person or of everyone, before anything is saved. */
  @Post('programs/:id/eligibility-tries')
  @HttpCode(200)
  @Policy('eligibility.try')
  try(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: TryRulesDto): Promise<TryView> {
    return this.sets.try(actor, id, dto);
  }

  /** Only what is not in force yet. */
  @Delete('eligibility-rules/:id')
  @HttpCode(204)
  @Policy('eligibility.manage')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sets.remove(actor, id);
  }

  @Get('eligibility-waivers')
  @Policy('eligibility.readWaivers')
  listWaivers(@CurrentActor() actor: Actor, @Query() query: WaiversQuery): Promise<WaiverList> {
    return this.waivers.list(actor, query);
  }

  /** Records the decision that a rule does not hold for one person. */
  @Post('eligibility-waivers')
  @Policy('eligibility.waive')
  waive(@CurrentActor() actor: Actor, @Body() dto: CreateWaiverDto): Promise<WaiverView> {
    return this.waivers.create(actor, dto);
  }

  @Post('eligibility-waivers/:id/end')
  @HttpCode(200)
  @Policy('eligibility.waive')
  endWaiver(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: EndWaiverDto,
  ): Promise<WaiverView> {
    return this.waivers.end(actor, id, dto.on);
  }

  /** Whether the official was found fit to study: yes or no, and when. */
  @Put('officials/:id/fitness')
  @HttpCode(204)
  @Policy('eligibility.waive')
  setFitness(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: FitnessDto): Promise<void> {
    return this.waivers.setFitness(actor, id, dto);
  }

  /** How the official was rated for a year. */
  @Put('officials/:id/ratings')
  @HttpCode(204)
  @Policy('eligibility.waive')
  setRating(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: RatingDto): Promise<void> {
    return this.waivers.setRating(actor, id, dto);
  }
}
