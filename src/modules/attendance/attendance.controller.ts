import { Body, Controller, Get, Headers, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch, WithEntityTag } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { AttendanceExport } from './attendance.export.js';
import { AttendanceService } from './attendance.service.js';
import { RecordSheetDto, SheetExportQuery } from './dto/attendance.dto.js';
import { CourseAttendanceView, PersonAttendanceView, SheetView } from './dto/attendance.view.js';
import { RecordingService } from './recording.service.js';

/** Who was at which session of a class. */
@ApiTags('attendance')
@Controller()
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly recording: RecordingService,
    private readonly exports: AttendanceExport,
  ) {}

  /** The reader's people of a class by its sessions, with the share of each. */
  @Get('courses/:id/attendance')
  @Policy('attendance.read')
  ofCourse(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CourseAttendanceView> {
    return this.attendance.ofCourse(actor, id);
  }

  /** The same as a workbook, or an empty one to be printed. */
  @Get('courses/:id/attendance/export')
  @Policy('attendance.read')
  @ApiWorkbook()
  export(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { blank = false }: SheetExportQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(actor, id, blank);
  }

  /** The sheet of one session. */
  @Get('sessions/:id/attendance')
  @Policy('attendance.read')
  @WithEntityTag()
  sheet(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SheetView> {
    return this.attendance.sheet(actor, id);
  }

  /** Makes the sheet what it should be; the same sheet sent again changes nothing. */
  @Put('sessions/:id/attendance')
  @Policy('attendance.record')
  @WithEntityTag()
  @TakesIfMatch()
  record(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { marks }: RecordSheetDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<SheetView> {
    return this.recording.record(actor, id, marks, readVersion(ifMatch));
  }

  /** What an official was at, class by class. */
  @Get('officials/:id/attendance')
  @Policy('attendance.read')
  ofOfficial(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PersonAttendanceView> {
    return this.attendance.ofOfficial(actor, id);
  }

  /** What the reader was at, class by class. */
  @Get('own/attendance')
  @Policy('attendance.readOwn')
  own(@CurrentActor() actor: Actor): Promise<PersonAttendanceView> {
    return this.attendance.own(actor);
  }
}
