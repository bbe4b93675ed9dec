import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { CourseView, CreateCourseDto } from '../courses/index.js';
import { NeedsFillView, PlanLineView } from './dto/plan.view.js';
import { ChangeLineDto, CreateLineDto, NeedsFillDto } from './dto/plans.dto.js';
import { NeedsFillService } from './needs-fill.service.js';
import { PlanLinesService } from './plan-lines.service.js';

@ApiTags('plans')
@Controller('plans/:id')
@Policy('plans.write')
export class PlanLinesController {
  constructor(
    private readonly lines: PlanLinesService,
    private readonly fills: NeedsFillService,
  ) {}

  /** Adds a line to the draft. */
  @Post('lines')
  add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CreateLineDto,
  ): Promise<PlanLineView> {
    return this.lines.add(actor, id, dto);
  }

  /** Send the line's version as `If-Match`, so that nobody's change is lost. */
  @Patch('lines/:lineId')
  @TakesIfMatch()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('lineId', IdPipe) lineId: string,
    @Body() dto: ChangeLineDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<PlanLineView> {
    return this.lines.change(actor, id, lineId, dto, readVersion(ifMatch));
  }

  @Delete('lines/:lineId')
  @HttpCode(204)
  @TakesIfMatch()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('lineId', IdPipe) lineId: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.lines.remove(actor, id, lineId, readVersion(ifMatch));
  }

  /** Plans a class for a line in force; it counts for that line. */
  @Post('lines/:lineId/courses')
  openClass(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('lineId', IdPipe) lineId: string,
    @Body() dto: CreateCourseDto,
  ): Promise<CourseView> {
    return this.lines.openClass(actor, id, lineId, dto);
  }

  /** Lets a class that is there count for a line in force. */
  @Put('lines/:lineId/courses/:courseId')
  @HttpCode(204)
  linkClass(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('lineId', IdPipe) lineId: string,
    @Param('courseId', IdPipe) courseId: string,
  ): Promise<void> {
    return this.lines.linkClass(actor, id, lineId, courseId);
  }

  /** Lets a class that was linked or opened from the plan count by itself again. */
  @Delete('courses/:courseId')
  @HttpCode(204)
  unlinkClass(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('courseId', IdPipe) courseId: string,
  ): Promise<void> {
    return this.lines.unlinkClass(actor, id, courseId);
  }

  /** What lines from the needs would do to the draft. */
  @Post('needs-preview')
  @HttpCode(200)
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: NeedsFillDto,
  ): Promise<NeedsFillView> {
    return this.fills.preview(actor, id, dto);
  }

  /** Takes lines from the needs into the draft. */
  @Post('fills')
  fill(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: NeedsFillDto,
  ): Promise<NeedsFillView> {
    return this.fills.fill(actor, id, dto);
  }

  /** Takes the last lines from needs back, while nobody changed them. */
  @Post('fills/:fillId/undo')
  @HttpCode(204)
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('fillId', IdPipe) fillId: string,
  ): Promise<void> {
    return this.fills.undo(actor, id, fillId);
  }
}
