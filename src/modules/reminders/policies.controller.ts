import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch, WithEntityTag } from '../../platform/http/entity-tag.js';
import { readVersion } from '../../platform/http/if-match.js';
import { PolicyScopeQuery, PreviewQuery, ReminderPolicyDto } from './dto/reminder-policy.dto.js';
import { ReminderPolicyView, ReminderPreview } from './dto/reminder-policy.view.js';
import { SecretariesDto, SecretariesView } from './dto/secretaries.dto.js';
import { PoliciesService } from './policies.service.js';
import { PreviewService } from './preview.service.js';
import { SecretariesService } from './secretaries.service.js';

@ApiTags('reminders')
@Controller('reminder-policies')
export class PoliciesController {
  constructor(
    private readonly policies: PoliciesService,
    private readonly previews: PreviewService,
    private readonly secretariesService: SecretariesService,
  ) {}

  /** When units are reminded: for one class, for a program, or, with neither named, for all. */
  @Get()
  @WithEntityTag()
  @Policy('reminders.readPolicies')
  get(@CurrentActor() actor: Actor, @Query() query: PolicyScopeQuery): Promise<ReminderPolicyView> {
    return this.policies.get(actor, query);
  }

  /** Sets it; what is still planned is planned anew. */
  @Put()
  @WithEntityTag()
  @TakesIfMatch()
  @Policy('reminders.manage')
  set(
    @CurrentActor() actor: Actor,
    @Query() query: PolicyScopeQuery,
    @Body() dto: ReminderPolicyDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ReminderPolicyView> {
    return this.policies.set(actor, query, dto, readVersion(ifMatch));
  }

  /** Takes it away: what stands above it counts again. */
  @Delete()
  @HttpCode(204)
  @TakesIfMatch()
  @Policy('reminders.manage')
  remove(
    @CurrentActor() actor: Actor,
    @Query() query: PolicyScopeQuery,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.policies.remove(actor, query, readVersion(ifMatch));
  }

  /** Which accounts are a secretary's own: told when a reminder climbs to that level. */
  @Get('secretaries')
  @Policy('reminders.readPolicies')
  secretaries(@CurrentActor() actor: Actor): Promise<SecretariesView> {
    return this.secretariesService.list(actor);
  }

  /** Names them, all at once. */
  @Put('secretaries')
  @Policy('reminders.manage')
  nameSecretaries(@CurrentActor() actor: Actor, @Body() dto: SecretariesDto): Promise<SecretariesView> {
    return this.secretariesService.name(actor, dto);
  }

  /** What would go for a class from now on by the policy in force. */
  @Get('preview')
  @Policy('reminders.readPolicies')
  preview(@CurrentActor() actor: Actor, @Query() { courseId }: PreviewQuery): Promise<ReminderPreview> {
    return this.previews.saved(actor, courseId);
  }

  /** What would go for a class by a policy that is not kept yet. */
  @Post('preview')
  @HttpCode(200)
  @Policy('reminders.manage')
  previewDraft(
    @CurrentActor() actor: Actor,
    @Query() { courseId }: PreviewQuery,
    @Body() dto: ReminderPolicyDto,
  ): Promise<ReminderPreview> {
    return this.previews.drafted(actor, courseId, dto);
  }
}
