import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { CreateAbsenceDto, CreateLecturerDto, LecturersQuery, UpdateLecturerDto } from './dto/lecturer.dto.js';
import { LecturerList, LecturerView } from './dto/lecturer.view.js';
import { LecturersService } from './lecturers.service.js';

@ApiTags('timetable')
@Controller('lecturers')
export class LecturersController {
  constructor(private readonly lecturers: LecturersService) {}

  /** Lecturers of the reader's part of the tree and of those above. */
  @Get()
  @Policy('timetable.read')
  async list(@CurrentActor() actor: Actor, @Query() query: LecturersQuery): Promise<LecturerList> {
    return { items: await this.lecturers.list(actor, query) };
  }

  @Post()
  @Policy('timetable.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateLecturerDto): Promise<LecturerView> {
    return this.lecturers.create(actor, dto);
  }

  @Patch(':id')
  @Policy('timetable.manage')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateLecturerDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<LecturerView> {
    return this.lecturers.update(actor, id, dto, readVersion(ifMatch));
  }

  /** Days on which they cannot teach; refused while they have sessions on them. */
  @Post(':id/absences')
  @Policy('timetable.manage')
  addAbsence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CreateAbsenceDto,
  ): Promise<LecturerView> {
    return this.lecturers.addAbsence(actor, id, dto);
  }

  @Delete(':id/absences/:absenceId')
  @Policy('timetable.manage')
  removeAbsence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('absenceId', IdPipe) absenceId: string,
  ): Promise<LecturerView> {
    return this.lecturers.removeAbsence(actor, id, absenceId);
  }
}
