import { Body, Controller, Get, Headers, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch, WithEntityTag } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { ContactDto, PreferencesDto, UnitContactDto } from './dto/channels.dto.js';
import { ContactView, PreferencesView, UnitContactView } from './dto/channels.view.js';
import { OfficesService } from './offices.service.js';
import { PreferencesService } from './preferences.service.js';

@ApiTags('notifications')
@Controller()
export class PreferencesController {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly offices: OfficesService,
  ) {}

  /** By what the caller is told of what, and where. */
  @Get('inbox/preferences')
  @Policy('notifications.read')
  own(@CurrentActor() actor: Actor): Promise<PreferencesView> {
    return this.preferences.own(actor);
  }

  @Put('inbox/preferences')
  @Policy('notifications.read')
  choose(@CurrentActor() actor: Actor, @Body() dto: PreferencesDto): Promise<PreferencesView> {
    return this.preferences.choose(actor, dto);
  }

  /** Changes where the caller is reached. */
  @Put('inbox/contact')
  @Policy('notifications.read')
  setOwnContact(@CurrentActor() actor: Actor, @Body() dto: ContactDto): Promise<PreferencesView> {
    return this.preferences.setOwnContact(actor, dto);
  }

  /** Where an account is reached, and whether mail to it came back. */
  @Get('accounts/:id/contact')
  @Policy('notifications.manageContacts')
  contactOf(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ContactView> {
    return this.preferences.contactOf(actor, id);
  }

  @Put('accounts/:id/contact')
  @Policy('notifications.manageContacts')
  setContactOf(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ContactDto,
  ): Promise<ContactView> {
    return this.preferences.setContactOf(actor, id, dto);
  }

  /** The common address of a unit, and what goes there as a copy. */
  @Get('units/:id/contact')
  @WithEntityTag()
  @Policy('notifications.manageOffice')
  office(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UnitContactView> {
    return this.offices.get(actor, id);
  }

  @Put('units/:id/contact')
  @WithEntityTag()
  @TakesIfMatch()
  @Policy('notifications.manageOffice')
  setOffice(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UnitContactDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<UnitContactView> {
    return this.offices.set(actor, id, dto, readVersion(ifMatch));
  }
}
