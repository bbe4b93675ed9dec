import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { OfficialTraining, OwnNominations } from './dto/training.view.js';
import { TrainingService } from './training.service.js';

/** Training of one official: kept here because officials know nothing of classes. */
@ApiTags('officials')
@Controller('officials/:id/training')
export class TrainingController {
  constructor(private readonly training: TrainingService) {}

  /** Classes the official was seated in that run or are over, newest first. */
  @Get()
  @Policy('nominations.read')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OfficialTraining> {
    return this.training.of(actor, id);
  }
}

/** What the reader was put forward for. */
@ApiTags('own')
@Controller('own/nominations')
export class OwnNominationsController {
  constructor(private readonly training: TrainingService) {}

  /** The latest class first, with results and certificates. */
  @Get()
  @Policy('nominations.readOwn')
  list(@CurrentActor() actor: Actor): Promise<OwnNominations> {
    return this.training.own(actor);
  }
}
