import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { HttpGateway } from './http-gateway.js';

/** The gateways of the settings, by channel; one that is not set is not there. */
export class Gateways {
  constructor(private readonly byChannel: Readonly<Partial<Record<'sms' | 'zalo', HttpGateway>>>) {}

  of(channel: 'sms' | 'zalo'): HttpGateway | undefined {
    return this.byChannel[channel];
  }
}

/** Short messages over HTTP. */
@Global()
@Module({
  providers: [
    {
      provide: Gateways,
      inject: [Settings],
      useFactory: ({ sms, zalo }: Settings): Gateways =>
        new Gateways({ ...(sms && { sms: new HttpGateway(sms) }), ...(zalo && { zalo: new HttpGateway(zalo) }) }),
    },
  ],
  exports: [Gateways],
})
export class GatewaysModule {}
