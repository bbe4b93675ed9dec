import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { dateText, LINE_NUMBER, type ListColumn, ListExports, WHOLE_LIST } from '../units/index.js';
import { CallsService } from './calls.service.js';
import type { CallsQuery } from './dto/course.dto.js';
import type { UnitCallView } from './dto/course.view.js';

/** Which unit has answered which call, as a workbook. */
@Injectable()
export class CallsExport {
  constructor(
    private readonly callsService: CallsService,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  async file(actor: Actor, query: CallsQuery): Promise<StreamableFile> {
    const { items: rows } = await this.callsService.list(actor, { ...query, ...WHOLE_LIST });
    return this.lists.file(actor, { name: 'calls', rows, columns: this.columns() });
  }

  private columns(): ListColumn<UnitCallView>[] {
    return [
      LINE_NUMBER,
      { heading: 'course', width: 36, value: ({ course }) => `${course.code} · ${course.title}` },
      { heading: 'unit', width: 30, value: ({ unit }) => unit.name },
      { heading: 'deadline', value: ({ deadline }) => dateText(deadline) },
      { heading: 'status', value: ({ status }) => this.messages.text(`term.callStatus.${status}`) },
      {
        heading: 'answer',
        width: 24,
        value: ({ answer }) => (answer === null ? null : this.messages.text(`term.callAnswer.${answer}`)),
      },
      {
        heading: 'answeredOn',
        value: ({ answeredAt }) => dateText(answeredAt && plainDateIn(new Date(answeredAt))),
      },
      { heading: 'expected', value: ({ expected }) => expected },
      { heading: 'sent', value: ({ sent }) => sent },
      { heading: 'note', width: 40, value: ({ reason }) => reason },
    ];
  }
}
