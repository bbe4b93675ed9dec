import { Injectable, type StreamableFile } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Messages } from '../../platform/messages/messages.js';
import { dateText, LINE_NUMBER, type ListColumn, ListExports } from '../units/index.js';
import type { NominationsQuery } from './dto/nomination.dto.js';
import { type NominationLine, NominationListQueries } from './nomination-list.queries.js';

/** Nominations as a danh sách trích ngang, the list that goes with a decision. */
@Injectable()
export class NominationsExport {
  constructor(
    private readonly lines: NominationListQueries,
    private readonly lists: ListExports,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  /** Party dates and ethnic group are sensitive by law: readers who may not see them get the list without. */
  async file(actor: Actor, query: NominationsQuery): Promise<StreamableFile> {
    const rows = await this.lines.lines(actor, query, plainDateIn(this.clock.now()));
    const sensitive = mayRole(actor.role, 'officials.readSensitive');
    const women = rows.filter(({ gender }) => gender === 'female').length;
    return this.lists.file(actor, {
      name: 'nominations',
      rows,
      columns: [...this.person(sensitive), ...this.levels(), ...this.nomination()],
      closing: [this.messages.text('list.nominationsTotal', { count: rows.length, women })],
    });
  }

  private person(sensitive: boolean): ListColumn<NominationLine>[] {
    const born = ({ bornOn, birthYear }: NominationLine): string | null =>
      dateText(bornOn) ?? (birthYear === null ? null : String(birthYear));
    const ifShown = (columns: ListColumn<NominationLine>[]): ListColumn<NominationLine>[] => (sensitive ? columns : []);
    return [
      LINE_NUMBER,
      { heading: 'fullName', width: 26, value: ({ fullName }) => fullName },
      { heading: 'male', under: 'birthDate', width: 13, value: (row) => (row.gender === 'male' ? born(row) : null) },
      {
        heading: 'female',
        under: 'birthDate',
        width: 13,
        value: (row) => (row.gender === 'female' ? born(row) : null),
      },
      ...ifShown([{ heading: 'ethnicGroup', width: 12, value: ({ ethnicGroup }) => ethnicGroup }]),
      { heading: 'homePlace', width: 26, value: ({ homePlace }) => homePlace },
      {
        heading: 'postAndUnit',
        width: 36,
        value: ({ post, unitName }) => [post, unitName].filter(Boolean).join(', '),
      },
      ...ifShown([
        { heading: 'joinedParty', width: 13, value: ({ probationaryOn }) => dateText(probationaryOn) },
        { heading: 'fullMember', width: 13, value: ({ fullMemberOn }) => dateText(fullMemberOn) },
      ]),
    ];
  }

  private levels(): ListColumn<NominationLine>[] {
    const level = (kind: string, value: string | null): string | null =>
      value === null ? null : this.messages.text(`level.${kind}.${value}`);
    return [
      {
        heading: 'professional',
        under: 'level',
        width: 26,
        value: ({ professionalLevel, professionalMajor }) =>
          [level('professional', professionalLevel), professionalMajor].filter(Boolean).join(', '),
      },
      { heading: 'llct', under: 'level', width: 22, value: ({ llctLevel }) => level('llct', llctLevel) },
      {
        heading: 'management',
        under: 'level',
        width: 22,
        value: ({ managementLevel }) => level('management', managementLevel),
      },
      { heading: 'languages', under: 'level', width: 14, value: ({ languages }) => languages },
      { heading: 'computing', under: 'level', width: 14, value: ({ computing }) => computing },
    ];
  }

  private nomination(): ListColumn<NominationLine>[] {
    return [
      { heading: 'course', width: 16, value: ({ courseCode }) => courseCode },
      { heading: 'place', width: 14, value: ({ place }) => place && this.messages.text(`term.place.${place}`) },
      { heading: 'status', width: 18, value: ({ state }) => this.messages.text(`term.nominationState.${state}`) },
      { heading: 'waivers', width: 22, value: ({ waivers }) => waivers },
      { heading: 'note', width: 30, value: ({ reason }) => reason },
    ];
  }
}
