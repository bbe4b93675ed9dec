import { Injectable, type StreamableFile } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { dateText, LINE_NUMBER, type ListColumn, ListExports } from '../units/index.js';
import type { StandardView } from './dto/standards.view.js';
import type { StandardKind } from './standard.types.js';
import { StandardsAdmin } from './standards-admin.service.js';

/** The standards of a day, and those that come later, as a workbook. */
@Injectable()
export class StandardsExport {
  constructor(
    private readonly standards: StandardsAdmin,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  async file(actor: Actor, day?: PlainDate): Promise<StreamableFile> {
    const { asOf, items, upcoming } = await this.standards.list(day);
    const rows = [...items, ...upcoming];
    return this.lists.file(actor, { name: 'standards', facts: { asOf }, rows, columns: this.columns() });
  }

  private columns(): ListColumn<StandardView>[] {
    const term = (name: string, value: string | null): string | null =>
      value === null ? null : this.messages.text(`term.${name}.${value}`);
    const level = (kind: StandardKind): ListColumn<StandardView> => ({
      heading: kind,
      width: 24,
      value: ({ minimum }) => (minimum[kind] === null ? null : this.messages.text(`level.${kind}.${minimum[kind]}`)),
    });
    return [
      LINE_NUMBER,
      { heading: 'category', value: ({ category }) => term('category', category) },
      { heading: 'post', width: 28, value: ({ postTitle }) => postTitle },
      { heading: 'area', value: ({ area }) => term('area', area) },
      level('professional'),
      level('llct'),
      level('management'),
      { heading: 'from', value: ({ from }) => dateText(from) },
      { heading: 'to', value: ({ to }) => dateText(to) },
      { heading: 'source', width: 50, value: ({ source }) => source },
      { heading: 'sourceNumber', value: ({ sourceNumber }) => sourceNumber },
      { heading: 'sourceDate', value: ({ sourceDate }) => dateText(sourceDate) },
      { heading: 'confirmed', value: ({ confirmed }) => term('confirmed', String(confirmed)) },
    ];
  }
}
