import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { Idempotent } from '../../platform/http/idempotency/idempotent.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { DecisionsService } from './decisions.service.js';
import {
  DecisionDto,
  DecisionsDto,
  NominateDto,
  NominationsQuery,
  ReplaceDto,
  TransferDto,
} from './dto/nomination.dto.js';
import { DecidedView, NominatedView, NominationDetail, NominationPage, NominationView } from './dto/nomination.view.js';
import { NominationsService } from './nominations.service.js';
import { CorrectResultDto, TakeBackDto } from './dto/result.dto.js';
import { ResultsView } from './dto/result.view.js';
import { ResultsService } from './results.service.js';
import { TransferService } from './transfer.service.js';
import { ReplacementService } from './replacement.service.js';
import { ReviewService } from './review.service.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { NominationsExport } from './nominations.export.js';

@ApiTags('nominations')
@Controller('nominations')
export class NominationsController {
  constructor(
    private readonly nominations: NominationsService,
    private readonly review: ReviewService,
    private readonly exported: NominationsExport,
    private readonly decisions: DecisionsService,
    private readonly replacement: ReplacementService,
    private readonly results: ResultsService,
    private readonly transfers: TransferService,
  ) {}

  @Get()
  @Policy('nominations.read')
  list(@CurrentActor() actor: Actor, @Query() query: NominationsQuery): Promise<NominationPage> {
    return this.review.list(actor, query);
  }

  /** The same list, all of it, as a workbook. */
  @Get('export')
  @ApiWorkbook()
  @Policy('nominations.read')
  export(@CurrentActor() actor: Actor, @Query() query: NominationsQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }

  /** One decision on up to 200 people, answered line by line: what cannot be done does not stop the others. */
  @Post('decisions')
  @HttpCode(200)
  @Policy('nominations.decide')
  decide(@CurrentActor() actor: Actor, @Body() dto: DecisionsDto): Promise<DecidedView> {
    return this.decisions.decide(actor, dto);
  }

  @Get(':id')
  @Policy('nominations.read')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<NominationDetail> {
    return this.review.detail(actor, id);
  }

  /** Sends a list of up to 200 people for one class; answers line by line. */
  @Post()
  @Idempotent()
  @Policy('nominations.submit')
  nominate(@CurrentActor() actor: Actor, @Body() dto: NominateDto): Promise<NominatedView> {
    return this.nominations.nominate(actor, dto);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Policy('nominations.decide')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DecisionDto,
  ): Promise<NominationView> {
    return this.review.take(actor, 'approve', id, reason ?? null);
  }

  /** Sends it back to be completed; the place is kept. */
  @Post(':id/return')
  @HttpCode(200)
  @Policy('nominations.decide')
  return(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DecisionDto,
  ): Promise<NominationView> {
    return this.review.take(actor, 'return', id, reason ?? null);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Policy('nominations.decide')
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DecisionDto,
  ): Promise<NominationView> {
    return this.review.take(actor, 'reject', id, reason ?? null);
  }

  /** Takes a person off the list; the first on the waitlist moves up. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Policy('nominations.withdraw')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DecisionDto,
  ): Promise<NominationView> {
    return this.review.take(actor, 'withdraw', id, reason ?? null);
  }

  /** The person never came: the place stays used, the days are free. */
  @Post(':id/no-show')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  noShow(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DecisionDto,
  ): Promise<NominationView> {
    return this.review.take(actor, 'noShow', id, reason ?? null);
  }

  /** Another person of the unit takes the seat, the quota place and the line of the decision. */
  @Post(':id/replace')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { officialId, reason }: ReplaceDto,
  ): Promise<NominationView> {
    return this.replacement.replace(actor, id, officialId, reason);
  }

  /** Sends the person to another open class of the same program, judged anew there. */
  @Post(':id/transfer')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  transfer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { courseId, reason }: TransferDto,
  ): Promise<NominationView> {
    return this.transfers.transfer(actor, id, courseId, reason);
  }

  /** Takes a result back: the person studies again, and the record loses exactly what the result gave. */
  @Post(':id/take-back-result')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: TakeBackDto,
  ): Promise<ResultsView> {
    return this.results.takeBack(actor, id, reason);
  }

  /** Puts a result of one who passed right, on the record too; nothing else of the record changes. */
  @Post(':id/correct-result')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  correctResult(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CorrectResultDto,
  ): Promise<ResultsView> {
    return this.results.correct(actor, id, dto);
  }

  /** The person came after all. */
  @Post(':id/arrive')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  arrive(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<NominationView> {
    return this.review.take(actor, 'arrive', id, null);
  }

  /** Sends a returned nomination again. */
  @Post(':id/resubmit')
  @HttpCode(200)
  @Policy('nominations.submit')
  resubmit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DecisionDto,
  ): Promise<NominationView> {
    return this.review.take(actor, 'resubmit', id, reason ?? null);
  }
}
