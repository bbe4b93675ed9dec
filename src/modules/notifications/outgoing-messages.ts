import { Injectable } from '@nestjs/common';
import type { OutgoingMessage } from './channels/channel.js';
import type { Delivery } from './deliveries.repository.js';
import { MessageLinks } from './message-links.js';
import { MessageTexts } from './message-texts.js';

/** Messages as they are handed to a channel: written in their reader's language, with the links that name them. */
@Injectable()
export class OutgoingMessages {
  constructor(
    private readonly texts: MessageTexts,
    private readonly links: MessageLinks,
  ) {}

  async of(delivery: Delivery): Promise<OutgoingMessage> {
    const write = await this.texts.writer([delivery]);
    const token = await this.links.tokenFor(delivery.notificationId);
    return { ...delivery, ...write(delivery, delivery.locale), token, copy: delivery.copyUnitId !== null };
  }
}
