import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { BounceAddress } from '../../platform/mail/bounce-address.js';
import { BounceMailbox } from '../../platform/mail/bounce-mailbox.js';
import type { ReturnedMail } from '../../platform/mail/returned-mail.js';
import { BouncesRepository } from './bounces.repository.js';
import { DeliveriesRepository, type Delivery } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import type { MailboxView } from './dto/channels.view.js';
import { type DeliveryReport, isAddressBad, readDeliveryStatus, readRefusal } from './rules/delivery-report.js';

/** Mail that came back: what its report says of the delivery, of the address, and of who else is to carry the message. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly addresses: BounceAddress,
    private readonly mailbox: BounceMailbox,
    private readonly bounces: BouncesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly service: DeliveriesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one mail of the mailbox. What is no report, or about no mail of ours, changes nothing; a report that was taken
   * before neither.
   */
  @Transactional()
  async take({ id, addresses, deliveryStatus }: ReturnedMail): Promise<void> {
    const report = deliveryStatus === null ? null : readDeliveryStatus(deliveryStatus);
    const deliveryId = this.addresses.read(addresses);
    if (!report || deliveryId === null) return;
    const delivery = await this.deliveries.hold(deliveryId);
    if (delivery?.channel !== 'email') return;
    if (!(await this.bounces.insert(id, deliveryId, report, this.clock.now()))) return;
    if (report.outcome === 'failed') await this.failed(delivery, report);
  }

  /** What the server refused at the door, in the sender's transaction: the words may be about the address. */
  async refused(delivery: Delivery, said: string): Promise<void> {
    const report = delivery.channel === 'email' ? readRefusal(said) : null;
    if (report) await this.failed(delivery, report);
    else await this.service.giveUp(delivery, 'refused', said);
  }

  /** How reading the mailbox goes. */
  async mailboxView(): Promise<MailboxView> {
    return { connected: this.mailbox.connected, ...(await this.bounces.reading()) };
  }

  private async failed(delivery: Delivery, report: DeliveryReport): Promise<void> {
    const bad = isAddressBad(report);
    if (bad && delivery.address !== null)
      await this.bounces.markAddress(delivery.address, report.why, report.said, this.clock.now());
    // One that failed already has been taken over, or there was nobody to.
    if (delivery.state !== 'failed') await this.service.giveUp(delivery, bad ? 'bounced' : 'refused', report.said);
  }
}
