import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { ProgramsService } from '../programs/index.js';
import type { CreateWaiverDto, FitnessDto, RatingDto, WaiversQuery } from './dto/eligibility.dto.js';
import type { WaiverList, WaiverView } from './dto/eligibility.view.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { EligibilityRepository } from './eligibility.repository.js';

/** Decisions that lift a rule for one person, and the facts of people that only rules ask for. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly queries: EligibilityQueries,
    private readonly waivers: EligibilityRepository,
    private readonly programs: ProgramsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Waivers of people of the caller's units, the newest first. */
  async list(actor: Actor, { officialId, programId }: WaiversQuery): Promise<WaiverList> {
    return { items: await this.queries.waivers(actor, { officialId, programId }) };
  }

  /** @throws NotFound, InvalidInput, WaiverOverlaps */
  @Transactional()
  async create(actor: Actor, dto: CreateWaiverDto): Promise<WaiverView> {
    const unitId = await this.unitOf(actor, dto.officialId, 'officialId');
    await this.programs.get(dto.programId, 'programId');
    const { officialId, programId, rule, decidedOn, until = null } = dto;
    if (decidedOn > this.today()) throw new InvalidInput([{ path: 'decidedOn', rule: 'notInTheFuture' }]);
    if (until !== null && until < decidedOn) throw new InvalidInput([{ path: 'until', rule: 'notBeforeFrom' }]);
    const [number, reason] = [toNfc(dto.number).trim(), toNfc(dto.reason).trim()];
    const id = await this.waivers.waive({ officialId, programId, rule, decidedOn, until, number, reason });
    await this.record(actor, 'official.ruleWaived', officialId, unitId, {
      waiverId: id,
      programId,
      rule,
      number,
      decidedOn,
      until,
    });
    return this.find(actor, id);
  }

  /** Makes a day the last one on which it holds. @throws NotFound, InvalidInput */
  @Transactional()
  async end(actor: Actor, id: string, on: PlainDate): Promise<WaiverView> {
    const { officialId, unit, decidedOn, rule, number } = await this.find(actor, id);
    if (on < decidedOn) throw new InvalidInput([{ path: 'on', rule: 'notBeforeFrom' }]);
    await this.waivers.endWaiver(id, on);
    await this.record(actor, 'official.waiverEnded', officialId, unit.id, { waiverId: id, rule, number, on });
    return this.find(actor, id);
  }

  /** Records whether somebody was found fit to study. @throws NotFound, InvalidInput */
  @Transactional()
  async setFitness(actor: Actor, officialId: string, { fit, on }: FitnessDto): Promise<void> {
    const unitId = await this.unitOf(actor, officialId);
    if (on > this.today()) throw new InvalidInput([{ path: 'on', rule: 'notInTheFuture' }]);
    await this.waivers.setFitness(officialId, fit, on);
    await this.record(actor, 'official.fitnessRecorded', officialId, unitId, { fit, on });
  }

  /** Records how somebody was rated for a year. @throws NotFound */
  @Transactional()
  async setRating(actor: Actor, officialId: string, { year, rating }: RatingDto): Promise<void> {
    const unitId = await this.unitOf(actor, officialId);
    await this.waivers.setRating(officialId, year, rating);
    await this.record(actor, 'official.ratingRecorded', officialId, unitId, { year, rating });
  }

  private async find(actor: Actor, id: string): Promise<WaiverView> {
    const [waiver] = await this.queries.waivers(actor, { id });
    if (!waiver) throw new NotFound('id');
    return waiver;
  }

  private async unitOf(actor: Actor, officialId: string, path = 'id'): Promise<string> {
    const unitId = await this.queries.unitOfOfficial(actor, officialId);
    if (unitId === null) throw new NotFound(path);
    return unitId;
  }

  private record(
    actor: Actor,
    action: string,
    officialId: string,
    unitId: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'official', subjectId: officialId, unitId, data });
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}
