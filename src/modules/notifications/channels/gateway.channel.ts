import type { Settings } from '../../../platform/config/settings.js';
import type { Gateways } from '../../../platform/gateway/gateways.module.js';
import type { Outcome } from '../../../platform/gateway/outcome.js';
import { withoutMarks } from '../rules/short-message.js';
import type { Channel, OutgoingMessage } from './channel.js';

/** Short messages and Zalo: both go to a telephone number through a gateway of the settings. */
export class GatewayChannel implements Channel {
  constructor(
    readonly name: 'sms' | 'zalo',
    private readonly gateways: Gateways,
    private readonly settings: Settings,
  ) {}

  get connected(): boolean {
    return this.gateways.of(this.name) !== undefined;
  }

  async send(to: string, { id, title, body, short, token }: OutgoingMessage): Promise<Outcome> {
    const gateway = this.gateways.of(this.name);
    if (!gateway) return { later: `No gateway is set for ${this.name}` };
    const write = (text: string): string => (gateway.plain ? withoutMarks(text) : text);
    const link = new URL(`/thu/${token}`, this.settings.publicUrl).href;
    return gateway.send({ id, to, text: write(short), title: write(title), body: write(body), link });
  }
}
