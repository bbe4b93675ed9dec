import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { CandidatePage, CandidatesQuery } from '../nominations/index.js';
import {
  CellAnswerDto,
  ProposalListDto,
  ProposalReasonDto,
  ProposalsQuery,
  ProposePeopleDto,
} from './dto/proposal.dto.js';
import { CellAnswers, EndorsedView, ProposalCalls, CellProposalPage, CellProposalView } from './dto/proposal.view.js';
import { ProposalsService } from './proposals.service.js';

@ApiTags('proposals')
@Controller()
export class CellProposalsController {
  constructor(private readonly proposals: ProposalsService) {}

  @Get('proposals')
  @Policy('proposals.read')
  list(@CurrentActor() actor: Actor, @Query() query: ProposalsQuery): Promise<CellProposalPage> {
    return this.proposals.list(actor, query);
  }

  /** Open classes whose cells propose: a card each. */
  @Get('proposal-calls')
  @Policy('proposals.read')
  calls(@CurrentActor() actor: Actor): Promise<ProposalCalls> {
    return this.proposals.calls(actor);
  }

  /** Members of the caller's cell, each with every rule's answer. */
  @Get('courses/:id/proposal-candidates')
  @Policy('proposals.make')
  candidates(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: CandidatesQuery,
  ): Promise<CandidatePage> {
    return this.proposals.candidates(actor, id, query);
  }

  /** What cells answered that propose nobody. */
  @Get('courses/:id/cell-answers')
  @Policy('proposals.read')
  answers(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CellAnswers> {
    return this.proposals.answers(actor, id);
  }

  /** "No one", with the reason, or a request for more time. */
  @Put('courses/:id/cell-answers')
  @Policy('proposals.make')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CellAnswerDto,
  ): Promise<CellAnswers> {
    return this.proposals.answer(actor, id, dto);
  }

  /** Proposes people of the caller's cell to its committee, or notes their own wish. */
  @Post('proposals')
  @Policy('proposals.make')
  propose(@CurrentActor() actor: Actor, @Body() dto: ProposePeopleDto): Promise<CellProposalPage> {
    return this.proposals.propose(actor, dto);
  }

  /** Proposes somebody who wished to go, or sends a returned one again. */
  @Post('proposals/:id/propose')
  @HttpCode(200)
  @Policy('proposals.make')
  again(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CellProposalView> {
    return this.proposals.take(actor, 'propose', id, null);
  }

  @Post('proposals/:id/withdraw')
  @HttpCode(200)
  @Policy('proposals.make')
  withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CellProposalView> {
    return this.proposals.take(actor, 'withdraw', id, null);
  }

  /** The cell does not take up a member's own wish, and says why. */
  @Post('proposals/:id/decline-wish')
  @HttpCode(200)
  @Policy('proposals.make')
  declineWish(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ProposalReasonDto,
  ): Promise<CellProposalView> {
    return this.proposals.take(actor, 'declineWish', id, reason ?? null);
  }

  @Post('proposals/:id/return')
  @HttpCode(200)
  @Policy('proposals.endorse')
  return(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ProposalReasonDto,
  ): Promise<CellProposalView> {
    return this.proposals.take(actor, 'return', id, reason ?? null);
  }

  @Post('proposals/:id/decline')
  @HttpCode(200)
  @Policy('proposals.endorse')
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ProposalReasonDto,
  ): Promise<CellProposalView> {
    return this.proposals.take(actor, 'decline', id, reason ?? null);
  }

  /** Keeps somebody as a reserve, to be endorsed later. */
  @Post('proposals/:id/reserve')
  @HttpCode(200)
  @Policy('proposals.endorse')
  reserve(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CellProposalView> {
    return this.proposals.take(actor, 'keepAsReserve', id, null);
  }

  /** Puts the committee's list in order. */
  @Put('courses/:id/proposals/order')
  @Policy('proposals.endorse')
  order(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ProposalListDto,
  ): Promise<CellProposalPage> {
    return this.proposals.order(actor, id, dto.proposalIds);
  }

  /** Nominates these, in this order; answers line by line. */
  @Post('courses/:id/proposals/endorse')
  @HttpCode(200)
  @Policy('proposals.endorse')
  endorse(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ProposalListDto,
  ): Promise<EndorsedView> {
    return this.proposals.endorse(actor, id, dto.proposalIds);
  }
}
