import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { MessageLinks } from './message-links.js';
import { MessageLinksController } from './message-links.controller.js';
import { MessageLinksService } from './message-links.service.js';
import { RefusalsRepository } from './refusals.repository.js';
import { MessageTexts } from './message-texts.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';
import './notifications.messages.js';
import './notifications.policy.js';

@Module({
  controllers: [MessageLinksController, NotificationsController],
  providers: [
    MessageLinks,
    MessageLinksService,
    MessageTexts,
    NotificationsJobs,
    NotificationsQueries,
    NotificationsRepository,
    NotificationsService,
    RefusalsRepository,
    TemplatesRepository,
    TemplatesService,
  ],
  exports: [MessageTexts, NotificationsService, TemplatesService],
})
export class NotificationsModule {}
