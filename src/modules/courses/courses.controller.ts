import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { CallsService } from './calls.service.js';
import { CoursesService } from './courses.service.js';
import { CopyCourseDto, CoursesQuery, CreateCourseDto, OpenNominationsDto, UpdateCourseDto } from './dto/course.dto.js';
import { CourseCopies, CoursePage, CourseView, HistoryView } from './dto/course.view.js';

@ApiTags('courses')
@Controller('courses')
export class CoursesController {
  constructor(
    private readonly courses: CoursesService,
    private readonly calls: CallsService,
  ) {}

  @Get()
  @Policy('courses.read')
  list(@CurrentActor() actor: Actor, @Query() query: CoursesQuery): Promise<CoursePage> {
    return this.courses.list(actor, query);
  }

  @Get(':id')
  @Policy('courses.read')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CourseView> {
    return this.courses.get(actor, id);
  }

  /** Everything that happened to the class, oldest first. */
  @Get(':id/history')
  @Policy('courses.read')
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<HistoryView> {
    return this.courses.history(actor, id);
  }

  /** Plans a class, as a draft. */
  @Post()
  @Policy('courses.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateCourseDto): Promise<CourseView> {
    return this.courses.create(actor, dto);
  }

  /** Send the version read as `If-Match`, so that nobody's change is lost. */
  @Patch(':id')
  @Policy('courses.manage')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateCourseDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<CourseView> {
    return this.courses.update(actor, id, dto, readVersion(ifMatch));
  }

  /** Plans classes like this one: one copy, or a series. All or none. */
  @Post(':id/copies')
  @Policy('courses.manage')
  copy(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CopyCourseDto,
  ): Promise<CourseCopies> {
    return this.courses.copy(actor, id, dto);
  }

  /** Opens the class for nominations and calls units to it. */
  @Post(':id/open-nominations')
  @HttpCode(200)
  @Policy('courses.openNominations')
  openNominations(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: OpenNominationsDto,
  ): Promise<CourseView> {
    return this.calls.openNominations(actor, id, dto);
  }

  @Post(':id/close-nominations')
  @HttpCode(200)
  @Policy('courses.manage')
  closeNominations(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CourseView> {
    return this.calls.closeNominations(actor, id);
  }
}
