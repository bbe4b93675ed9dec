import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { dateText, LINE_NUMBER, ListExports } from '../units/index.js';
import { DecisionsService } from './decisions.service.js';
import type { DecisionLine } from './dto/decision.view.js';

/** The annexed list of a decision as a workbook. */
@Injectable()
export class DecisionsExport {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly lists: ListExports,
    private readonly messages: Messages,
  ) {}

  /** @throws NotFound */
  async file(actor: Actor, id: string): Promise<StreamableFile> {
    const { lines, number, decidedOn, signer } = await this.decisions.get(actor, id);
    const note = ({ ended, replaces }: DecisionLine): string | null =>
      [
        ...(replaces === null ? [] : [this.messages.text('decision.replaces', { name: replaces })]),
        ...(ended === null ? [] : [this.messages.text(`decision.ended.${ended}`)]),
      ].join('; ') || null;
    return this.lists.file<DecisionLine>(actor, {
      name: 'decision',
      rows: lines,
      columns: [
        LINE_NUMBER,
        { heading: 'fullName', width: 26, value: ({ fullName }) => fullName },
        { heading: 'decisionBorn', width: 10, value: ({ birthYear }) => birthYear },
        { heading: 'post', width: 30, value: ({ post }) => post },
        { heading: 'unit', width: 30, value: ({ unit }) => unit.name },
        { heading: 'decisionClass', width: 40, value: ({ course }) => `${course.code} ${course.title}` },
        { heading: 'decisionNote', width: 30, value: note },
      ],
      closing: [
        number === null
          ? this.messages.text('list.decisionDraft')
          : this.messages.text('list.decisionDocument', { number, date: dateText(decidedOn), signer }),
      ],
    });
  }
}
