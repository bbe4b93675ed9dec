import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { WORD } from '../../platform/word/party-paper.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { DecisionPapers } from './decision-papers.js';
import { DecisionsExport } from './decisions.export.js';
import { DecisionsService } from './decisions.service.js';
import {
  DecisionsQuery,
  DraftDecisionDto,
  IssueDecisionDto,
  LeaveOutDto,
  RevokeDecisionDto,
} from './dto/decision.dto.js';
import { DecisionDetail, DecisionPage, UndecidedList } from './dto/decision.view.js';

@ApiTags('decisions')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly exported: DecisionsExport,
    private readonly papers: DecisionPapers,
  ) {}

  @Get()
  @Policy('decisions.read')
  list(@CurrentActor() actor: Actor, @Query() query: DecisionsQuery): Promise<DecisionPage> {
    return this.decisions.list(actor, query);
  }

  /** Classes whose approved people wait for a decision, by program. */
  @Get('undecided')
  @Policy('decisions.manage')
  undecided(@CurrentActor() actor: Actor): Promise<UndecidedList> {
    return this.decisions.undecided(actor);
  }

  @Get(':id')
  @Policy('decisions.read')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DecisionDetail> {
    return this.decisions.get(actor, id);
  }

  /** The annexed list, as a workbook. */
  @Get(':id/export')
  @ApiWorkbook()
  @Policy('decisions.read')
  export(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.exported.file(actor, id);
  }

  /** The decision as a Word file with its annexed list, in the form of a Party document; number and date as they stand. */
  @Get(':id/document')
  @ApiProduces(WORD)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Policy('decisions.read')
  document(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.papers.file(actor, id);
  }

  /** Drafts a decision of everyone approved in these classes. */
  @Post()
  @Policy('decisions.manage')
  draft(@CurrentActor() actor: Actor, @Body() dto: DraftDecisionDto): Promise<DecisionDetail> {
    return this.decisions.draft(actor, dto);
  }

  /** Leaves people of a draft for another decision. */
  @Post(':id/leave-out')
  @HttpCode(200)
  @Policy('decisions.manage')
  leaveOut(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: LeaveOutDto,
  ): Promise<DecisionDetail> {
    return this.decisions.leaveOut(actor, id, dto);
  }

  /** Puts it in force under its number, date and signer. */
  @Post(':id/issue')
  @HttpCode(200)
  @Policy('decisions.manage')
  issue(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: IssueDecisionDto,
  ): Promise<DecisionDetail> {
    return this.decisions.issue(actor, id, dto);
  }

  /** Takes it out of force; the people are approved again, their places kept. */
  @Post(':id/revoke')
  @HttpCode(200)
  @Policy('decisions.manage')
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: RevokeDecisionDto,
  ): Promise<DecisionDetail> {
    return this.decisions.revoke(actor, id, reason);
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('decisions.manage')
  discard(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.decisions.discard(actor, id);
  }
}
