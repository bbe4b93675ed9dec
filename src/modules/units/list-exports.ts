import { Injectable, type StreamableFile } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Messages } from '../../platform/messages/messages.js';
import {
  type ExportSheet,
  type ExportValue,
  workbookFile,
  writeWorkbook,
} from '../../platform/workbooks/write-workbook.js';
import { UnitsQueries } from './units.queries.js';

/** The page size that takes in a whole list; far above what any office keeps. */
export const WHOLE_LIST = { 'page[size]': 100_000, 'page[after]': undefined };

/** One column of a list handed out. Its headings are the texts `column.<heading>` and `column.<under>`. */
export interface ListColumn<Row> {
  readonly heading: string;
  readonly under?: string;
  /** Instead of `under` where the heading above is data, such as a program's name. */
  readonly underText?: string;
  readonly width?: number;
  readonly value: (row: Row, index: number) => ExportValue;
}

/** A list handed out; its title is the text `list.<name>`. */
export interface ListSheet<Row> {
  readonly name: string;
  /** What the title's `{{…}}` stand for. */
  readonly facts?: Record<string, unknown>;
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  /** All lines as one: written below them, with the word "total" in place of its first two cells. */
  readonly total?: Row;
  readonly closing?: readonly string[];
}

/** A date as offices write it, dd/mm/yyyy. */
export const dateText = (date: string | null): string | null => date && date.split('-').reverse().join('/');

/** The number of a line: the first column of every list. */
export const LINE_NUMBER: ListColumn<unknown> = { heading: 'line', width: 6, value: (_, index) => index + 1 };

/** Lists handed out as workbooks: each says whose it is, of which day and by whom, and leaves a line in the trail. */
@Injectable()
export class ListExports {
  constructor(
    private readonly units: UnitsQueries,
    private readonly messages: Messages,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A workbook of one or more lists; the first names the file. */
  @Transactional()
  async file<Row, More = never>(actor: Actor, list: ListSheet<Row>, more?: ListSheet<More>): Promise<StreamableFile> {
    const unit = await this.units.find(actor.unitId, actor.unitId);
    const head = [
      unit?.name ?? '',
      this.messages.text('list.handedOut', { day: plainDateIn(this.clock.now()), by: actor.displayName }),
    ];
    await this.audit.record({
      actor,
      action: 'list.exported',
      subjectType: 'list',
      subjectId: newId(),
      unitId: actor.unitId,
      data: { list: list.name, rows: list.rows.length },
    });
    const content = more
      ? await writeWorkbook<Row | More>(
          this.sheet(list, head) as ExportSheet<Row | More>,
          this.sheet(more, head) as ExportSheet<Row | More>,
        )
      : await writeWorkbook(this.sheet(list, head));
    return workbookFile(content, this.messages.text(`list.${list.name}`, list.facts));
  }

  private sheet<Row>(list: ListSheet<Row>, head: readonly string[]): ExportSheet<Row> {
    const title = this.messages.text(`list.${list.name}`, list.facts);
    return {
      name: title,
      title: [title.toLocaleUpperCase('vi'), ...head],
      rows: list.total === undefined ? list.rows : [...list.rows, list.total],
      closing: list.closing ?? [],
      columns: list.columns.map(({ heading, under, underText, value, width = 16 }, position) => ({
        width,
        heading: this.messages.text(`column.${heading}`),
        ...(under !== undefined && { under: this.messages.text(`column.${under}`) }),
        ...(underText !== undefined && { under: underText }),
        value: (row: Row, index: number) =>
          index < list.rows.length ? value(row, index) : this.totalCell(position, value(row, index)),
      })),
    };
  }

  private totalCell(position: number, value: ExportValue): ExportValue {
    if (position === 0) return null;
    return position === 1 ? this.messages.text('list.total') : value;
  }
}
