import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { CreateOfficialDto, UpdateOfficialDto } from './dto/official.dto.js';
import type { OfficialProfile } from './dto/official.view.js';
import { LevelsRepository } from './levels.repository.js';
import { OfficialNumbers } from './official-numbers.js';
import { OfficialRecords, refuseFaults } from './official-records.js';
import { type FullOfficial, OfficialsQueries } from './officials.queries.js';
import { OfficialsRepository } from './officials.repository.js';
import { faultsOfPerson, type PersonDates } from './rules/record-dates.js';

/** The record of an official: opened, begun, changed. Its parts have services of their own. */
@Injectable()
export class OfficialsService {
  constructor(
    private readonly queries: OfficialsQueries,
    private readonly officials: OfficialsRepository,
    private readonly levels: LevelsRepository,
    private readonly records: OfficialRecords,
    private readonly numbers: OfficialNumbers,
  ) {}

  /** The whole record of one official; that it was opened goes into the trail. @throws NotFound */
  @Transactional()
  async profile(actor: Actor, asked: string): Promise<OfficialProfile> {
    const official = await this.queries.find(actor.unitId, await this.queries.keptId(asked), this.records.today());
    if (!official) throw new NotFound('id');
    const { id } = official;
    const masked = !mayRole(actor.role, 'officials.readSensitive');
    if (!masked) await this.records.tell(actor, 'official.viewed', official);
    return {
      ...this.shownTo(official, masked),
      masked,
      mergedFrom: id === asked ? null : asked,
      merged: await this.queries.merged(id),
      posts: await this.queries.posts(id),
      qualifications: await this.queries.qualifications(id),
      pastSendings: await this.queries.pastSendings(id),
      statuses: await this.queries.statuses(id),
      plannings: mayRole(actor.role, 'officials.managePlannings') ? await this.queries.plannings(id) : null,
      notes: mayRole(actor.role, 'officials.manageNotes') ? await this.queries.notes(id) : null,
    };
  }

  /** One's own record: nothing that is one's own is hidden, and what the board keeps for itself is not shown. @throws NotFound */
  async own(actor: Actor): Promise<OfficialProfile> {
    const official = await this.queries.find(actor.unitId, actor.officialId ?? '', this.records.today());
    if (!official) throw new NotFound('id');
    const { id } = official;
    return {
      ...this.shownTo(official, false),
      masked: false,
      mergedFrom: null,
      merged: [],
      posts: await this.queries.posts(id),
      // Scans are read where the files are kept.
      qualifications: (await this.queries.qualifications(id)).map((one) => ({ ...one, file: null })),
      pastSendings: await this.queries.pastSendings(id),
      statuses: await this.queries.statuses(id),
      plannings: null,
      notes: null,
    };
  }

  /** Records a new official in one of the caller's units. @throws NotFound, InvalidInput, NumberTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateOfficialDto): Promise<OfficialProfile> {
    await this.records.assertUnits(actor, { unitId: dto.unitId, cellId: dto.cellId });
    refuseFaults(faultsOfPerson(dto, this.records.today()));
    const id = newId();
    await this.officials.insert({ ...normalized(dto), id, postFrom: this.records.today() });
    await this.records.tell(actor, 'official.created', { id, unitId: dto.unitId });
    return this.profile(actor, id);
  }

  /**
   * Changes a record: null empties a field, a new post is added to the history, a level is put right.
   * @param version what the caller read, if they say so. @throws NotFound, InvalidInput, StaleVersion, NumberTaken
   */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateOfficialDto, version?: number): Promise<OfficialProfile> {
    const record = await this.records.open(actor, id, version);
    const official = await this.queries.find(actor.unitId, id, this.records.today());
    await this.records.assertUnits(actor, { unitId: dto.unitId, cellId: dto.cellId });
    refuseFaults(faultsOfPerson(datesAfter(official ?? {}, dto), this.records.today()));
    const { professionalLevel, professionalMajor, llctLevel, ...person } = normalized(dto);
    await this.officials.update(id, person, this.records.today());
    const levels = [
      await this.levels.correct(
        id,
        { kind: 'professional', level: professionalLevel, major: professionalMajor },
        this.records.today(),
      ),
      await this.levels.correct(id, { kind: 'llct', level: llctLevel }, this.records.today()),
    ].filter((correction) => correction !== null);
    await this.records.tell(actor, 'official.changed', record, {
      fields: Object.keys(dto),
      ...(levels.length > 0 && { levels }),
    });
    return this.profile(actor, id);
  }

  /** What the law protects is left out for readers who may not see it, and numbers are masked for all. */
  private shownTo({ citizenIdSealed, partyCardSealed, ...official }: FullOfficial, masked: boolean) {
    if (masked) {
      const hidden = { ethnicGroup: null, membership: null, probationaryOn: null, fullMemberOn: null };
      return { ...official, ...hidden, citizenId: null, partyCard: null };
    }
    return {
      ...official,
      citizenId: this.numbers.masked('citizenId', citizenIdSealed),
      partyCard: this.numbers.masked('partyCard', partyCardSealed),
    };
  }
}

/** The dates as they will stand; a date of birth brings its own year. */
function datesAfter(before: PersonDates, change: PersonDates): PersonDates {
  const { bornOn, birthYear, probationaryOn, fullMemberOn } = { ...before, ...change };
  return {
    bornOn,
    birthYear: change.birthYear === undefined && bornOn ? null : birthYear,
    probationaryOn,
    fullMemberOn,
  };
}

/** Names as they are stored: NFC, single spaces; a name of blanks is none. */
function normalized<T extends { fullName?: string; otherName?: string | null }>(dto: T): T {
  return {
    ...dto,
    ...(dto.fullName !== undefined && { fullName: tidy(dto.fullName) }),
    ...(dto.otherName !== undefined && { otherName: tidy(dto.otherName ?? '') || null }),
  };
}

const tidy = (name: string): string => toNfc(name).trim().replace(/\s+/g, ' ');
