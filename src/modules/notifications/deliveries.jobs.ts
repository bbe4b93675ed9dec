import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Handles } from '../../platform/outbox/topic.js';
import { PhoneNumbers } from '../../platform/secrets/phone-numbers.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { BouncesService } from './bounces.service.js';
import { Channels } from './channels/channels.js';
import { DeliveriesRepository, type Delivery } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import { deliveryDue } from './notifications.topics.js';
import { OutgoingMessages } from './outgoing-messages.js';
import { nextMinute, Pace } from './pace.js';

const LOOK_AGAIN_MS = 1_000;

@Injectable()
export class DeliveriesJobs {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly service: DeliveriesService,
    private readonly bounces: BouncesService,
    private readonly channels: Channels,
    private readonly pace: Pace,
    private readonly messages: OutgoingMessages,
    private readonly phones: PhoneNumbers,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends one message by its channel. A crash between the other side's yes and our commit sends it again under the same id.
   * @throws Error for what passes by itself: the queue tries again, with growing pauses, and the board sees it.
   */
  @Handles(deliveryDue)
  async send({ deliveryId }: { deliveryId: string }): Promise<void> {
    const delivery = await this.deliveries.hold(deliveryId);
    if (delivery?.state !== 'waiting') return;
    const address = this.addressOf(delivery);
    if (address === null) return this.service.giveUp(delivery, 'no-address', 'No address any more');
    if (delivery.bounced) return this.service.giveUp(delivery, 'bounced', 'Mail to this address came back');
    const now = this.clock.now();
    if (!(await this.pace.take(delivery.channel, now)))
      return this.deliveries.putOff(deliveryId, nextMinute(now), null);
    const outcome = await this.channels.of(delivery.channel).send(address, await this.messages.of(delivery));
    if ('accepted' in outcome) return this.deliveries.markSent(deliveryId, outcome.accepted, this.clock.now());
    if ('refused' in outcome) return this.bounces.refused(delivery, outcome.refused);
    if (outcome.afterSeconds === undefined) throw new Error(outcome.later);
    await this.deliveries.putOff(deliveryId, new Date(now.getTime() + outcome.afterSeconds * 1000), outcome.later);
  }

  /** What was put off goes on when its time has come. */
  @Periodic(LOOK_AGAIN_MS)
  async resume(): Promise<void> {
    await this.service.resume();
  }

  /** Where it goes now; a number is read when it is needed. */
  private addressOf({ channel, address, phoneSealed, accountId }: Delivery): string | null {
    if (channel === 'email') return address;
    if (channel === 'push') return accountId;
    return phoneSealed === null ? null : this.phones.reveal(phoneSealed);
  }
}
