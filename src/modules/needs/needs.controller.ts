import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { NeedsPeopleQuery, NeedsQuery } from './dto/needs.dto.js';
import { NeedsPeople, NeedsView } from './dto/needs.view.js';
import { NeedsExport } from './needs.export.js';
import { NeedsService } from './needs.service.js';

@ApiTags('needs')
@Controller('needs')
@Policy('needs.read')
export class NeedsController {
  constructor(
    private readonly needs: NeedsService,
    private readonly exported: NeedsExport,
  ) {}

  /** Who lacks what, per unit and program, the most pressing first. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: NeedsQuery): Promise<NeedsView> {
    return this.needs.needs(actor, query);
  }

  /** The names behind the numbers, each with the reason in words. */
  @Get('people')
  people(@CurrentActor() actor: Actor, @Query() query: NeedsPeopleQuery): Promise<NeedsPeople> {
    return this.needs.people(actor, query);
  }

  /** Both as a workbook: the numbers on the first sheet, the names on the second. */
  @Get('export')
  @ApiWorkbook()
  export(@CurrentActor() actor: Actor, @Query() query: NeedsQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }
}
