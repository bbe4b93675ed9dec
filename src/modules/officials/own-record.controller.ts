import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { OfficialProfile } from './dto/official.view.js';
import { OfficialsService } from './officials.service.js';

@ApiTags('own')
@Controller('own/record')
export class OwnRecordController {
  constructor(private readonly officials: OfficialsService) {}

  /** The reader's own record, to read. */
  @Get()
  @Policy('officials.readOwn')
  get(@CurrentActor() actor: Actor): Promise<OfficialProfile> {
    return this.officials.own(actor);
  }
}
