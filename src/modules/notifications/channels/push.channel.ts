import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../../platform/gateway/outcome.js';
import { PushSender } from '../../../platform/push/push-sender.js';
import { oneLine } from '../rules/short-message.js';
import { PushSubscriptionsRepository } from '../push-subscriptions.repository.js';
import type { Channel, OutgoingMessage } from './channel.js';

/** The devices of one account. What one of them does not take just now is sent again to all: a device shows a message once, by its tag. */
@Injectable()
export class PushChannel implements Channel {
  readonly name = 'push';

  constructor(
    private readonly sender: PushSender,
    private readonly subscriptions: PushSubscriptionsRepository,
  ) {}

  get connected(): boolean {
    return this.sender.publicKey !== null;
  }

  /** @param accountId whose devices are meant */
  async send(accountId: string, { id, notificationId, title, body, link }: OutgoingMessage): Promise<Outcome> {
    const devices = await this.subscriptions.ofAccount(accountId);
    // No more than the inbox says, and of that no more than a device shows.
    const text = JSON.stringify({ id: notificationId, title, body: oneLine(body), link });
    const outcomes = await Promise.all(
      devices.map(async (device) => ({ device, outcome: await this.sender.send(device, text) })),
    );
    const gone = outcomes.filter(({ outcome }) => 'refused' in outcome).map(({ device }) => device.id);
    await this.subscriptions.forget(gone);
    if (outcomes.some(({ outcome }) => 'accepted' in outcome)) return { accepted: id };
    return outcomes.find(({ outcome }) => 'later' in outcome)?.outcome ?? { refused: 'No device takes it any more' };
  }
}
