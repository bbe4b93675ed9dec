import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy, Public } from '../../platform/access/policy.js';
import { MessageLinkView } from './dto/link.view.js';
import { MessageLinksService } from './message-links.service.js';

@ApiTags('notifications')
@Controller()
export class MessageLinksController {
  constructor(private readonly links: MessageLinksService) {}

  /** Where the message leads that a link was made for. */
  @Get('message-links/:token')
  @Policy('notifications.read')
  open(@CurrentActor() actor: Actor, @Param('token') token: string): Promise<MessageLinkView> {
    return this.links.open(actor, token);
  }

  /** The message has arrived and was understood. */
  @Post('message-links/:token/acknowledge')
  @HttpCode(204)
  @Public('the signed link says which message; it tells and opens nothing')
  acknowledge(@Param('token') token: string): Promise<void> {
    return this.links.acknowledge(token);
  }

  /** No more news by mail: what a mail program sends for its button (RFC 8058). */
  @Post('message-links/:token/unsubscribe')
  @HttpCode(204)
  @Public('mail programs have no account; the signed link says whose mail')
  unsubscribe(@Param('token') token: string): Promise<void> {
    return this.links.unsubscribe(token);
  }

  /** Ends every link sent so far; messages still open by logging in. */
  @Post('message-links/revoke')
  @HttpCode(204)
  @Policy('notifications.readMail')
  revoke(@CurrentActor() actor: Actor): Promise<void> {
    return this.links.revokeAll(actor);
  }
}
