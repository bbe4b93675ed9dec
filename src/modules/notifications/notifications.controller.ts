import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { NotificationsQuery } from './dto/notification.dto.js';
import { NotificationPage } from './dto/notification.view.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('notifications')
@Controller()
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** The caller's inbox, newest first. */
  @Get('inbox')
  @Policy('notifications.read')
  list(@CurrentActor() actor: Actor, @Query() query: NotificationsQuery): Promise<NotificationPage> {
    return this.notifications.list(actor, query);
  }

  @Post('inbox/read-all')
  @HttpCode(204)
  @Policy('notifications.read')
  markAllRead(@CurrentActor() actor: Actor): Promise<void> {
    return this.notifications.markAllRead(actor);
  }

  @Post('inbox/:id/read')
  @HttpCode(204)
  @Policy('notifications.read')
  markRead(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.notifications.markRead(actor, id);
  }
}
