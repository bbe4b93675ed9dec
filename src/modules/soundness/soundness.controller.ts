import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { DataCheckView } from './dto/data-check.view.js';
import { SoundnessService } from './soundness.service.js';

@ApiTags('data check')
@Controller('data-check')
export class SoundnessController {
  constructor(private readonly soundness: SoundnessService) {}

  /** What must always be so, when it was last looked at, and what was not. */
  @Get()
  @Policy('dataChecks.read')
  view(@CurrentActor() actor: Actor): Promise<DataCheckView> {
    return this.soundness.view(actor);
  }

  /** Looks now, as the command `audit` does; no data is changed. */
  @Post('run')
  @HttpCode(200)
  @Policy('dataChecks.read')
  run(@CurrentActor() actor: Actor): Promise<DataCheckView> {
    return this.soundness.run(actor);
  }
}
