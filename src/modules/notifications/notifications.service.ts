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
import type { Message, Notice } from './notice.js';
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
  tell(recipients: readonly Recipient[], notice: Notice): Promise<number> {
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
    await this.mail(told, now);
    return told.length;
  }

  private async versionsOf(kinds: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
    const versions = new Map<string, number | null>();
    for (const kind of new Set(kinds)) versions.set(kind, await this.templates.inForce(kind));
    return versions;
  }

  private async mail(told: readonly (Message & { readonly id: string })[], now: Date): Promise<void> {
    const news = told.filter(({ notice }) => isNews(notice.kind)).map(({ recipient }) => recipient.accountId);
    const refusing = news.length > 0 ? await this.refusals.among(news) : new Set<string>();
    const mails = told.flatMap(({ id, recipient: { accountId, email }, notice }) =>
      email && !(isNews(notice.kind) && refusing.has(accountId))
        ? [{ id: newId(), notificationId: id, address: email }]
        : [],
    );
    const state = this.settings.smtpUrl === undefined ? 'kept' : 'waiting';
    await this.notifications.insertMails(mails, state, now);
    if (state === 'waiting') await this.outbox.announce(mailWaiting, ...mails.map(({ id }) => ({ deliveryId: id })));
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
