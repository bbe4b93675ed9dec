import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { attachment } from '../../platform/http/attachment.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { AddPaperDto, HealthDto } from './dto/paper.dto.js';
import { AskedPapersView, MissingPapersView, PapersView } from './dto/paper.view.js';
import { PapersService } from './papers.service.js';

/** Papers that go with nominations. */
@ApiTags('papers')
@Controller()
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  @Get('nominations/:id/papers')
  @Policy('papers.read')
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PapersView> {
    return this.papers.list(actor, id);
  }

  /** Attaches a finished upload (`/uploads`, tus), or a file of an earlier nomination of the same person. */
  @Post('nominations/:id/papers')
  @Policy('papers.change')
  add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: AddPaperDto): Promise<PapersView> {
    return this.papers.add(actor, id, dto);
  }

  /** Fit to study: yes or no, and the day of the check. Nothing else of health is kept. */
  @Put('nominations/:id/papers/health')
  @Policy('papers.change')
  sayFit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: HealthDto): Promise<PapersView> {
    return this.papers.sayFit(actor, id, dto);
  }

  /** What a class asks for, and who of the reader's officials has some of it from an earlier nomination. */
  @Get('courses/:id/asked-papers')
  @Policy('papers.read')
  asked(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<AskedPapersView> {
    return this.papers.asked(actor, id);
  }

  /** Who of a class still lacks papers. */
  @Get('courses/:id/missing-papers')
  @Policy('papers.read')
  missing(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<MissingPapersView> {
    return this.papers.missing(actor, id);
  }

  /** The file; that it was read goes into the trail. */
  @Get('papers/:id/content')
  @Policy('papers.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return attachment(await this.papers.read(actor, id));
  }

  @Delete('papers/:id')
  @HttpCode(204)
  @Policy('papers.change')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.papers.remove(actor, id);
  }
}
