import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch, WithEntityTag } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { CreateOfficialDto, UpdateOfficialDto } from './dto/official.dto.js';
import { OfficialProfile, OfficialView } from './dto/official.view.js';
import { FindByNumberDto, RevealDto } from './dto/record.dto.js';
import { RecordHistory, RevealedNumber } from './dto/record.view.js';
import { OfficialNumbersService } from './official-numbers.service.js';
import { OfficialsService } from './officials.service.js';
import { RecordHistoryService } from './record-history.service.js';

@ApiTags('officials')
@Controller('officials')
export class OfficialsController {
  constructor(
    private readonly officials: OfficialsService,
    private readonly numbers: OfficialNumbersService,
    private readonly history: RecordHistoryService,
  ) {}

  /** Who has this number: in a body, so that no number ever stands in an address or a log. */
  @Post('find-by-number')
  @HttpCode(200)
  @Policy('officials.readSensitive')
  findByNumber(@CurrentActor() actor: Actor, @Body() dto: FindByNumberDto): Promise<OfficialView[]> {
    return this.numbers.find(actor, dto);
  }

  @Get(':id')
  @Policy('officials.read')
  @WithEntityTag()
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OfficialProfile> {
    return this.officials.profile(actor, id);
  }

  @Post()
  @Policy('officials.manage')
  @WithEntityTag()
  create(@CurrentActor() actor: Actor, @Body() dto: CreateOfficialDto): Promise<OfficialProfile> {
    return this.officials.create(actor, dto);
  }

  /** Null empties a field; a level below the recorded one corrects it. */
  @Patch(':id')
  @Policy('officials.manage')
  @WithEntityTag()
  @TakesIfMatch()
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateOfficialDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<OfficialProfile> {
    return this.officials.update(actor, id, dto, readVersion(ifMatch));
  }

  /** The whole of a number that the profile shows masked; told to the trail with the reason. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Policy('officials.readSensitive')
  reveal(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: RevealDto,
  ): Promise<RevealedNumber> {
    return this.numbers.reveal(actor, id, dto);
  }

  /** What was done to the record and who opened it, newest first. */
  @Get(':id/history')
  @Policy('officials.manage')
  getHistory(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<RecordHistory> {
    return this.history.of(actor, id);
  }
}
