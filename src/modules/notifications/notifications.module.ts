import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { MessageTexts } from './message-texts.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';
import './notifications.messages.js';
import './notifications.policy.js';

@Module({
  controllers: [NotificationsController],
  providers: [
    MessageTexts,
    NotificationsJobs,
    NotificationsQueries,
    NotificationsRepository,
    NotificationsService,
    TemplatesRepository,
    TemplatesService,
  ],
  exports: [MessageTexts, NotificationsService, TemplatesService],
})
export class NotificationsModule {}
