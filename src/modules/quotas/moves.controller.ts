import { Body, Controller, Get, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import {
  AcceptOfferDto,
  AnswerTransferDto,
  AskTransferDto,
  DeclineOfferDto,
  HoldPlacesDto,
  OfferPlacesDto,
  ReturnRuleDto,
  TransfersQuery,
} from './dto/holds.dto.js';
import {
  HoldPage,
  HoldView,
  OfferPage,
  PartnerList,
  ReturnRules,
  TransferPage,
  TransferView,
} from './dto/holds.view.js';
import { LedgerQuery } from './dto/ledger.dto.js';
import { LedgerPage } from './dto/ledger.view.js';
import { PlacesQuery } from './dto/places.dto.js';
import { HoldsService } from './holds.service.js';
import { LedgerService } from './ledger.service.js';
import { OffersService } from './offers.service.js';
import { ReturnRulesService } from './return-rules.service.js';
import { TransfersService } from './transfers.service.js';

/** Everything that happens to places once they are shared out. */
@ApiTags('quotas')
@Controller('quotas')
export class PlaceMovesController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly holds: HoldsService,
    private readonly transfers: TransfersService,
    private readonly offers: OffersService,
    private readonly rules: ReturnRulesService,
  ) {}

  /** Every movement of places of the caller's units, newest first. */
  @Get('ledger')
  @Policy('quotas.read')
  entries(@CurrentActor() actor: Actor, @Query() query: LedgerQuery): Promise<LedgerPage> {
    return this.ledger.list(actor, query);
  }

  /** The same list, all of it, as a workbook. */
  @Get('ledger/export')
  @ApiWorkbook()
  @Policy('quotas.read')
  exportLedger(@CurrentActor() actor: Actor, @Query() query: LedgerQuery): Promise<StreamableFile> {
    return this.ledger.file(actor, query);
  }

  @Get('holds')
  @Policy('quotas.read')
  listHolds(@CurrentActor() actor: Actor, @Query() query: PlacesQuery): Promise<HoldPage> {
    return this.holds.list(actor, query);
  }

  /** Keeps places of the caller's unit for people who are named later. */
  @Post('holds')
  @Policy('quotas.hold')
  addHold(@CurrentActor() actor: Actor, @Body() dto: HoldPlacesDto): Promise<HoldView> {
    return this.holds.add(actor, dto);
  }

  /** Lets what is unnamed of a hold go free. */
  @Post('holds/:id/release')
  @Policy('quotas.hold')
  releaseHold(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<HoldView> {
    return this.holds.release(actor, id);
  }

  @Get('transfers')
  @Policy('quotas.read')
  listTransfers(@CurrentActor() actor: Actor, @Query() query: TransfersQuery): Promise<TransferPage> {
    return this.transfers.list(actor, query);
  }

  /** Units that the caller's own could exchange places with, by name. */
  @Get('partners')
  @Policy('quotas.askTransfer')
  partners(@CurrentActor() actor: Actor): Promise<PartnerList> {
    return this.transfers.partners(actor);
  }

  /** Asks another unit for places, or offers it one's own. */
  @Post('transfers')
  @Policy('quotas.askTransfer')
  askTransfer(@CurrentActor() actor: Actor, @Body() dto: AskTransferDto): Promise<TransferView> {
    return this.transfers.ask(actor, dto);
  }

  /** The other unit agrees. */
  @Post('transfers/:id/agree')
  @Policy('quotas.askTransfer')
  agree(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AnswerTransferDto,
  ): Promise<TransferView> {
    return this.transfers.take(actor, 'agree', id, dto);
  }

  /** The board approves; the places move. */
  @Post('transfers/:id/approve')
  @Policy('quotas.approveTransfer')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AnswerTransferDto,
  ): Promise<TransferView> {
    return this.transfers.take(actor, 'approve', id, dto);
  }

  @Post('transfers/:id/refuse')
  @Policy('quotas.refuseTransfer')
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AnswerTransferDto,
  ): Promise<TransferView> {
    return this.transfers.take(actor, 'refuse', id, dto);
  }

  @Post('transfers/:id/withdraw')
  @Policy('quotas.askTransfer')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AnswerTransferDto,
  ): Promise<TransferView> {
    return this.transfers.take(actor, 'withdraw', id, dto);
  }

  @Get('offers')
  @Policy('quotas.read')
  listOffers(@CurrentActor() actor: Actor, @Query() query: PlacesQuery): Promise<OfferPage> {
    return this.offers.list(actor, query);
  }

  /** Offers places of the reserve to the units next in need, one after the other. */
  @Post('offers')
  @Policy('quotas.offer')
  offer(@CurrentActor() actor: Actor, @Body() dto: OfferPlacesDto): Promise<OfferPage> {
    return this.offers.offer(actor, dto);
  }

  @Post('offers/:id/accept')
  @Policy('quotas.answerOffer')
  acceptOffer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AcceptOfferDto,
  ): Promise<OfferPage> {
    return this.offers.accept(actor, id, dto.places);
  }

  @Post('offers/:id/decline')
  @Policy('quotas.answerOffer')
  declineOffer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: DeclineOfferDto,
  ): Promise<OfferPage> {
    return this.offers.decline(actor, id, dto.reason?.trim() || null);
  }

  @Get('return-rules')
  @Policy('quotas.read')
  listRules(@CurrentActor() actor: Actor, @Query() query: PlacesQuery): Promise<ReturnRules> {
    return this.rules.list(actor, query.period ?? null);
  }

  /** Sets when unused places of a program and year come back, and whether they are then offered. */
  @Put('return-rules')
  @Policy('quotas.offer')
  setRule(@CurrentActor() actor: Actor, @Body() dto: ReturnRuleDto): Promise<ReturnRules> {
    return this.rules.set(actor, dto);
  }
}
