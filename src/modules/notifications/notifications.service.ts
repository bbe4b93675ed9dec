import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Live } from '../../platform/live/live.js';
import type { Recipient } from '../identity/index.js';
import type { NotificationsQuery } from './dto/notification.dto.js';
import type { NotificationPage } from './dto/notification.view.js';
import { DeliveriesService } from './deliveries.service.js';
import type { Notice } from './notice.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsRepository } from './notifications.repository.js';
import { TemplatesRepository } from './templates.repository.js';

/** Messages to people: the inbox, and whatever else leads to them. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly queries: NotificationsQueries,
    private readonly templates: TemplatesRepository,
    private readonly deliveries: DeliveriesService,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /**
   * Tells people something, in the caller's transaction.
   * @returns how many were told now; who was told before for the same cause is not counted.
   */
  async tell(recipients: readonly Pick<Recipient, 'accountId'>[], notice: Notice): Promise<number> {
    const now = this.clock.now();
    const rows = recipients.map(({ accountId }) => ({ id: newId(), accountId }));
    const told = await this.notifications.insert(rows, notice, await this.templates.inForce(notice.kind), now);
    this.live.say(...told.map(({ id, accountId }) => ({ topic: 'notification', id, audience: { accountId } })));
    await this.deliveries.start(told, notice);
    return told.length;
  }

  /** The caller's inbox, newest first. */
  list(actor: Actor, query: NotificationsQuery): Promise<NotificationPage> {
    return this.queries.list(actor.accountId, query);
  }

  /** @throws NotFound when it is not the caller's. */
  @Transactional()
  async markRead(actor: Actor, id: string): Promise<void> {
    if (!(await this.notifications.markRead(actor.accountId, id, this.clock.now()))) throw new NotFound('id');
    this.live.say({ topic: 'notification', id, audience: { accountId: actor.accountId } });
  }

  async markAllRead(actor: Actor): Promise<void> {
    await this.notifications.markAllRead(actor.accountId, this.clock.now());
    this.live.say({ topic: 'notification', id: actor.accountId, audience: { accountId: actor.accountId } });
  }
}
