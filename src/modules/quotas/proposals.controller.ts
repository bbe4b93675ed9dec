import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { ApplyProposalDto, ProposalDto } from './dto/proposal.dto.js';
import { ProposalView } from './dto/proposal.view.js';
import { QuotaPage } from './dto/quota.view.js';
import { ProposalsService } from './proposals.service.js';

@ApiTags('quotas')
@Controller('quotas/proposals')
export class ProposalsController {
  constructor(private readonly proposals: ProposalsService) {}

  /** Who would get how many places by a method, from which numbers, and how fair that is. Saves nothing. */
  @Post()
  @HttpCode(200)
  @Policy('quotas.set')
  propose(@CurrentActor() actor: Actor, @Body() dto: ProposalDto): Promise<ProposalView> {
    return this.proposals.propose(actor, dto);
  }

  /** Writes a proposal as the units' places: all or none. Refused when they changed since `basedOn`. */
  @Post('apply')
  @HttpCode(200)
  @Policy('quotas.set')
  apply(@CurrentActor() actor: Actor, @Body() dto: ApplyProposalDto): Promise<QuotaPage> {
    return this.proposals.apply(actor, dto);
  }
}
