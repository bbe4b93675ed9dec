import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { AskedPapersService } from './asked-papers.service.js';
import { AskedPapersDto } from './dto/paper.dto.js';
import { AskedPapersView } from './dto/paper.view.js';

/** Which papers a program asks for. */
@ApiTags('papers')
@Controller('programs/:id/papers')
export class AskedPapersController {
  constructor(private readonly asked: AskedPapersService) {}

  @Get()
  @Policy('papers.readAsked')
  get(@Param('id', IdPipe) id: string): Promise<AskedPapersView> {
    return this.asked.of(id);
  }

  @Put()
  @Policy('papers.ask')
  put(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { kinds }: AskedPapersDto,
  ): Promise<AskedPapersView> {
    return this.asked.ask(actor, id, kinds);
  }
}
