import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { CheckSessionDto, CreateSessionDto, SessionsQuery, UpdateSessionDto } from './dto/session.dto.js';
import { SessionCheckView, SessionList, SessionView } from './dto/session.view.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('timetable')
@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Sessions of every class the reader may know of, between two days. */
  @Get('sessions')
  @Policy('timetable.read')
  async between(@CurrentActor() actor: Actor, @Query() query: SessionsQuery): Promise<SessionList> {
    return { items: await this.sessions.between(actor, query) };
  }

  @Get('courses/:id/sessions')
  @Policy('timetable.read')
  async ofCourse(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SessionList> {
    return { items: await this.sessions.ofCourse(actor, id) };
  }

  /** Lays a session; where it clashes, the answer names with what and offers the nearest free times. */
  @Post('courses/:id/sessions')
  @Policy('timetable.manage')
  create(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CreateSessionDto,
  ): Promise<SessionView> {
    return this.sessions.create(actor, id, dto);
  }

  /** What would come of a session, without laying it. */
  @Post('courses/:id/sessions/check')
  @HttpCode(200)
  @Policy('timetable.manage')
  check(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CheckSessionDto,
  ): Promise<SessionCheckView> {
    return this.sessions.check(actor, id, dto);
  }

  @Patch('sessions/:id')
  @Policy('timetable.manage')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateSessionDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<SessionView> {
    return this.sessions.update(actor, id, dto, readVersion(ifMatch));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Policy('timetable.manage')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.remove(actor, id);
  }
}
