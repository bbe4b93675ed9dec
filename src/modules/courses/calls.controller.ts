import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { CallsService } from './calls.service.js';
import { AskMoreTimeDto, CallsQuery, ExpectDto, ExtendCallDto, ReasonDto } from './dto/course.dto.js';
import { UnitCallPage, UnitCallView } from './dto/course.view.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { CallsExport } from './calls.export.js';

@ApiTags('calls')
@Controller('calls')
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly exported: CallsExport,
  ) {}

  /** Calls to units of the caller's subtree, the nearest deadline first. */
  @Get()
  @Policy('courses.read')
  list(@CurrentActor() actor: Actor, @Query() query: CallsQuery): Promise<UnitCallPage> {
    return this.calls.list(actor, query);
  }

  /** The same list, all of it, as a workbook. */
  @Get('export')
  @ApiWorkbook()
  @Policy('courses.read')
  export(@CurrentActor() actor: Actor, @Query() query: CallsQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }

  /** Answers "no one to nominate". */
  @Post(':id/decline')
  @HttpCode(200)
  @Policy('calls.answer')
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<UnitCallView> {
    return this.calls.decline(actor, id, reason);
  }

  /** Answers "we need more time". */
  @Post(':id/ask-more-time')
  @HttpCode(200)
  @Policy('calls.answer')
  askMoreTime(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AskMoreTimeDto,
  ): Promise<UnitCallView> {
    return this.calls.askMoreTime(actor, id, dto);
  }

  /** Says no to a request for more time; the unit owes its answer again, by the day it had. */
  @Post(':id/refuse-time')
  @HttpCode(200)
  @Policy('calls.extend')
  refuseTime(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<UnitCallView> {
    return this.calls.refuseTime(actor, id, reason);
  }

  /** How many people are expected of the unit. */
  @Put(':id/expected')
  @Policy('calls.extend')
  expect(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { people }: ExpectDto,
  ): Promise<UnitCallView> {
    return this.calls.expect(actor, id, people);
  }

  /** Gives one unit another deadline. */
  @Post(':id/extend')
  @HttpCode(200)
  @Policy('calls.extend')
  extend(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ExtendCallDto,
  ): Promise<UnitCallView> {
    return this.calls.extend(actor, id, dto);
  }
}
