import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { PatternDto } from './dto/pattern.dto.js';
import { PatternLaid, PatternPreview } from './dto/pattern.view.js';
import { PatternsService } from './patterns.service.js';

@ApiTags('timetable')
@Controller('courses/:id/session-pattern')
@Policy('timetable.manage')
export class PatternsController {
  constructor(private readonly patterns: PatternsService) {}

  /** What a rule would lay: sessions, what each clashes with, and which days are left out and why. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: PatternDto,
  ): Promise<PatternPreview> {
    return this.patterns.preview(actor, id, dto);
  }

  /** Lays it, all or nothing. */
  @Post()
  store(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: PatternDto): Promise<PatternLaid> {
    return this.patterns.store(actor, id, dto);
  }
}
