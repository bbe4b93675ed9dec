import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { CreateOfficialDto, UpdateOfficialDto } from './dto/official.dto.js';
import { OfficialProfile } from './dto/official.view.js';
import { OfficialsService } from './officials.service.js';

@ApiTags('officials')
@Controller('officials')
export class OfficialsController {
  constructor(private readonly officials: OfficialsService) {}

  @Get(':id')
  @Policy('officials.read')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OfficialProfile> {
    return this.officials.profile(actor, id);
  }

  @Post()
  @Policy('officials.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateOfficialDto): Promise<OfficialProfile> {
    return this.officials.create(actor, dto);
  }

  @Patch(':id')
  @Policy('officials.manage')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateOfficialDto,
  ): Promise<OfficialProfile> {
    return this.officials.update(actor, id, dto);
  }
}
