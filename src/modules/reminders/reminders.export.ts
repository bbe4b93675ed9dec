import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { dateText, LINE_NUMBER, type ListColumn, ListExports, WHOLE_LIST } from '../units/index.js';
import type { RemindersQuery } from './dto/reminder.dto.js';
import type { ReminderView } from './dto/reminder.view.js';
import { RemindersQueries } from './reminders.queries.js';

/** What went out, what waits and what was dropped, as a workbook. */
@Injectable()
export class RemindersExport {
  constructor(
    private readonly remindersQueries: RemindersQueries,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  async file(actor: Actor, query: RemindersQuery): Promise<StreamableFile> {
    const { items: rows } = await this.remindersQueries.list(actor, { ...query, ...WHOLE_LIST });
    return this.lists.file(actor, { name: 'reminders', rows, columns: this.columns() });
  }

  private columns(): ListColumn<ReminderView>[] {
    return [
      LINE_NUMBER,
      {
        heading: 'course',
        width: 36,
        value: ({ course, places }) =>
          course ? `${course.code} · ${course.title}` : `${places?.program} ${places?.period}`,
      },
      {
        heading: 'reminderTrigger',
        width: 24,
        value: ({ trigger }) => this.messages.text(`term.reminderTrigger.${trigger}`),
      },
      { heading: 'unit', width: 30, value: ({ unit }) => unit.name },
      { heading: 'deadline', value: ({ deadline }) => dateText(deadline) },
      { heading: 'dueOn', value: ({ dueAt }) => dateText(plainDateIn(new Date(dueAt))) },
      { heading: 'status', value: ({ state }) => this.messages.text(`term.reminderState.${state}`) },
      { heading: 'sentOn', value: ({ sentAt }) => dateText(sentAt && plainDateIn(new Date(sentAt))) },
      { heading: 'recipients', value: ({ recipients }) => recipients },
    ];
  }
}
