import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { StandardsPeopleQuery, StandardsReportQuery, YearsQuery } from './dto/report.dto.js';
import { CoursesByYear, HomeView, SentToTheory, StandardsPeople, StandardsReport } from './dto/report.view.js';
import { PlacesHistoryQuery } from './dto/places-history.dto.js';
import { PlacesHistory } from './dto/places-history.view.js';
import { PlacesHistoryExport } from './places-history.export.js';
import { PlacesHistoryService } from './places-history.service.js';
import { ReportsService } from './reports.service.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { StandardsReportExport } from './standards-report.export.js';

@ApiTags('reports')
@Controller('reports')
@Policy('reports.read')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly exported: StandardsReportExport,
    private readonly histories: PlacesHistoryService,
    private readonly historiesExported: PlacesHistoryExport,
  ) {}

  /** Who meets the standards of their posts, per commune and town and in all, as of a day. */
  @Get('standards')
  standards(@CurrentActor() actor: Actor, @Query() query: StandardsReportQuery): Promise<StandardsReport> {
    return this.reports.standardsReport(actor, query);
  }

  /** The same list, all of it, as a workbook. */
  @Get('standards/export')
  @ApiWorkbook()
  standardsExport(@CurrentActor() actor: Actor, @Query() query: StandardsReportQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }

  /** The names behind one figure. */
  @Get('standards/people')
  standardsPeople(@CurrentActor() actor: Actor, @Query() query: StandardsPeopleQuery): Promise<StandardsPeople> {
    return this.reports.standardsPeople(actor, query);
  }

  /** Classes completed and turns of trainees, by year. */
  @Get('courses-by-year')
  coursesByYear(@CurrentActor() actor: Actor, @Query() query: YearsQuery): Promise<CoursesByYear> {
    return this.reports.coursesByYear(actor, query);
  }

  /** People sent to advanced and intermediate LLCT, by year. */
  @Get('sent-to-theory')
  sentToTheory(@CurrentActor() actor: Actor, @Query() query: YearsQuery): Promise<SentToTheory> {
    return this.reports.sentToTheory(actor, query);
  }

  /** Places and people sent by year, by unit and per head; who has been left out. */
  @Get('places-history')
  placesHistory(@CurrentActor() actor: Actor, @Query() query: PlacesHistoryQuery): Promise<PlacesHistory> {
    return this.histories.history(actor, query);
  }

  /** The same as a workbook. */
  @Get('places-history/export')
  @ApiWorkbook()
  placesHistoryExport(@CurrentActor() actor: Actor, @Query() query: PlacesHistoryQuery): Promise<StreamableFile> {
    return this.historiesExported.file(actor, query);
  }

  /** What needs a hand today, and the year at a glance. */
  @Get('home')
  home(@CurrentActor() actor: Actor): Promise<HomeView> {
    return this.reports.home(actor);
  }
}
