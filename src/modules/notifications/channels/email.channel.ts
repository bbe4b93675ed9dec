import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../../platform/gateway/outcome.js';
import { Settings } from '../../../platform/config/settings.js';
import { Mailer } from '../../../platform/mail/mailer.js';
import { Messages } from '../../../platform/messages/messages.js';
import { mailText } from '../mail-text.js';
import { isNews } from '../rules/choice.js';
import type { Channel, OutgoingMessage } from './channel.js';

/** What a server refuses with such a code it refuses for good. */
const REFUSED_FOR_GOOD = 500;

/** E-mail. Without a server it is kept, to be read by the board: that, too, is a way. */
@Injectable()
export class EmailChannel implements Channel {
  readonly name = 'email';
  readonly connected = true;

  constructor(
    private readonly mailer: Mailer,
    private readonly messages: Messages,
    private readonly settings: Settings,
  ) {}

  async send(to: string, message: OutgoingMessage): Promise<Outcome> {
    const { id, kind, token, copy } = message;
    const { publicUrl } = this.settings;
    const { subject, body, html } = mailText(this.messages, message, message, publicUrl, token);
    const unsubscribe =
      isNews(kind) && !copy ? new URL(`/api/v1/message-links/${token}/unsubscribe`, publicUrl).href : undefined;
    try {
      return { accepted: await this.mailer.send({ id, to, subject, text: body, html, unsubscribe }) };
    } catch (error) {
      return isRefusal(error) ? { refused: error.message } : { later: (error as Error).message };
    }
  }
}

function isRefusal(error: unknown): error is Error {
  const { responseCode } = error as { responseCode?: unknown };
  return error instanceof Error && typeof responseCode === 'number' && responseCode >= REFUSED_FOR_GOOD;
}
