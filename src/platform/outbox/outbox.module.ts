import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FailuresController } from './failures.controller.js';
import { Failures } from './failures.js';
import { HandlerRegistry } from './handler-registry.js';
import { Inbox } from './inbox.js';
import { Outbox } from './outbox.js';
import { QueueController } from './queue.controller.js';
import { QueueDesk } from '../queue/queue-desk.js';
import { QueueService } from './queue.service.js';
import { QueueRebuild } from './queue-rebuild.js';

/** Announcing: what every process can do. Carrying and keeping is the worker's (`WorkerModule`). */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [FailuresController, QueueController],
  providers: [Failures, HandlerRegistry, Outbox, Inbox, QueueDesk, QueueRebuild, QueueService],
  exports: [Failures, HandlerRegistry, Outbox, Inbox, QueueRebuild],
})
export class OutboxModule {}
