import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { QualificationDto, UpdateQualificationDto } from './dto/record.dto.js';
import { QualificationView } from './dto/record.view.js';
import { QualificationsService } from './qualifications.service.js';

/** What an official has learned. The version is that of the whole record. */
@ApiTags('officials')
@Controller('officials/:id/qualifications')
export class QualificationsController {
  constructor(private readonly qualifications: QualificationsService) {}

  @Post()
  @Policy('officials.manage')
  add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: QualificationDto,
  ): Promise<QualificationView> {
    return this.qualifications.add(actor, id, dto);
  }

  @Patch(':qualificationId')
  @Policy('officials.manage')
  @TakesIfMatch()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('qualificationId', IdPipe) qualificationId: string,
    @Body() dto: UpdateQualificationDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<QualificationView> {
    return this.qualifications.change(actor, id, qualificationId, { dto, version: readVersion(ifMatch) });
  }

  @Delete(':qualificationId')
  @HttpCode(204)
  @Policy('officials.manage')
  @TakesIfMatch()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('qualificationId', IdPipe) qualificationId: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.qualifications.remove(actor, id, qualificationId, readVersion(ifMatch));
  }
}
