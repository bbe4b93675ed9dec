import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch, WithEntityTag } from '../../platform/http/entity-tag.js';
import { readVersion } from '../../platform/http/if-match.js';
import {
  BothTextsDto,
  TemplateList,
  TemplatePreview,
  TemplatePreviewQuery,
  TemplatesService,
  TemplateView,
} from '../notifications/index.js';
import { TemplatePreviewService } from './template-preview.service.js';

@ApiTags('reminders')
@Controller('message-templates')
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly previews: TemplatePreviewService,
  ) {}

  /** What each kind of message says, with the versions before. */
  @Get()
  @Policy('reminders.readPolicies')
  async list(): Promise<TemplateList> {
    return { items: await this.templates.list() };
  }

  /** Keeps a text as the next version; messages made from now on say it. */
  @Put(':kind')
  @WithEntityTag()
  @TakesIfMatch()
  @Policy('reminders.manage')
  set(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Body() dto: BothTextsDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<TemplateView> {
    return this.templates.set(actor, kind, dto, readVersion(ifMatch));
  }

  /** Lets the shipped text count again, as a version of its own. */
  @Delete(':kind')
  @TakesIfMatch()
  @Policy('reminders.manage')
  restore(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<TemplateView> {
    return this.templates.set(actor, kind, null, readVersion(ifMatch));
  }

  /** What a text that is not kept yet would say about a class. */
  @Post(':kind/preview')
  @HttpCode(200)
  @Policy('reminders.manage')
  preview(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Query() { courseId }: TemplatePreviewQuery,
    @Body() dto: BothTextsDto,
  ): Promise<TemplatePreview> {
    return this.previews.preview(actor, kind, courseId, dto);
  }
}
