import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import { type Annex, partyPaper } from '../../platform/word/party-paper.js';
import { dateText } from '../units/index.js';
import { DecisionsService } from './decisions.service.js';
import type { DecisionDetail, DecisionLine } from './dto/decision.view.js';

/** The columns of the annexed list: percent of its width, and whether it is written in the middle. */
const COLUMNS = [
  ['line', 7, true],
  ['person', 22, false],
  ['born', 9, true],
  ['post', 26, false],
  ['class', 22, false],
  ['note', 14, false],
] as const;

/** A decision as a Word file with its annexed list, in the form in which Party committees write theirs; always in Vietnamese. */
@Injectable()
export class DecisionPapers {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly messages: Messages,
  ) {}

  /** Whoever was taken off the list is struck from the paper and stands on the page alone. @throws NotFound */
  async file(actor: Actor, id: string): Promise<StreamableFile> {
    const decision = await this.decisions.get(actor, id);
    const { unit, number, decidedOn, program, signer, people } = decision;
    const [year = '……', month = '……', day = '……'] = decidedOn?.split('-') ?? [];
    return partyPaper({
      name: this.text('file', { number: number?.replaceAll('/', '-') ?? this.text('draft') }),
      issuer: unit.name,
      number: this.text('number', { number: number ?? '……' }),
      party: this.text('party'),
      day: this.text('day', { day, month, year }),
      title: this.text('title'),
      about: this.text('about', { program: program.name }),
      paragraphs: ['basis', 'request', 'first', 'second', 'third'].map((key) =>
        this.text(key, { unit: unit.name, program: program.name, people }),
      ),
      to: this.text('to'),
      sign: this.text('sign'),
      signer,
      annex: this.annex(decision),
    });
  }

  private annex({ lines, number, decidedOn }: DecisionDetail): Annex {
    const inForce = lines.filter(({ ended }) => ended === null);
    return {
      title: this.text('annex', { number: number ?? '……', date: decidedOn ? dateText(decidedOn) : '……' }),
      columns: COLUMNS.map(([key, percent, center]) => ({ heading: this.text(key), percent, center })),
      rows: inForce.map((line, n) => [String(n + 1), ...this.row(line)]),
    };
  }

  private row({ fullName, birthYear, post, unit, course, replaces }: DecisionLine): string[] {
    return [
      fullName,
      birthYear === null ? '' : String(birthYear),
      [post, unit.name].filter(Boolean).join(', '),
      `${course.title} (${dateText(course.startsOn)} – ${dateText(course.endsOn)})`,
      replaces === null ? '' : this.messages.text('decision.replaces', { name: replaces }, 'vi'),
    ];
  }

  private text(key: string, facts: Record<string, unknown> = {}): string {
    return this.messages.text(`decision.paper.${key}`, facts, 'vi');
  }
}
