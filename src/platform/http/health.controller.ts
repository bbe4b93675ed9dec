import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../access/policy.js';
import { Database } from '../database/database.js';
import { HealthView } from './health.view.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  /** The process answers. */
  @Get('live')
  @Public('a watchdog has no account')
  live(): HealthView {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('ready')
  @Public('a load balancer has no account')
  async ready(): Promise<HealthView> {
    await this.db.rows('SELECT 1');
    return { status: 'ok' };
  }
}
