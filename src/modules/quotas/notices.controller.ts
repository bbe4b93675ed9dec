import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { CreateQuotaNoticeDto, PublishQuotaNoticeDto, QuotaNoticesQuery } from './dto/notice.dto.js';
import { QuotaNoticePage, QuotaNoticeView } from './dto/notice.view.js';
import { NoticesExport } from './notices.export.js';
import { NoticesService } from './notices.service.js';

@ApiTags('quotas')
@Controller('quotas/notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly exported: NoticesExport,
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
