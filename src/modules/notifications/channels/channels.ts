import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings.js';
import { Gateways } from '../../../platform/gateway/gateways.module.js';
import { OUTWARD_CHANNELS, type OutwardChannel } from '../channel.types.js';
import type { ChannelRef } from '../dto/channels.view.js';
import type { Channel } from './channel.js';
import { EmailChannel } from './email.channel.js';
import { GatewayChannel } from './gateway.channel.js';
import { PushChannel } from './push.channel.js';

/** All ways out of the house. */
@Injectable()
export class Channels {
  private readonly byName: Readonly<Record<OutwardChannel, Channel>>;

  constructor(email: EmailChannel, push: PushChannel, gateways: Gateways, settings: Settings) {
    this.byName = {
      email,
      push,
      zalo: new GatewayChannel('zalo', gateways, settings),
      sms: new GatewayChannel('sms', gateways, settings),
    };
  }

  of(name: OutwardChannel): Channel {
    return this.byName[name];
  }

  /** All of them, as those see them who choose. */
  refs(): ChannelRef[] {
    const { connected } = this;
    return OUTWARD_CHANNELS.map((name) => ({ name, connected: connected.includes(name) }));
  }

  /** Those that lead anywhere with these settings. */
  get connected(): OutwardChannel[] {
    return OUTWARD_CHANNELS.filter((name) => this.byName[name].connected);
  }
}
