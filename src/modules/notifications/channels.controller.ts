import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch, WithEntityTag } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { ChannelsService } from './channels.service.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { ChannelPaceDto, DeliveriesQuery, DeviceDto } from './dto/channels.dto.js';
import { BouncedAddresses, ChannelList, ChannelView, DeliveryPage, DevicesView } from './dto/channels.view.js';

@ApiTags('notifications')
@Controller()
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly deliveries: DeliveriesQueries,
  ) {}

  /** What went to accounts below the caller by which channel, or is kept while no mail server is set. */
  @Get('deliveries')
  @Policy('notifications.readMail')
  list(@CurrentActor() actor: Actor, @Query() query: DeliveriesQuery): Promise<DeliveryPage> {
    return this.deliveries.list(actor.unitId, query);
  }

  /** Addresses below the caller that give mail back, and whose they are. */
  @Get('deliveries/bounced')
  @Policy('notifications.readMail')
  async bounced(@CurrentActor() { unitId }: Actor): Promise<BouncedAddresses> {
    return { items: await this.deliveries.bounced(unitId) };
  }

  /** Every channel, and the mailbox of reports: whether it is connected, how fast it goes and what it carries. */
  @Get('channels')
  @Policy('notifications.manageChannels')
  all(): Promise<ChannelList> {
    return this.channels.all();
  }

  /** Says how many messages a channel takes in a minute; what is more waits. */
  @Put('channels/:channel')
  @WithEntityTag()
  @TakesIfMatch()
  @Policy('notifications.manageChannels')
  setPace(
    @CurrentActor() actor: Actor,
    @Param('channel') channel: string,
    @Body() { perMinute }: ChannelPaceDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ChannelView> {
    return this.channels.setPace(actor, channel, perMinute ?? null, readVersion(ifMatch));
  }

  /** The caller's devices that are told at once. */
  @Get('inbox/devices')
  @Policy('notifications.read')
  devices(@CurrentActor() actor: Actor): Promise<DevicesView> {
    return this.channels.devices(actor);
  }

  /** Tells this device at once from now on. */
  @Post('inbox/devices')
  @HttpCode(200)
  @Policy('notifications.read')
  addDevice(@CurrentActor() actor: Actor, @Body() dto: DeviceDto): Promise<DevicesView> {
    return this.channels.addDevice(actor, dto);
  }

  @Delete('inbox/devices/:id')
  @HttpCode(204)
  @Policy('notifications.read')
  removeDevice(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.channels.removeDevice(actor, id);
  }
}
