import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { LINE_NUMBER, type ListColumn, ListExports, WHOLE_LIST } from '../units/index.js';
import { AccountsQueries } from './accounts.queries.js';
import type { AccountsQuery } from './dto/identity.dto.js';
import type { AccountView } from './dto/identity.view.js';

/** The accounts of the list as a workbook; no secret is among them. */
@Injectable()
export class AccountsExport {
  constructor(
    private readonly accountsQueries: AccountsQueries,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  async file(actor: Actor, query: AccountsQuery): Promise<StreamableFile> {
    const { items: rows } = await this.accountsQueries.list(actor.unitId, { ...query, ...WHOLE_LIST });
    return this.lists.file(actor, { name: 'accounts', rows, columns: this.columns() });
  }

  private columns(): ListColumn<AccountView>[] {
    return [
      LINE_NUMBER,
      { heading: 'username', value: ({ username }) => username },
      { heading: 'displayName', width: 30, value: ({ displayName }) => displayName },
      { heading: 'role', width: 20, value: ({ role }) => this.messages.text(`term.role.${role}`) },
      { heading: 'unit', width: 34, value: ({ unit }) => unit.name },
      { heading: 'email', width: 30, value: ({ email }) => email },
      { heading: 'active', value: ({ active }) => this.messages.text(`term.active.${String(active)}`) },
    ];
  }
}
