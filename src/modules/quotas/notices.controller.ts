import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import {
  AnswerQuotaNoticeDto,
  CreateQuotaNoticeDto,
  EditQuotaNoticeDto,
  ExtendQuotaNoticeDto,
  PublishQuotaNoticeDto,
  QuotaNoticesQuery,
} from './dto/notice.dto.js';
import { QuotaNoticePage, QuotaNoticeView } from './dto/notice.view.js';
import { NoticeAnswersService } from './notice-answers.service.js';
import { NoticePapers } from './notice-papers.js';
import { NoticesExport } from './notices.export.js';
import { NoticesService } from './notices.service.js';

@ApiTags('quotas')
@Controller('quotas/notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly answers: NoticeAnswersService,
    private readonly exported: NoticesExport,
    private readonly papers: NoticePapers,
  ) {}

  /** Notices of places: the board's own, drafts first; for others those that call a unit of theirs. */
  @Get()
  @Policy('quotaNotices.read')
  list(@CurrentActor() actor: Actor, @Query() query: QuotaNoticesQuery): Promise<QuotaNoticePage> {
    return this.notices.list(actor, query);
  }

  /** Begins a draft. */
  @Post()
  @Policy('quotaNotices.write')
  draft(@CurrentActor() actor: Actor, @Body() dto: CreateQuotaNoticeDto): Promise<QuotaNoticeView> {
    return this.notices.draft(actor, dto);
  }

  @Get(':id')
  @Policy('quotaNotices.read')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<QuotaNoticeView> {
    return this.notices.get(actor, id);
  }

  /** The annex as a workbook. */
  @Get(':id/export')
  @ApiWorkbook()
  @Policy('quotaNotices.read')
  export(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.exported.file(actor, id);
  }

  /** The document as a Word file, in the form of a Party notice with its annex. */
  @Get(':id/document')
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Policy('quotaNotices.read')
  document(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.papers.file(actor, id);
  }

  /** Writes a draft anew. */
  @Put(':id')
  @Policy('quotaNotices.write')
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: EditQuotaNoticeDto,
  ): Promise<QuotaNoticeView> {
    return this.notices.edit(actor, id, dto);
  }

  /** The caller's unit answers: with its list, with nobody and why, or that it needs more time. */
  @Post(':id/answer')
  @HttpCode(200)
  @Policy('quotaNotices.answer')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: AnswerQuotaNoticeDto,
  ): Promise<QuotaNoticeView> {
    return this.answers.answer(actor, id, dto);
  }

  /** Gives one unit until a later day. */
  @Post(':id/calls/:callId/extend')
  @HttpCode(200)
  @Policy('quotaNotices.write')
  extend(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('callId', IdPipe) callId: string,
    @Body() dto: ExtendQuotaNoticeDto,
  ): Promise<QuotaNoticeView> {
    return this.answers.extend(actor, id, callId, dto);
  }

  /** Throws a draft away. */
  @Delete(':id')
  @HttpCode(204)
  @Policy('quotaNotices.write')
  discard(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.notices.discard(actor, id);
  }

  /** Makes it known: freezes the annex and calls the units. */
  @Post(':id/publish')
  @HttpCode(200)
  @Policy('quotaNotices.write')
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: PublishQuotaNoticeDto,
  ): Promise<QuotaNoticeView> {
    return this.notices.publish(actor, id, dto);
  }

  /** The caller's unit has looked at it. */
  @Post(':id/seen')
  @HttpCode(200)
  @Policy('quotaNotices.answer')
  seen(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<QuotaNoticeView> {
    return this.notices.answer(actor, id, false);
  }

  /** The caller's unit says that it has received it. */
  @Post(':id/acknowledge')
  @HttpCode(200)
  @Policy('quotaNotices.answer')
  acknowledge(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<QuotaNoticeView> {
    return this.notices.answer(actor, id, true);
  }
}
