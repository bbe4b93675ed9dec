import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HandlerRegistry } from './handler-registry.js';
import { Inbox } from './inbox.js';
import { Outbox } from './outbox.js';

/** Announcing: what every process can do. Carrying and keeping is the worker's (`WorkerModule`). */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [HandlerRegistry, Outbox, Inbox],
  exports: [HandlerRegistry, Outbox, Inbox],
})
export class OutboxModule {}
