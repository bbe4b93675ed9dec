import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { UnitsQueries } from '../units/index.js';
import type { CreateOfficialDto, UpdateOfficialDto } from './dto/official.dto.js';
import type { OfficialProfile } from './dto/official.view.js';
import { OfficialsQueries } from './officials.queries.js';
import { type NewOfficial, OfficialsRepository } from './officials.repository.js';

/** The registry of officials. */
@Injectable()
export class OfficialsService {
  constructor(
    private readonly queries: OfficialsQueries,
    private readonly officials: OfficialsRepository,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The whole record of one official; that it was opened goes into the trail. @throws NotFound */
  @Transactional()
  async profile(actor: Actor, asked: string): Promise<OfficialProfile> {
    const official = await this.queries.find(actor.unitId, await this.queries.keptId(asked), this.today());
    if (!official) throw new NotFound('id');
    const { id } = official;
    const masked = !mayRole(actor.role, 'officials.readSensitive');
    if (!masked) await this.record(actor, 'official.viewed', id, official.unitId);
    return {
      ...official,
      ...(masked && { ethnicGroup: null, membership: null, probationaryOn: null, fullMemberOn: null }),
      masked,
      mergedFrom: id === asked ? null : asked,
      posts: await this.queries.posts(id),
      qualifications: await this.queries.qualifications(id),
      pastSendings: await this.queries.pastSendings(id),
    };
  }

  /** Records a new official in one of the caller's units. @throws NotFound, InvalidInput */
  @Transactional()
  async create(actor: Actor, dto: CreateOfficialDto): Promise<OfficialProfile> {
    await this.assertUnits(actor, dto);
    assertDatesInOrder(dto, this.today());
    const id = newId();
    await this.officials.insert({ ...normalized(dto), id, postFrom: this.today() });
    await this.record(actor, 'official.created', id, dto.unitId);
    return this.profile(actor, id);
  }

  /** Changes a record; a new post title or level is added to the history, nothing is overwritten. @throws NotFound, InvalidInput */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateOfficialDto): Promise<OfficialProfile> {
    const official = await this.queries.find(actor.unitId, id, this.today());
    if (!official) throw new NotFound('id');
    await this.assertUnits(actor, dto);
    assertDatesInOrder({ ...plain(official), ...dto }, this.today());
    await this.officials.update(id, normalized(dto), this.today());
    await this.record(actor, 'official.changed', id, official.unitId, { fields: Object.keys(dto) });
    return this.profile(actor, id);
  }

  private async assertUnits(actor: Actor, { unitId, cellId }: { unitId?: string; cellId?: string }): Promise<void> {
    const known = await this.units.known(
      actor.unitId,
      [unitId, cellId].filter((id) => id !== undefined),
    );
    if (unitId !== undefined && !known.has(unitId)) throw new NotFound('unitId');
    if (cellId !== undefined && !known.has(cellId)) throw new NotFound('cellId');
  }

  private record(actor: Actor, action: string, id: string, unitId: string, data = {}): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'official', subjectId: id, unitId, data });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

interface PersonDates {
  bornOn?: string | null;
  birthYear?: number | null;
  probationaryOn?: string | null;
  fullMemberOn?: string | null;
}

const plain = ({ bornOn, probationaryOn, fullMemberOn }: PersonDates): PersonDates => ({
  bornOn,
  probationaryOn,
  fullMemberOn,
});

/** Born before today, probation after birth, full membership after probation. @throws InvalidInput naming the field. */
function assertDatesInOrder({ bornOn, birthYear, probationaryOn, fullMemberOn }: PersonDates, today: PlainDate): void {
  const errors = [
    ...(bornOn && birthYear && yearOf(bornOn) !== birthYear ? [{ path: 'birthYear', rule: 'yearOfBirthDate' }] : []),
    ...(bornOn && bornOn > today ? [{ path: 'bornOn', rule: 'notInTheFuture' }] : []),
    ...(bornOn && probationaryOn && probationaryOn < bornOn ? [{ path: 'probationaryOn', rule: 'afterBirth' }] : []),
    ...(probationaryOn && fullMemberOn && fullMemberOn < probationaryOn
      ? [{ path: 'fullMemberOn', rule: 'afterProbation' }]
      : []),
  ];
  if (errors.length > 0) throw new InvalidInput(errors);
}

/** Names as they are stored: NFC, single spaces. */
function normalized<T extends Partial<NewOfficial>>(dto: T): T {
  return { ...dto, ...(dto.fullName !== undefined && { fullName: toNfc(dto.fullName).trim().replace(/\s+/g, ' ') }) };
}
