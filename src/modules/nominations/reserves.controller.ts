import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { NominationView } from './dto/nomination.view.js';
import { NamedReserves, NameReservesDto, ReserveList, StepInDto } from './dto/reserve.dto.js';
import { ReservesService } from './reserves.service.js';

@ApiTags('reserve nominees')
@Controller()
export class ReservesController {
  constructor(private readonly reserves: ReservesService) {}

  /** Who is kept in reserve for a class, in the order of their units. */
  @Get('courses/:id/reserves')
  @Policy('nominations.read')
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReserveList> {
    return this.reserves.list(actor, id);
  }

  /** Keeps people in reserve; answers line by line. */
  @Post('courses/:id/reserves')
  @HttpCode(200)
  @Policy('nominations.submit')
  name(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { officialIds }: NameReservesDto,
  ): Promise<NamedReserves> {
    return this.reserves.name(actor, id, officialIds);
  }

  @Delete('courses/:id/reserves/:reserveId')
  @HttpCode(204)
  @Policy('nominations.submit')
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('reserveId', IdPipe) reserveId: string,
  ): Promise<void> {
    return this.reserves.remove(actor, id, reserveId);
  }

  /** Whom the system proposes for this person's place: reserves of the same unit, judged as things are now. */
  @Get('nominations/:id/reserves')
  @Policy('nominations.read')
  of(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReserveList> {
    return this.reserves.of(actor, id);
  }

  /** The person withdraws, is refused or is replaced, and a reserve of the same unit takes the place before anybody else. */
  @Post('nominations/:id/step-in')
  @HttpCode(200)
  @Policy('nominations.withdraw')
  stepIn(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: StepInDto,
  ): Promise<NominationView> {
    return this.reserves.stepIn(actor, id, dto);
  }
}
