import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { HeldAccounts, LinkAccountDto, OpenOwnAccountDto, OwnAccountView } from './dto/official-account.dto.js';
import { OfficialAccountsService } from './official-accounts.service.js';

@ApiTags('officials')
@Controller('officials/:id/account')
@Policy('officials.manageAccounts')
export class OfficialAccountsController {
  constructor(private readonly accounts: OfficialAccountsService) {}

  /** Accounts that are this official's: their own, and those of units that they hold. */
  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<HeldAccounts> {
    return this.accounts.list(actor, id);
  }

  /** Opens the official's own account; its password is shown this once. */
  @Post()
  open(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { username }: OpenOwnAccountDto,
  ): Promise<OwnAccountView> {
    return this.accounts.open(actor, id, username);
  }

  /** Says that the official is the one who holds an account of a unit. */
  @Put()
  @HttpCode(204)
  link(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { accountId }: LinkAccountDto,
  ): Promise<void> {
    return this.accounts.link(actor, id, accountId);
  }

  /** Says that the account of a unit is this official's no more; nobody does so with the account they act by. */
  @Delete(':accountId')
  @HttpCode(204)
  unlink(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('accountId', IdPipe) accountId: string,
  ): Promise<void> {
    return this.accounts.unlink(actor, id, accountId);
  }
}
