import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Messages } from '../../platform/messages/messages.js';
import { Handles } from '../../platform/outbox/topic.js';
import { MessageLinks } from './message-links.js';
import { MessageTexts } from './message-texts.js';
import { isNews, mailText } from './mail-text.js';
import { NotificationsRepository } from './notifications.repository.js';
import { mailWaiting } from './notifications.topics.js';

/** Addresses that a server refuses for good are not tried again. */
const REFUSED_FOR_GOOD = 500;

@Injectable()
export class NotificationsJobs {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly mailer: Mailer,
    private readonly messages: Messages,
    private readonly texts: MessageTexts,
    private readonly links: MessageLinks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Sends one e-mail. A crash between the server's yes and our commit sends it again under the same Message-ID. */
  @Handles(mailWaiting)
  async send({ deliveryId }: { deliveryId: string }): Promise<void> {
    const delivery = await this.notifications.hold(deliveryId);
    if (delivery?.state !== 'waiting') return;
    const write = await this.texts.writer([delivery]);
    const text = write(delivery, delivery.locale);
    const { publicUrl } = this.settings;
    const token = await this.links.tokenFor(delivery.notificationId);
    const { subject, body, html } = mailText(this.messages, text, delivery, publicUrl, token);
    const unsubscribe = isNews(delivery.kind)
      ? new URL(`/api/v1/message-links/${token}/unsubscribe`, publicUrl).href
      : undefined;
    try {
      await this.mailer.send({ id: delivery.id, to: delivery.address, subject, text: body, html, unsubscribe });
      await this.notifications.markSent(delivery.id, this.clock.now());
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await this.notifications.markFailed(delivery.id, error.message);
    }
  }
}

function isRefusal(error: unknown): error is Error {
  const { responseCode } = error as { responseCode?: unknown };
  return error instanceof Error && typeof responseCode === 'number' && responseCode >= REFUSED_FOR_GOOD;
}
