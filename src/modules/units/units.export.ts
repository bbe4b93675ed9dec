import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import type { UnitsQuery } from './dto/unit.dto.js';
import type { UnitView } from './dto/unit.view.js';
import { LINE_NUMBER, type ListColumn, ListExports, WHOLE_LIST } from './list-exports.js';
import { UnitsQueries } from './units.queries.js';

/** The units of the list as a workbook. */
@Injectable()
export class UnitsExport {
  constructor(
    private readonly unitsQueries: UnitsQueries,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  async file(actor: Actor, query: UnitsQuery): Promise<StreamableFile> {
    const { items: rows } = await this.unitsQueries.list(actor.unitId, { ...query, ...WHOLE_LIST });
    return this.lists.file(actor, { name: 'units', rows, columns: this.columns() });
  }

  private columns(): ListColumn<UnitView>[] {
    return [
      LINE_NUMBER,
      { heading: 'code', value: ({ code }) => code },
      { heading: 'name', width: 40, value: ({ name }) => name },
      { heading: 'kind', width: 24, value: ({ kind }) => this.messages.text(`term.unitKind.${kind}`) },
    ];
  }
}
