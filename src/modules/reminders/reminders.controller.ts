import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { RemindersQuery } from './dto/reminder.dto.js';
import { ReminderPage } from './dto/reminder.view.js';
import { RemindersQueries } from './reminders.queries.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { RemindersExport } from './reminders.export.js';

@ApiTags('reminders')
@Controller('reminders')
export class RemindersController {
  constructor(
    private readonly queries: RemindersQueries,
    private readonly exported: RemindersExport,
  ) {}

  /** The same list, all of it, as a workbook. */
  @Get('export')
  @ApiWorkbook()
  @Policy('reminders.read')
  export(@CurrentActor() actor: Actor, @Query() query: RemindersQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }

  /** What went, what is planned, and what was dropped and why. */
  @Get()
  @Policy('reminders.read')
  list(@CurrentActor() actor: Actor, @Query() query: RemindersQuery): Promise<ReminderPage> {
    return this.queries.list(actor.unitId, query);
  }
}
