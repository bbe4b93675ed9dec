import { Injectable, type StreamableFile } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { partyPaper } from '../../platform/word/party-paper.js';
import { CallsQueries, CoursesService } from '../courses/index.js';
import { NobodyToRemind } from './reminders.errors.js';
import { owesAnswer } from './reminders.service.js';

/** The letter that presses units which read no messages: a Word file to be signed and sent by the clerk; in Vietnamese. */
@Injectable()
export class LetterService {
  constructor(
    private readonly courses: CoursesService,
    private readonly calls: CallsQueries,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  /** For all units of a class that owe an answer. @throws NotFound, NobodyToRemind when none does */
  async file(actor: Actor, courseId: string): Promise<StreamableFile> {
    const course = await this.courses.get(actor, courseId, 'courseId');
    const owing = (await this.calls.ofCourse(courseId)).filter(owesAnswer);
    if (owing.length === 0) throw new NobodyToRemind();
    const [year = '', month = ''] = plainDateIn(this.clock.now()).split('-');
    const facts = {
      code: course.code,
      title: course.title,
      document: course.documentNumber ?? '……',
      units: owing.length,
    };
    return partyPaper({
      name: this.text('file', facts),
      issuer: course.unit.name,
      number: this.text('number'),
      party: this.text('party'),
      day: this.text('day', { month, year }),
      title: this.text('title'),
      about: this.text('about', facts),
      paragraphs: [this.text('body', facts), this.text('ask', facts), this.text('late', facts)],
      to: this.text('to'),
      sign: this.text('sign'),
      signer: null,
      annex: {
        title: this.text('annex', facts),
        columns: [
          { heading: this.text('line'), percent: 12, center: true },
          { heading: this.text('unit'), percent: 58 },
          { heading: this.text('deadline'), percent: 30, center: true },
        ],
        rows: owing.map(({ unitName, deadline }, n) => [
          String(n + 1),
          unitName,
          deadline.split('-').reverse().join('/'),
        ]),
      },
    });
  }

  private text(key: string, facts: Record<string, unknown> = {}): string {
    return this.messages.text(`reminders.letter.${key}`, facts, 'vi');
  }
}
