import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Policy } from '../access/policy.js';
import './queue.policy.js';
import { QueueService } from './queue.service.js';
import { JobPage, QueueJobsQuery, QueueView } from './queue.view.js';

@ApiTags('queue')
@Controller('queue')
export class QueueController {
  constructor(private readonly queue: QueueService) {}

  /** Where the queue lives, what is in it by state, and whether it is paused. */
  @Get()
  @Policy('queue.handle')
  view(): Promise<QueueView> {
    return this.queue.view();
  }

  /** Jobs in one state: what they are about, how often they were tried and why in vain. */
  @Get('jobs')
  @Policy('queue.handle')
  jobs(@Query() query: QueueJobsQuery): Promise<JobPage> {
    return this.queue.jobs(query);
  }

  /** Takes a delayed job up at once. */
  @Post('jobs/:id/promote')
  @HttpCode(204)
  @Policy('queue.handle')
  promote(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.queue.promote(actor, id);
  }

  /** Lets no worker take up another job: nothing is sent and nothing is lost until it is resumed. */
  @Post('pause')
  @HttpCode(204)
  @Policy('queue.handle')
  pause(@CurrentActor() actor: Actor): Promise<void> {
    return this.queue.pause(actor);
  }

  @Post('resume')
  @HttpCode(204)
  @Policy('queue.handle')
  resume(@CurrentActor() actor: Actor): Promise<void> {
    return this.queue.resume(actor);
  }
}
