import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { ApiUpload, type Upload, UploadedFile } from '../../platform/http/upload.js';
import { DaysImport } from './days-import.service.js';
import { DaysService } from './days.service.js';
import { CreateBlackoutDto, CreateCalendarDayDto, DaysOffQuery, UpdateCalendarDayDto } from './dto/days.dto.js';
import { BlackoutList, BlackoutView, CalendarDayView, DaysImportView, DaysOffView } from './dto/days.view.js';

@ApiTags('timetable')
@Controller()
export class DaysController {
  constructor(
    private readonly days: DaysService,
    private readonly imported: DaysImport,
  ) {}

  /** Days off of a year: those of the rule, lunar ones among them, and decisions on single days. */
  @Get('days-off')
  @Policy('timetable.read')
  ofYear(@CurrentActor() actor: Actor, @Query() { year }: DaysOffQuery): Promise<DaysOffView> {
    return this.days.ofYear(actor, year);
  }

  @Post('days-off')
  @Policy('timetable.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateCalendarDayDto): Promise<CalendarDayView> {
    return this.days.create(actor, dto);
  }

  /** Swapped days from an xlsx, xls, ods or csv file: the preview, or with `apply` `true` written as a whole. */
  @Post('days-off/import')
  @HttpCode(200)
  @ApiUpload({ apply: ['true', 'false'] })
  @Policy('timetable.manage')
  import(@CurrentActor() actor: Actor, @UploadedFile() file: Upload): Promise<DaysImportView> {
    return this.imported.take(actor, file, file.fields.apply === 'true');
  }

  @Patch('days-off/:id')
  @Policy('timetable.manage')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateCalendarDayDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<CalendarDayView> {
    return this.days.update(actor, id, dto, readVersion(ifMatch));
  }

  @Delete('days-off/:id')
  @HttpCode(204)
  @Policy('timetable.manage')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.days.remove(actor, id);
  }

  /** Times in which a unit's people cannot be called away: harvest, congress. */
  @Get('blackouts')
  @Policy('timetable.read')
  async blackouts(@CurrentActor() actor: Actor): Promise<BlackoutList> {
    return { items: await this.days.blackouts(actor) };
  }

  @Post('blackouts')
  @Policy('timetable.manage')
  createBlackout(@CurrentActor() actor: Actor, @Body() dto: CreateBlackoutDto): Promise<BlackoutView> {
    return this.days.createBlackout(actor, dto);
  }

  @Delete('blackouts/:id')
  @HttpCode(204)
  @Policy('timetable.manage')
  removeBlackout(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.days.removeBlackout(actor, id);
  }
}
