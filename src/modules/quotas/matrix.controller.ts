import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { AddCommentDto, PeriodQuery, SetMatrixDto } from './dto/matrix.dto.js';
import { QuotaComments, SavedMatrix } from './dto/matrix.view.js';
import { MatrixService } from './matrix.service.js';

@ApiTags('quotas')
@Controller('quotas')
export class MatrixController {
  constructor(private readonly matrix: MatrixService) {}

  /** Writes a block of cells of several programs: all or none, each wrong one named. */
  @Put('matrix')
  @Policy('quotas.set')
  save(@CurrentActor() actor: Actor, @Body() dto: SetMatrixDto): Promise<SavedMatrix> {
    return this.matrix.save(actor, dto);
  }

  /** What is said about the places of a year. */
  @Get('comments')
  @Policy('quotas.read')
  comments(@CurrentActor() actor: Actor, @Query() { period }: PeriodQuery): Promise<QuotaComments> {
    return this.matrix.comments(actor, period);
  }

  @Post('comments')
  @HttpCode(201)
  @Policy('quotas.comment')
  comment(@CurrentActor() actor: Actor, @Body() dto: AddCommentDto): Promise<QuotaComments> {
    return this.matrix.comment(actor, dto);
  }
}
