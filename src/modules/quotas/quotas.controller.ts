import { Body, Controller, Get, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { QuotasQuery, SetQuotasDto, SetQuotasQuery } from './dto/quota.dto.js';
import { QuotaPage } from './dto/quota.view.js';
import { QuotasService } from './quotas.service.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { QuotasExport } from './quotas.export.js';

@ApiTags('quotas')
@Controller('quotas')
export class QuotasController {
  constructor(
    private readonly quotas: QuotasService,
    private readonly exported: QuotasExport,
  ) {}

  @Get()
  @Policy('quotas.read')
  list(@CurrentActor() actor: Actor, @Query() query: QuotasQuery): Promise<QuotaPage> {
    return this.quotas.list(actor, query);
  }

  /** The same list, all of it, as a workbook. */
  @Get('export')
  @ApiWorkbook()
  @Policy('quotas.read')
  export(@CurrentActor() actor: Actor, @Query() query: QuotasQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }

  /** Sets the places of the units named, for one program and year. */
  @Put()
  @Policy('quotas.set')
  set(@CurrentActor() actor: Actor, @Query() query: SetQuotasQuery, @Body() dto: SetQuotasDto): Promise<QuotaPage> {
    return this.quotas.set(actor, query, dto);
  }
}
