import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { dateText, LINE_NUMBER, type ListColumn, ListExports } from '../units/index.js';
import type { NeedsQuery } from './dto/needs.dto.js';
import type { NeedsRow, NeedyPerson } from './dto/needs.view.js';
import { NeedsPresenter } from './needs.presenter.js';
import { NeedsService } from './needs.service.js';

/** Needs as a workbook. */
@Injectable()
export class NeedsExport {
  constructor(
    private readonly needs: NeedsService,
    private readonly presenter: NeedsPresenter,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  /** The numbers on the first sheet, the names on the second. */
  async file(actor: Actor, query: NeedsQuery): Promise<StreamableFile> {
    const { rows, totals, asOf, until } = await this.needs.needs(actor, query);
    const { items, unknown } = await this.needs.people(actor, query);
    const closing = [this.messages.text('list.needsTotal', { ...totals })];
    return this.lists.file<NeedsRow, NeedyPerson>(
      actor,
      { name: 'needs', facts: { asOf, until }, rows, columns: this.rowColumns(), closing },
      { name: 'needsPeople', rows: [...items, ...unknown], columns: this.peopleColumns() },
    );
  }

  private rowColumns(): ListColumn<NeedsRow>[] {
    return [
      { heading: 'rank', width: 8, value: ({ rank }) => rank },
      { heading: 'unit', width: 28, value: ({ unit }) => unit.name },
      { heading: 'program', width: 36, value: (row) => this.content(row) },
      { heading: 'needing', width: 10, value: ({ people }) => people },
      { heading: 'ofOfficials', width: 10, value: ({ officials }) => officials },
      { heading: 'needNow', width: 10, value: ({ now }) => now },
      { heading: 'needPlanned', width: 10, value: ({ planned }) => planned },
      { heading: 'unknownData', width: 12, value: ({ unknown }) => unknown },
      { heading: 'earliestBy', width: 14, value: ({ earliest }) => dateText(earliest) },
    ];
  }

  private peopleColumns(): ListColumn<NeedyPerson>[] {
    return [
      LINE_NUMBER,
      { heading: 'fullName', width: 26, value: ({ fullName }) => fullName },
      { heading: 'unit', width: 28, value: ({ unit }) => unit.name },
      { heading: 'post', width: 26, value: ({ post }) => post },
      { heading: 'program', width: 36, value: (row) => this.content(row) },
      { heading: 'asked', width: 16, value: ({ kind, asked }) => this.presenter.level(kind, asked) },
      { heading: 'has', width: 16, value: ({ kind, has }) => (has === null ? null : this.presenter.level(kind, has)) },
      { heading: 'earliestBy', width: 14, value: ({ by }) => dateText(by) },
      { heading: 'reason', width: 60, value: ({ reason }) => reason },
    ];
  }

  /** What the people would study: the program, or in words that no class of ours gives it. */
  private content({ program, kind }: Pick<NeedsRow, 'program' | 'kind'>): string {
    return program?.name ?? this.messages.text(`need.noProgram.${kind}`);
  }
}
