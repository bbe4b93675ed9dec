import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { CreateRoomDto, CreateVenueDto, UpdateRoomDto, UpdateVenueDto } from './dto/room.dto.js';
import { RoomList, RoomView, VenueList, VenueView } from './dto/room.view.js';
import { RoomsService } from './rooms.service.js';

@ApiTags('timetable')
@Controller()
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  /** Venues of the reader's part of the tree and of those above. */
  @Get('venues')
  @Policy('timetable.read')
  async venues(@CurrentActor() actor: Actor): Promise<VenueList> {
    return { items: await this.rooms.venues(actor) };
  }

  @Post('venues')
  @Policy('timetable.manage')
  createVenue(@CurrentActor() actor: Actor, @Body() dto: CreateVenueDto): Promise<VenueView> {
    return this.rooms.createVenue(actor, dto);
  }

  @Patch('venues/:id')
  @Policy('timetable.manage')
  updateVenue(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateVenueDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<VenueView> {
    return this.rooms.updateVenue(actor, id, dto, readVersion(ifMatch));
  }

  /** Only a venue without rooms. */
  @Delete('venues/:id')
  @HttpCode(204)
  @Policy('timetable.manage')
  removeVenue(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.rooms.removeVenue(actor, id);
  }

  @Get('rooms')
  @Policy('timetable.read')
  async list(@CurrentActor() actor: Actor): Promise<RoomList> {
    return { items: await this.rooms.list(actor) };
  }

  @Post('rooms')
  @Policy('timetable.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateRoomDto): Promise<RoomView> {
    return this.rooms.create(actor, dto);
  }

  @Patch('rooms/:id')
  @Policy('timetable.manage')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateRoomDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<RoomView> {
    return this.rooms.update(actor, id, dto, readVersion(ifMatch));
  }

  /** Only a room that no session was ever laid into; others are closed. */
  @Delete('rooms/:id')
  @HttpCode(204)
  @Policy('timetable.manage')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.rooms.remove(actor, id);
  }
}
