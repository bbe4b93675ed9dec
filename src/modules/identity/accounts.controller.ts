import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import { AccountsQuery, CreateAccountDto, UpdateAccountDto } from './dto/identity.dto.js';
import { AccountPage, AccountView, NewAccountView, OneTimePasswordView } from './dto/identity.view.js';
import { ApiWorkbook } from '../../platform/workbooks/api-workbook.js';
import { AccountsExport } from './accounts.export.js';

@ApiTags('accounts')
@Controller('accounts')
@Policy('identity.manageAccounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly queries: AccountsQueries,
    private readonly exported: AccountsExport,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: AccountsQuery): Promise<AccountPage> {
    return this.queries.list(actor.unitId, query);
  }

  /** The same list, all of it, as a workbook. */
  @Get('export')
  @ApiWorkbook()
  export(@CurrentActor() actor: Actor, @Query() query: AccountsQuery): Promise<StreamableFile> {
    return this.exported.file(actor, query);
  }

  @Post()
  create(@CurrentActor() actor: Actor, @Body() dto: CreateAccountDto): Promise<NewAccountView> {
    return this.accounts.create(actor, dto);
  }

  @Patch(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UpdateAccountDto,
  ): Promise<AccountView> {
    return this.accounts.update(actor, id, dto);
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  resetPassword(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OneTimePasswordView> {
    return this.accounts.resetPassword(actor, id);
  }
}
