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
import type { Message, Notice } from './notice.js';
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
  tell(recipients: readonly Pick<Recipient, 'accountId'>[], notice: Notice): Promise<number> {
    return this.tellEach(recipients.map((recipient) => ({ recipient, notice })));
  }

  /** Tells each of many people something of their own, in so many statements as it takes to tell one. */
  async tellEach(messages: readonly Message[]): Promise<number> {
    if (messages.length === 0) return 0;
    const now = this.clock.now();
    const versions = await this.versionsOf(messages.map(({ notice }) => notice.kind));
    const rows = messages.map(({ recipient, notice }) => ({
      id: newId(),
      accountId: recipient.accountId,
      recipient,
      notice,
      templateVersion: versions.get(notice.kind) ?? null,
    }));
    const ids = await this.notifications.insert(rows, now);
    const told = rows.filter(({ id }) => ids.has(id));
    this.live.say(...told.map(({ id, accountId }) => ({ topic: 'notification', id, audience: { accountId } })));
    await this.deliveries.start(told);
    return told.length;
  }

  private async versionsOf(kinds: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
    const versions = new Map<string, number | null>();
    for (const kind of new Set(kinds)) versions.set(kind, await this.templates.inForce(kind));
    return versions;
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
