import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import {
  AddVersionDto,
  CorrectVersionDto,
  CreateProgramDto,
  ProgramsQuery,
  RenameProgramDto,
  SetPapersDto,
} from './dto/program.dto.js';
import { ProgramPage, ProgramVersions, ProgramVersionView, ProgramView } from './dto/program.view.js';
import { ProgramsAdmin } from './programs-admin.service.js';
import { ProgramsService } from './programs.service.js';

@ApiTags('programs')
@Controller()
export class ProgramsController {
  constructor(
    private readonly programs: ProgramsService,
    private readonly admin: ProgramsAdmin,
  ) {}

  /** The kinds of training as they are on a day. */
  @Get('programs')
  @Policy('programs.read')
  list(@Query() query: ProgramsQuery): Promise<ProgramPage> {
    return this.programs.list(query.asOf);
  }

  @Get('programs/:id')
  @Policy('programs.read')
  get(@Param('id', IdPipe) id: string, @Query() query: ProgramsQuery): Promise<ProgramView> {
    return this.programs.get(id, 'id', query.asOf);
  }

  /** What the program was, is and will be, and who changed it. */
  @Get('programs/:id/versions')
  @Policy('programs.read')
  versions(@Param('id', IdPipe) id: string): Promise<ProgramVersions> {
    return this.programs.versions(id);
  }

  /** A new kind of training, with what it is from a day on. */
  @Post('programs')
  @Policy('programs.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateProgramDto): Promise<ProgramView> {
    return this.admin.create(actor, dto);
  }

  @Patch('programs/:id')
  @Policy('programs.manage')
  rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: RenameProgramDto,
  ): Promise<ProgramView> {
    return this.admin.rename(actor, id, dto);
  }

  /** Says what the program is from a day on; what it was before ends the day before. */
  @Post('programs/:id/versions')
  @Policy('programs.manage')
  addVersion(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AddVersionDto,
  ): Promise<ProgramVersionView> {
    return this.admin.addVersion(actor, id, dto);
  }

  /** Mends what was written wrongly. Once classes were held by it, only what was never said can be added. */
  @Patch('program-versions/:id')
  @Policy('programs.manage')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CorrectVersionDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProgramVersionView> {
    return this.admin.correct(actor, id, dto, readVersion(ifMatch));
  }

  /** Which papers a nomination must bring; may be changed while classes run by it. */
  @Put('program-versions/:id/papers')
  @Policy('programs.manage')
  setPapers(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { papers }: SetPapersDto,
  ): Promise<ProgramVersionView> {
    return this.admin.setPapers(actor, id, papers);
  }

  /** Only what no class was held by; what was before goes on. */
  @Delete('program-versions/:id')
  @HttpCode(204)
  @Policy('programs.manage')
  removeVersion(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.admin.removeVersion(actor, id);
  }
}
