import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Settings } from '../../platform/config/settings.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Live } from '../../platform/live/live.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { Recipient } from '../identity/index.js';
import type { NotificationsQuery } from './dto/notification.dto.js';
import type { MailPage, NotificationPage } from './dto/notification.view.js';
import { isNews } from './mail-text.js';
import type { Notice } from './notice.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsRepository } from './notifications.repository.js';
import { RefusalsRepository } from './refusals.repository.js';
import { TemplatesRepository } from './templates.repository.js';
import { mailWaiting } from './notifications.topics.js';

/** Messages to people: the inbox, and e-mail to those who have an address. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly queries: NotificationsQueries,
    private readonly templates: TemplatesRepository,
    private readonly refusals: RefusalsRepository,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /**
   * Tells people something, in the caller's transaction.
   * @returns how many were told now; who was told before for the same cause is not counted.
   */
  async tell(recipients: readonly Recipient[], notice: Notice): Promise<number> {
    const now = this.clock.now();
    const rows = recipients.map(({ accountId }) => ({ id: newId(), accountId }));
    const told = await this.notifications.insert(rows, notice, await this.templates.inForce(notice.kind), now);
    this.live.say(...told.map(({ id, accountId }) => ({ topic: 'notification', id, audience: { accountId } })));
    const refusing = isNews(notice.kind)
      ? await this.refusals.among(told.map(({ accountId }) => accountId))
      : new Set<string>();
    const address = new Map(recipients.map(({ accountId, email }) => [accountId, email]));
    const mails = told.flatMap(({ id, accountId }) => {
      const to = address.get(accountId);
      return to && !refusing.has(accountId) ? [{ id: newId(), notificationId: id, address: to }] : [];
    });
    const state = this.settings.smtpUrl === undefined ? 'kept' : 'waiting';
    await this.notifications.insertMails(mails, state, now);
    if (state === 'waiting') await this.outbox.announce(mailWaiting, ...mails.map(({ id }) => ({ deliveryId: id })));
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

  /** E-mails to accounts of the caller's subtree, newest first: sent, waiting, or kept for want of a server. */
  mails(actor: Actor, query: NotificationsQuery): Promise<MailPage> {
    return this.queries.mails(actor.unitId, query);
  }
}
