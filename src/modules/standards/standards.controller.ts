import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { AsOfQuery, CorrectStandardDto, CreateStandardDto, EndStandardDto } from './dto/standards.dto.js';
import { StandardHistory, StandardList, StandardView } from './dto/standards.view.js';
import { StandardsExport } from './standards.export.js';
import { StandardsAdmin } from './standards-admin.service.js';

@ApiTags('standards')
@Controller('standards')
export class StandardsController {
  constructor(
    private readonly standards: StandardsAdmin,
    private readonly exported: StandardsExport,
  ) {}

  /** What is asked of which posts on a day, and what will be asked later. */
  @Get()
  @Policy('standards.read')
  list(@Query() query: AsOfQuery): Promise<StandardList> {
    return this.standards.list(query.asOf);
  }

  /** The same as a workbook. */
  @Get('export')
  @ApiWorkbook()
  @Policy('standards.read')
  export(@CurrentActor() actor: Actor, @Query() query: AsOfQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query.asOf);
  }

  /** What the same posts were asked for over time, and who changed it. */
  @Get(':id/history')
  @Policy('standards.read')
  history(@Param('id', IdPipe) id: string): Promise<StandardHistory> {
    return this.standards.history(id);
  }

  /** Asks something from a day on; what was asked before ends the day before. */
  @Post()
  @Policy('standards.manage')
  create(@CurrentActor() actor: Actor, @Body() dto: CreateStandardDto): Promise<StandardView> {
    return this.standards.create(actor, dto);
  }

  /** Mends what was written wrongly; once in force a reason is needed. */
  @Patch(':id')
  @Policy('standards.manage')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CorrectStandardDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<StandardView> {
    return this.standards.correct(actor, id, dto, readVersion(ifMatch));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Policy('standards.manage')
  end(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: EndStandardDto,
  ): Promise<StandardView> {
    return this.standards.end(actor, id, dto.on);
  }

  /** Only what is not in force yet. */
  @Delete(':id')
  @HttpCode(204)
  @Policy('standards.manage')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.standards.remove(actor, id);
  }
}
