import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { DecisionsModule } from '../modules/decisions/index.js';
import { DemoModule } from '../modules/demo/index.js';
import { DuplicatesModule } from '../modules/duplicates/index.js';
import { IdentityModule } from '../modules/identity/index.js';
import { ImportsModule } from '../modules/imports/index.js';
import { NeedsModule } from '../modules/needs/index.js';
import { PapersModule } from '../modules/papers/index.js';
import { PlansModule } from '../modules/plans/index.js';
import { ProgramsModule } from '../modules/programs/index.js';
import { ProposalsModule } from '../modules/proposals/index.js';
import { RemindersModule } from '../modules/reminders/index.js';
import { ReorganisationsModule } from '../modules/reorganisations/index.js';
import { ReportsModule } from '../modules/reports/index.js';
import { SchedulingModule } from '../modules/scheduling/index.js';
import { SoundnessModule } from '../modules/soundness/index.js';
import { TimetableModule } from '../modules/timetable/index.js';
import { ViewsModule } from '../modules/views/index.js';
import { AccessModule } from '../platform/access/access.module.js';
import { AuditModule } from '../platform/audit/audit.module.js';
import { SystemClock } from '../platform/clock/system-clock.js';
import { Settings } from '../platform/config/settings.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { FilesModule } from '../platform/files/files.module.js';
import { GatewaysModule } from '../platform/gateway/gateways.module.js';
import { HttpModule } from '../platform/http/http.module.js';
import { JournalModule } from '../platform/journal/journal.module.js';
import { LiveModule } from '../platform/live/live.module.js';
import { loggingModule } from '../platform/logging/logging.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { MessagesModule } from '../platform/messages/messages.module.js';
import { OutboxModule } from '../platform/outbox/outbox.module.js';
import { PushModule } from '../platform/push/push.module.js';
import { QueueBackend } from '../platform/queue/queue-backend.js';
import { SecretsModule } from '../platform/secrets/secrets.module.js';
import { WorkerModule } from '../platform/worker/worker.module.js';

/** What a process is made of. */
export interface AppOptions {
  readonly settings: Settings;
  /** Of the embedded PostgreSQL, or the setting. */
  readonly databaseUrl: string;
  /** Whether it carries and keeps promises besides answering requests. */
  readonly worker: boolean;
  /** Another clock, for tests. */
  readonly clock?: Clock;
}

@Global()
@Module({})
class ProcessModule {
  static forRoot({ settings, databaseUrl, clock }: AppOptions): DynamicModule {
    const providers = [
      { provide: Settings, useValue: settings },
      { provide: Clock, useValue: clock ?? new SystemClock() },
      { provide: QueueBackend, useValue: new QueueBackend(databaseUrl, settings.redisUrl) },
    ];
    return { module: ProcessModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** The whole product: the platform, and every room of the business. */
@Module({})
export class AppModule {
  static forRoot(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ProcessModule.forRoot(options),
        loggingModule(options.settings.logLevel),
        DatabaseModule.forRoot(options.databaseUrl),
        MessagesModule,
        LiveModule,
        AuditModule,
        JournalModule,
        FilesModule,
        SecretsModule,
        OutboxModule,
        MailModule,
        GatewaysModule,
        PushModule,
        AccessModule,
        HttpModule,
        IdentityModule,
        ImportsModule,
        NeedsModule,
        PapersModule,
        PlansModule,
        ProgramsModule,
        ProposalsModule,
        DecisionsModule,
        RemindersModule,
        ReorganisationsModule,
        ReportsModule,
        SchedulingModule,
        SoundnessModule,
        TimetableModule,
        ViewsModule,
        DuplicatesModule,
        DemoModule,
        ...(options.worker ? [WorkerModule] : []),
      ],
    };
  }
}
