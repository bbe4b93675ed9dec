import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { CourseView, OptionalReasonDto, ReasonDto } from '../courses/index.js';
import { CandidatesQuery, ChangeCapacityDto, CompleteCourseDto } from './dto/nomination.dto.js';
import { CandidatePage, ReviewCounts } from './dto/nomination.view.js';
import { ReviewCountsQueries } from './review-counts.queries.js';
import { NominationsService } from './nominations.service.js';
import { RecordResultsDto } from './dto/result.dto.js';
import { ResultsView } from './dto/result.view.js';
import { ResultsService } from './results.service.js';
import { RosterService } from './roster.service.js';

/** A class's people: who could go, and the list once it is fixed. */
@ApiTags('courses')
@Controller('courses/:id')
export class RosterController {
  constructor(
    private readonly nominations: NominationsService,
    private readonly roster: RosterService,
    private readonly counts: ReviewCountsQueries,
    private readonly results: ResultsService,
  ) {}

  /** People of the caller's units to choose from, with every rule's answer. */
  @Get('candidates')
  @Policy('nominations.read')
  candidates(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: CandidatesQuery,
  ): Promise<CandidatePage> {
    return this.nominations.candidates(actor, id, query);
  }

  /** The numbers beside a review: of the class, of each unit, of each quota drawn on. */
  @Get('review-counts')
  @Policy('nominations.decide')
  reviewCounts(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReviewCounts> {
    return this.counts.ofCourse(actor, id);
  }

  /** Fixes the list. */
  @Post('confirm')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: OptionalReasonDto,
  ): Promise<CourseView> {
    return this.roster.confirm(actor, id, reason ?? null);
  }

  @Post('start')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  start(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CourseView> {
    return this.roster.start(actor, id);
  }

  @Post('complete')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  complete(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CompleteCourseDto,
  ): Promise<CourseView> {
    return this.roster.complete(actor, id, dto.notCompleted ?? []);
  }

  /** Trainees and what became of them. */
  @Get('results')
  @Policy('nominations.read')
  resultsOf(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ResultsView> {
    return this.results.list(actor, id);
  }

  /** Records what became of trainees, all lines or none. */
  @Put('results')
  @Policy('nominations.manageRoster')
  recordResults(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { results }: RecordResultsDto,
  ): Promise<ResultsView> {
    return this.results.record(actor, id, results);
  }

  /** Ends the class before its end. */
  @Post('cancel')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<CourseView> {
    return this.roster.cancel(actor, id, reason);
  }

  /** Changes the number of seats. */
  @Post('capacity')
  @HttpCode(200)
  @Policy('nominations.manageRoster')
  changeCapacity(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeCapacityDto,
  ): Promise<CourseView> {
    return this.roster.changeCapacity(actor, id, dto.capacity);
  }
}
