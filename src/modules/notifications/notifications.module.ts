import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { UnitsModule } from '../units/index.js';
import { BouncesJobs } from './bounces.jobs.js';
import { BouncesRepository } from './bounces.repository.js';
import { BouncesService } from './bounces.service.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';
import { Channels } from './channels/channels.js';
import { EmailChannel } from './channels/email.channel.js';
import { PushChannel } from './channels/push.channel.js';
import { ContactsRepository } from './contacts.repository.js';
import { DeliveriesJobs } from './deliveries.jobs.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryPlanning } from './delivery-planning.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { MessageLinks } from './message-links.js';
import { MessageLinksController } from './message-links.controller.js';
import { MessageLinksService } from './message-links.service.js';
import { MessageTexts } from './message-texts.js';
import { Pace } from './pace.js';
import { ContactViews } from './contact-views.js';
import { OutgoingMessages } from './outgoing-messages.js';
import { OfficesService } from './offices.service.js';
import { PhonesReseal } from './phones-reseal.service.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesRepository } from './preferences.repository.js';
import { PreferencesService } from './preferences.service.js';
import { PushSubscriptionsRepository } from './push-subscriptions.repository.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';
import './channels.messages.js';
import './notifications.messages.js';
import './notifications.policy.js';

@Module({
  imports: [IdentityModule, UnitsModule],
  controllers: [ChannelsController, MessageLinksController, NotificationsController, PreferencesController],
  providers: [
    BouncesJobs,
    BouncesRepository,
    BouncesService,
    Channels,
    ChannelsService,
    ContactViews,
    ContactsRepository,
    DeliveriesJobs,
    DeliveriesQueries,
    DeliveriesRepository,
    DeliveriesService,
    DeliveryPlanning,
    EmailChannel,
    MessageLinks,
    MessageLinksService,
    MessageTexts,
    NotificationsQueries,
    NotificationsRepository,
    NotificationsService,
    OfficesService,
    OutgoingMessages,
    Pace,
    PhonesReseal,
    PreferencesRepository,
    PreferencesService,
    PushChannel,
    PushSubscriptionsRepository,
    TemplatesRepository,
    TemplatesService,
  ],
  exports: [MessageTexts, NotificationsService, PhonesReseal, TemplatesService],
})
export class NotificationsModule {}
