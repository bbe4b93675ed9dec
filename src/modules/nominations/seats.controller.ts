import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { DecisionDto } from './dto/nomination.dto.js';
import { MoveInWaitlistDto, ReserveSeatsDto, SeatRulesDto, SeatsView } from './dto/seats.dto.js';
import { SeatOffersService } from './seat-offers.service.js';
import { WaitlistService } from './waitlist.service.js';

/** Seats of a class, and who waits for them. */
@ApiTags('courses')
@Controller('courses/:id/seats')
export class SeatsController {
  constructor(
    private readonly waitlist: WaitlistService,
    private readonly offers: SeatOffersService,
  ) {}

  /** Each who waits with one sentence why. */
  @Get()
  @Policy('nominations.read')
  view(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SeatsView> {
    return this.waitlist.view(actor, id);
  }

  @Put('rules')
  @Policy('nominations.manageRoster')
  setRules(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: SeatRulesDto,
  ): Promise<SeatsView> {
    return this.waitlist.setRules(actor, id, dto);
  }

  /** Keeps seats for a unit until the end of a day. */
  @Post('reservations')
  @Policy('nominations.manageRoster')
  reserve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ReserveSeatsDto,
  ): Promise<SeatsView> {
    return this.waitlist.reserve(actor, id, dto);
  }

  /** Lets them go; the line moves. */
  @Post('reservations/:reservationId/end')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  endReservation(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('reservationId', IdPipe) reservationId: string,
  ): Promise<SeatsView> {
    return this.waitlist.endReservation(actor, id, reservationId);
  }

  /** Moves a waiting person in a line that the board orders. */
  @Post('waiting/:nominationId/move')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('nominationId', IdPipe) nominationId: string,
    @Body() dto: MoveInWaitlistDto,
  ): Promise<SeatsView> {
    return this.waitlist.move(actor, id, nominationId, dto);
  }

  /** Takes the seat that is offered. */
  @Post('waiting/:nominationId/accept')
  @HttpCode(200)
  @Policy('nominations.submit')
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('nominationId', IdPipe) nominationId: string,
  ): Promise<SeatsView> {
    await this.offers.accept(actor, nominationId);
    return this.waitlist.view(actor, id);
  }

  /** Leaves it to the next; the person stays on the list. */
  @Post('waiting/:nominationId/decline')
  @HttpCode(200)
  @Policy('nominations.submit')
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('nominationId', IdPipe) nominationId: string,
    @Body() { reason }: DecisionDto,
  ): Promise<SeatsView> {
    await this.offers.decline(actor, nominationId, reason?.trim() ?? null);
    return this.waitlist.view(actor, id);
  }
}
