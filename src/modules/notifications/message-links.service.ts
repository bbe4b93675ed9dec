import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Live } from '../../platform/live/live.js';
import type { MessageLinkView } from './dto/link.view.js';
import { LinkEnded } from './notifications.errors.js';
import { type LinkedMessage, MessageLinks } from './message-links.js';
import { NotificationsRepository } from './notifications.repository.js';
import { PreferencesRepository } from './preferences.repository.js';

/** What people do from a message itself. */
@Injectable()
export class MessageLinksService {
  constructor(
    private readonly links: MessageLinks,
    private readonly notifications: NotificationsRepository,
    private readonly preferences: PreferencesRepository,
    private readonly audit: Audit,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /** Where a message leads, for whom it was sent to or somebody of the same unit. Opening it reads it. @throws LinkEnded */
  @Transactional()
  async open(actor: Actor, token: string): Promise<MessageLinkView> {
    const { id, accountId, unitId, link, callId } = await this.known(token);
    if (accountId !== actor.accountId && unitId !== actor.unitId) throw new LinkEnded();
    if (accountId === actor.accountId && (await this.notifications.markRead(accountId, id, this.clock.now())))
      this.live.say({ topic: 'notification', id, audience: { accountId } });
    return { link, callId };
  }

  /** Notes that a message has arrived and was understood; whoever holds the link may say so. @throws LinkEnded */
  @Transactional()
  async acknowledge(token: string): Promise<void> {
    const { id, accountId } = await this.known(token);
    await this.notifications.acknowledge(id, this.clock.now());
    this.live.say({ topic: 'notification', id, audience: { accountId } });
  }

  /** Sends its reader no more news by mail; calls and reminders go on. @throws LinkEnded */
  async unsubscribe(token: string): Promise<void> {
    const { accountId } = await this.known(token);
    await this.preferences.refuseNewsByMail(accountId, this.clock.now());
  }

  /** Ends every link sent so far. */
  @Transactional()
  async revokeAll(actor: Actor): Promise<void> {
    await this.links.revoke(actor.accountId);
    await this.audit.record({
      actor,
      action: 'messages.linksRevoked',
      subjectType: 'unit',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data: {},
    });
  }

  private async known(token: string): Promise<LinkedMessage> {
    const message = await this.links.read(token);
    if (!message) throw new LinkEnded();
    return message;
  }
}
