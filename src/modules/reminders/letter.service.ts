import { Injectable, type StreamableFile } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { type PartyPaper, partyPapers } from '../../platform/word/party-paper.js';
import { partyPapersPdf } from '../../platform/word/party-paper-pdf.js';
import { type CallFacts, CallsQueries, CoursesService } from '../courses/index.js';
import type { LetterQuery } from './dto/reminder.dto.js';
import { NobodyToRemind } from './reminders.errors.js';
import { owesAnswer } from './reminders.service.js';

const written = (day: string): string => day.split('-').reverse().join('/');

/**
 * The letter that presses units which read no messages, to be signed and sent by the clerk: one to all of them with a list, or
 * one to each; as a Word file or a PDF, which say the same. In Vietnamese.
 */
@Injectable()
export class LetterService {
  constructor(
    private readonly courses: CoursesService,
    private readonly calls: CallsQueries,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  /** For all units of a class that owe an answer. @throws NotFound, NobodyToRemind when none does */
  async file(actor: Actor, { courseId, format, perUnit }: LetterQuery): Promise<StreamableFile> {
    const course = await this.courses.get(actor, courseId, 'courseId');
    const owing = (await this.calls.ofCourse(courseId)).filter(owesAnswer);
    if (owing.length === 0) throw new NobodyToRemind();
    const facts = { code: course.code, title: course.title, document: course.documentNumber ?? '……' };
    const papers = perUnit
      ? owing.map((call) => this.toOne(course.unit.name, facts, call))
      : [this.toAll(course.unit.name, facts, owing)];
    const name = this.text('file', facts);
    return format === 'pdf' ? partyPapersPdf(name, papers) : partyPapers(name, papers);
  }

  private toAll(issuer: string, facts: Record<string, unknown>, owing: readonly CallFacts[]): PartyPaper {
    const all = { ...facts, units: owing.length };
    return {
      ...this.form(issuer, all),
      paragraphs: [this.text('body', all), this.text('ask', all), this.text('late', all)],
      to: this.text('to'),
      annex: {
        title: this.text('annex', all),
        columns: [
          { heading: this.text('line'), percent: 12, center: true },
          { heading: this.text('unit'), percent: 58 },
          { heading: this.text('deadline'), percent: 30, center: true },
        ],
        rows: owing.map(({ unitName, deadline }, n) => [String(n + 1), unitName, written(deadline)]),
      },
    };
  }

  private toOne(issuer: string, facts: Record<string, unknown>, { unitName, deadline }: CallFacts): PartyPaper {
    const one = { ...facts, unit: unitName, deadline };
    return {
      ...this.form(issuer, one),
      paragraphs: [this.text('oneBody', one), this.text('oneAsk', one)],
      to: this.text('oneTo', one),
      annex: null,
    };
  }

  /** What all letters have around what they say. */
  private form(issuer: string, facts: Record<string, unknown>): Omit<PartyPaper, 'paragraphs' | 'to' | 'annex'> {
    const [year = '', month = ''] = plainDateIn(this.clock.now()).split('-');
    return {
      name: this.text('file', facts),
      issuer,
      number: this.text('number'),
      party: this.text('party'),
      day: this.text('day', { month, year }),
      title: this.text('title'),
      about: this.text('about', facts),
      sign: this.text('sign'),
      signer: null,
    };
  }

  private text(key: string, facts: Record<string, unknown> = {}): string {
    return this.messages.text(`reminders.letter.${key}`, facts, 'vi');
  }
}
