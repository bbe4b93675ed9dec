import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { WORD } from '../../platform/word/party-paper.js';
import { PDF } from '../../platform/word/party-paper-pdf.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { CourseToHoldDto, LetterQuery, MoveReminderDto, NudgeDto, RemindersQuery } from './dto/reminder.dto.js';
import { NudgeView, ReminderPage } from './dto/reminder.view.js';
import { DeliveriesQuery, ResponsivenessQuery, UpcomingQuery } from './dto/seeing.dto.js';
import { ReminderDeliveryPage, ResponsivenessView, UpcomingReminders } from './dto/seeing.view.js';
import { HandlingService } from './handling.service.js';
import { LetterService } from './letter.service.js';
import { RemindersExport } from './reminders.export.js';
import { RemindersQueries } from './reminders.queries.js';
import { SeeingQueries } from './seeing.queries.js';

@ApiTags('reminders')
@Controller('reminders')
export class RemindersController {
  constructor(
    private readonly queries: RemindersQueries,
    private readonly exported: RemindersExport,
    private readonly handling: HandlingService,
    private readonly seeing: SeeingQueries,
    private readonly letters: LetterService,
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
    return this.queries.list(actor, query);
  }

  /** A letter to all units of a class that owe an answer, or one to each, as a Word file or a PDF: for those who read no messages. */
  @Get('letter')
  @ApiProduces(WORD, PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Policy('reminders.manage')
  letter(@CurrentActor() actor: Actor, @Query() query: LetterQuery): Promise<StreamableFile> {
    return this.letters.file(actor, query);
  }

  /** What is due in the coming days, of all classes. */
  @Get('upcoming')
  @Policy('reminders.read')
  async upcoming(@CurrentActor() actor: Actor, @Query() query: UpcomingQuery): Promise<UpcomingReminders> {
    return { items: await this.seeing.upcoming(actor, query) };
  }

  /** Who got what about a class, by what, whether they read it, and how fast their unit answered. */
  @Get('deliveries')
  @Policy('reminders.read')
  deliveries(@CurrentActor() actor: Actor, @Query() query: DeliveriesQuery): Promise<ReminderDeliveryPage> {
    return this.seeing.deliveries(actor, query);
  }

  /** How units answered their calls over the years. */
  @Get('responsiveness')
  @Policy('reminders.readPolicies')
  responsiveness(@CurrentActor() actor: Actor, @Query() query: ResponsivenessQuery): Promise<ResponsivenessView> {
    return this.seeing.responsiveness(actor, query);
  }

  /** Reminds units by hand, with words of one's own. */
  @Post('nudge')
  @HttpCode(200)
  @Policy('reminders.manage')
  nudge(@CurrentActor() actor: Actor, @Body() dto: NudgeDto): Promise<NudgeView> {
    return this.handling.nudge(actor, dto);
  }

  /** Holds a class's reminders back. */
  @Post('pause')
  @HttpCode(204)
  @Policy('reminders.manage')
  pause(@CurrentActor() actor: Actor, @Body() { courseId }: CourseToHoldDto): Promise<void> {
    return this.handling.pause(actor, courseId);
  }

  /** Lets them go again. */
  @Post('resume')
  @HttpCode(204)
  @Policy('reminders.manage')
  resume(@CurrentActor() actor: Actor, @Body() { courseId }: CourseToHoldDto): Promise<void> {
    return this.handling.resume(actor, courseId);
  }

  /** Sends a planned reminder before its day. */
  @Post(':id/send-now')
  @HttpCode(204)
  @Policy('reminders.manage')
  sendNow(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.handling.sendNow(actor, id);
  }

  /** Gives a planned reminder another day. */
  @Post(':id/move')
  @HttpCode(204)
  @Policy('reminders.manage')
  move(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { on }: MoveReminderDto): Promise<void> {
    return this.handling.move(actor, id, on);
  }

  /** Takes a planned reminder out for good. */
  @Post(':id/cancel')
  @HttpCode(204)
  @Policy('reminders.manage')
  cancel(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.handling.cancel(actor, id);
  }
}
