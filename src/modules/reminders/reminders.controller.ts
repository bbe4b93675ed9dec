import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { RemindersQuery } from './dto/reminder.dto.js';
import { ReminderPage } from './dto/reminder.view.js';
import { RemindersQueries } from './reminders.queries.js';

@ApiTags('reminders')
@Controller('reminders')
export class RemindersController {
  constructor(private readonly queries: RemindersQueries) {}

  /** What went, what is planned, and what was dropped and why. */
  @Get()
  @Policy('reminders.read')
  list(@CurrentActor() actor: Actor, @Query() query: RemindersQuery): Promise<ReminderPage> {
    return this.queries.list(actor.unitId, query);
  }
}
