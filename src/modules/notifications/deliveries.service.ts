import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Settings } from '../../platform/config/settings.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { DeliveryState, Obstacle, OutwardChannel } from './channel.types.js';
import { ContactsRepository } from './contacts.repository.js';
import { DeliveriesRepository, type Delivery, type NewDelivery } from './deliveries.repository.js';
import { DeliveryPlanning, type Told } from './delivery-planning.js';
import { deliveryDue } from './notifications.topics.js';
import { Pace } from './pace.js';
import { groupOf } from './rules/choice.js';
import { nextChannel } from './rules/choosing-channels.js';

/** Handed over in one go where a channel has no pace. */
const MOST_AT_ONCE = 500;

/** Messages on their way out of the house: started, put off, and taken over by another channel. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly contacts: ContactsRepository,
    private readonly planning: DeliveryPlanning,
    private readonly pace: Pace,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Sends what was just told, in the caller's transaction. */
  async start(told: readonly Told[]): Promise<void> {
    await this.begin(await this.planning.plan(told));
  }

  /** Gives a delivery up, in the caller's transaction; the next channel of its reader takes over, once. */
  async giveUp(delivery: Delivery, because: Obstacle, error: string): Promise<void> {
    await this.deliveries.markFailed(delivery.id, because, error);
    const { copyUnitId, copyCauseId, notificationId, channel } = delivery;
    const [contact] =
      copyUnitId === null
        ? await this.contacts.people([delivery.accountId])
        : await this.contacts.offices([copyUnitId]);
    if (!contact) return;
    const reader = this.planning.readerOf(contact, groupOf(delivery.kind));
    const next = nextChannel(channel, await this.deliveries.others(delivery), reader);
    if (next === null) return;
    const address = this.planning.shownAddress(contact, next);
    const instead = { insteadOf: channel, insteadBecause: because };
    await this.begin([{ id: newId(), notificationId, channel: next, address, ...instead, copyUnitId, copyCauseId }]);
  }

  /** Hands over what was put off and whose time has come. */
  async resume(): Promise<void> {
    for (const channel of await this.deliveries.channelsDue(this.clock.now())) await this.resumeOne(channel);
  }

  @Transactional()
  protected async resumeOne(channel: OutwardChannel): Promise<void> {
    const most = (await this.pace.of(channel)) ?? MOST_AT_ONCE;
    await this.announce(await this.deliveries.takeDue(channel, this.clock.now(), most));
  }

  private async begin(deliveries: readonly NewDelivery[]): Promise<void> {
    const begun = new Set(await this.deliveries.insert(deliveries, this.stateOf, this.clock.now()));
    await this.announce(
      deliveries.filter(({ id, channel }) => begun.has(id) && this.stateOf(channel) === 'waiting').map(({ id }) => id),
    );
  }

  private readonly stateOf = (channel: OutwardChannel): DeliveryState =>
    channel === 'email' && this.settings.smtpUrl === undefined ? 'kept' : 'waiting';

  private async announce(ids: readonly string[]): Promise<void> {
    await this.outbox.announce(deliveryDue, ...ids.map((deliveryId) => ({ deliveryId })));
  }
}
