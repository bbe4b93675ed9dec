import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { AcceptingService } from './accepting.service.js';
import { AcceptScheduleProposalDto, ChangeProposedClassDto, CreateScheduleProposalDto } from './dto/schedule.dto.js';
import { ScheduleProposalList, ScheduleProposalView } from './dto/schedule.view.js';
import { PlacingService } from './placing.service.js';
import { ProposalsService } from './proposals.service.js';
import { SchedulePresenter } from './schedule.presenter.js';

@ApiTags('scheduling')
@Controller('schedule-proposals')
@Policy('schedules.propose')
export class ScheduleProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly placing: PlacingService,
    private readonly accepting: AcceptingService,
    private readonly presenter: SchedulePresenter,
  ) {}

  /** Proposals of the caller's subtree, the newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<ScheduleProposalList> {
    return { items: await this.proposals.list(actor) };
  }

  /** Asks for a timetable of classes that are drafts. It is worked out in the background: look at its `status`. */
  @Post()
  @HttpCode(202)
  async create(@CurrentActor() actor: Actor, @Body() dto: CreateScheduleProposalDto): Promise<ScheduleProposalView> {
    return this.get(actor, await this.proposals.create(actor, dto));
  }

  @Get(':id')
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ScheduleProposalView> {
    return this.presenter.view(await this.proposals.get(actor, id));
  }

  /** Puts a class by hand, locks it, or says its length and wishes otherwise. */
  @Patch(':id/classes/:courseId')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('courseId', IdPipe) courseId: string,
    @Body() dto: ChangeProposedClassDto,
  ): Promise<ScheduleProposalView> {
    await this.placing.change(actor, id, courseId, dto);
    return this.get(actor, id);
  }

  /** Works it out again: what is locked stays where it is. */
  @Post(':id/again')
  @HttpCode(202)
  async again(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ScheduleProposalView> {
    await this.proposals.again(actor, id);
    return this.get(actor, id);
  }

  /** Moves the classes to their places and lays their sessions, all or none. */
  @Post(':id/accept')
  @HttpCode(200)
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { courseIds }: AcceptScheduleProposalDto,
  ): Promise<ScheduleProposalView> {
    await this.accepting.accept(actor, id, courseIds);
    return this.get(actor, id);
  }

  /** Throws it away; sessions laid from it stay. */
  @Delete(':id')
  @HttpCode(204)
  discard(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.proposals.discard(actor, id);
  }
}
