import { Injectable, type StreamableFile } from '@nestjs/common';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/http/page.js';
import { Messages } from '../../platform/messages/messages.js';
import { dateText, LINE_NUMBER, type ListColumn, ListExports, WHOLE_LIST } from '../units/index.js';
import type { LedgerQuery } from './dto/ledger.dto.js';
import type { LedgerEntryView } from './dto/ledger.view.js';
import { LedgerQueries } from './ledger.queries.js';

/** Where every place came from and went to. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  list(actor: Actor, query: LedgerQuery): Promise<Page<LedgerEntryView>> {
    return this.queries.list(actor.unitId, query);
  }

  /** The list as a workbook. */
  async file(actor: Actor, query: LedgerQuery): Promise<StreamableFile> {
    const { items } = await this.queries.list(actor.unitId, { ...query, ...WHOLE_LIST });
    const word = (key: string): string => this.messages.text(key);
    const columns: ListColumn<LedgerEntryView>[] = [
      LINE_NUMBER,
      { heading: 'ledgerDay', width: 12, value: ({ at }) => dateText(plainDateIn(new Date(at))) },
      { heading: 'unit', width: 28, value: ({ unit }) => unit.name },
      { heading: 'program', width: 28, value: ({ programName }) => programName },
      { heading: 'year', width: 8, value: ({ period }) => period },
      { heading: 'ledgerKind', width: 18, value: ({ kind }) => word(`value.quotaEntry.${kind}`) },
      { heading: 'ledgerFrom', width: 18, value: ({ from }) => word(`value.quotaBucket.${from}`) },
      { heading: 'ledgerTo', width: 18, value: ({ to }) => word(`value.quotaBucket.${to}`) },
      { heading: 'places', width: 10, value: ({ places }) => places },
      { heading: 'ledgerOther', width: 28, value: ({ other }) => other?.name ?? null },
      { heading: 'ledgerPerson', width: 24, value: ({ official }) => official?.name ?? null },
      { heading: 'documentNumber', width: 18, value: ({ document }) => document },
      { heading: 'ledgerBy', width: 24, value: ({ by }) => by },
      { heading: 'reason', width: 40, value: ({ reason }) => reason },
    ];
    return this.lists.file(actor, { name: 'ledger', rows: items, columns });
  }
}
