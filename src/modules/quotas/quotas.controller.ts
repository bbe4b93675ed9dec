import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { QuotasQuery, SetQuotasDto, SetQuotasQuery } from './dto/quota.dto.js';
import { QuotaPage } from './dto/quota.view.js';
import { QuotasService } from './quotas.service.js';

@ApiTags('quotas')
@Controller('quotas')
export class QuotasController {
  constructor(private readonly quotas: QuotasService) {}

  @Get()
  @Policy('quotas.read')
  list(@CurrentActor() actor: Actor, @Query() query: QuotasQuery): Promise<QuotaPage> {
    return this.quotas.list(actor, query);
  }

  /** Sets the places of the units named, for one program and year. */
  @Put()
  @Policy('quotas.set')
  set(@CurrentActor() actor: Actor, @Query() query: SetQuotasQuery, @Body() dto: SetQuotasDto): Promise<QuotaPage> {
    return this.quotas.set(actor, query, dto);
  }
}
