import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Housekeeping } from '../outbox/housekeeping.js';
import { Relay } from '../outbox/relay.js';
import { JobQueue } from '../queue/job-queue.js';
import { WorkerEngine } from './worker-engine.js';

/** What makes a process a worker. */
@Module({ imports: [DiscoveryModule], providers: [Housekeeping, JobQueue, Relay, WorkerEngine] })
export class WorkerModule {}
