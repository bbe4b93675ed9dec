import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '../access/policy.js';
import { IdPipe } from '../http/id.pipe.js';
import { PageQuery } from '../http/page.dto.js';
import { Failures } from './failures.js';
import { FailurePage, RetriedView } from './failures.view.js';
import './queue.policy.js';

@ApiTags('queue')
@Controller('queue/failures')
export class FailuresController {
  constructor(private readonly failures: Failures) {}

  /** What was promised and could not be done: why, and whether it is tried again by itself. */
  @Get()
  @Policy('queue.handle')
  list(@Query() query: PageQuery): Promise<FailurePage> {
    return this.failures.list(query);
  }

  /** Tries all of them again. */
  @Post('retry')
  @HttpCode(200)
  @Policy('queue.handle')
  async retryAll(): Promise<RetriedView> {
    return { retried: await this.failures.retryAll() };
  }

  /** Tries one again. */
  @Post(':id/retry')
  @HttpCode(204)
  @Policy('queue.handle')
  retry(@Param('id', IdPipe) id: string): Promise<void> {
    return this.failures.retry(id);
  }
}
