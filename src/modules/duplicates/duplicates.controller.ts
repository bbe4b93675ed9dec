import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { DuplicatesQuery, MergeDto, PreviewMergeDto, SimilarDto } from './dto/duplicates.dto.js';
import { DuplicatePage, MergePage, MergePreviewView, MergeView, SimilarList } from './dto/duplicates.view.js';
import { DuplicatesService } from './duplicates.service.js';
import { MergeService } from './merge.service.js';

@ApiTags('duplicates')
@Controller()
@Policy('duplicates.manage')
export class DuplicatesController {
  constructor(
    private readonly duplicates: DuplicatesService,
    private readonly merges: MergeService,
  ) {}

  /** Pairs of records that are probably of one person, the surest first, each with its reasons. */
  @Get('duplicates')
  list(@CurrentActor() actor: Actor, @Query() query: DuplicatesQuery): Promise<DuplicatePage> {
    return this.duplicates.list(actor, query);
  }

  /** The last mergers. */
  @Get('duplicates/merges')
  recent(@CurrentActor() actor: Actor): Promise<MergePage> {
    return this.merges.list(actor);
  }

  /** What a merger would do: fields side by side, what follows, what clashes. */
  @Post('duplicates/preview')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Body() dto: PreviewMergeDto): Promise<MergePreviewView> {
    return this.merges.preview(actor, dto);
  }

  /** Makes one record of two. */
  @Post('duplicates/merge')
  @HttpCode(200)
  merge(@CurrentActor() actor: Actor, @Body() dto: MergeDto): Promise<MergeView> {
    return this.merges.merge(actor, dto);
  }

  /** Makes them two again, as they were. */
  @Post('duplicates/merges/:id/undo')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.merges.undo(actor, id);
  }

  /** Remembers that two records are of two people. */
  @Post('duplicates/:id/:otherId/dismiss')
  @HttpCode(204)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('otherId', IdPipe) otherId: string,
  ): Promise<void> {
    return this.duplicates.dismiss(actor, id, otherId);
  }

  /** Who somebody about to be recorded may already be. */
  @Post('officials/similar')
  @HttpCode(200)
  similar(@CurrentActor() actor: Actor, @Body() dto: SimilarDto): Promise<SimilarList> {
    return this.duplicates.similar(actor, dto);
  }
}
