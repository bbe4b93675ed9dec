import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { ProgramsService } from '../programs/index.js';
import { UnitsQueries } from '../units/index.js';
import type { QuotasQuery, SetQuotasDto, SetQuotasQuery } from './dto/quota.dto.js';
import type { QuotaView } from './dto/quota.view.js';
import { MinimumsService } from './minimums.service.js';
import { GrantExceeded, PlacesBelowTaken, PlacesByGrant } from './quotas.errors.js';
import { QuotasQueries } from './quotas.queries.js';
import { type Allocation, QuotasRepository } from './quotas.repository.js';
import type { Movement, PlacesOf } from './quota.types.js';
import type { AllocatedRow, AllocationRefusal } from './rules/plan-allocation.js';

/** The few places of a program, shared out by year and unit. */
@Injectable()
export class QuotasService {
  constructor(
    private readonly queries: QuotasQueries,
    private readonly quotas: QuotasRepository,
    private readonly minimums: MinimumsService,
    private readonly programs: ProgramsService,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: QuotasQuery): Promise<Page<QuotaView>> {
    return this.queries.list(actor.unitId, query);
  }

  /**
   * Sets the places of the units named; all or none. What they get more comes from the nearest row above them, and what
   * they get less goes back to it.
   * @returns the quotas of that program and year.
   * @throws NotFound, InvalidInput, PlacesBelowTaken, GrantExceeded, PlacesByGrant, MinimumsNotKept
   */
  @Transactional()
  async set(
    actor: Actor,
    { programId, period }: SetQuotasQuery,
    { allocations, document, reason }: SetQuotasDto,
  ): Promise<Page<QuotaView>> {
    await this.assertRationed(programId);
    await this.assertUnits(actor, allocations);
    const refusal = await this.quotas.allocate({ programId, period }, actor.unitId, allocations, {
      kind: 'allocate',
      at: this.clock.now(),
      by: actor.accountId,
      document,
      reason,
    });
    if (refusal) throw await this.refused(actor, allocations, refusal);
    await this.minimums.set({ programId, period }, allocations);
    await this.audit.record(
      ...allocations.map(({ unitId, places, minimums }) => ({
        actor,
        action: 'quota.set',
        subjectType: 'program',
        subjectId: programId,
        unitId,
        data: { period, places, ...(minimums && { minimums }) },
      })),
    );
    return this.queries.list(actor.unitId, { programId, period });
  }

  /**
   * Holds every row of a program and year until the transaction ends; units named get the row they lack. For who looks at
   * places before setting them.
   */
  async hold(actor: Actor, of: PlacesOf, unitIds: readonly string[]): Promise<AllocatedRow[]> {
    const movement: Movement = { kind: 'allocate', at: this.clock.now(), by: actor.accountId };
    await this.quotas.open(of, actor.unitId, unitIds, movement);
    return this.quotas.hold(of);
  }

  /** @throws NotFound, InvalidInput for a program whose places are not counted. */
  async assertRationed(programId: string): Promise<void> {
    const program = await this.programs.get(programId, 'programId');
    if (!program.needsQuota) throw new InvalidInput([{ path: 'programId', rule: 'needsQuota' }]);
  }

  private async refused(actor: Actor, allocations: readonly Allocation[], refusal: AllocationRefusal) {
    const pathOf = (unitId: string): string =>
      `allocations.${allocations.findIndex((allocation) => allocation.unitId === unitId)}.places`;
    switch (refusal.rule) {
      case 'notBelowTaken':
        return new PlacesBelowTaken(pathOf(refusal.unitId), refusal.taken);
      case 'byGrant':
        return new PlacesByGrant(pathOf(refusal.unitId));
      case 'withinGrant': {
        const { parentUnitId, granted, left, asked } = refusal;
        const unit = await this.units.find(actor.unitId, parentUnitId);
        return new GrantExceeded('allocations', { granted, left, asked, unit: unit?.name ?? '' });
      }
    }
  }

  private async assertUnits(actor: Actor, allocations: readonly Allocation[]): Promise<void> {
    const ids = allocations.map(({ unitId }) => unitId);
    const known = await this.units.known(actor.unitId, ids);
    for (const [index, id] of ids.entries()) {
      if (!known.has(id)) throw new NotFound(`allocations.${index}.unitId`);
      if (ids.indexOf(id) !== index)
        throw new InvalidInput([{ path: `allocations.${index}.unitId`, rule: 'onceInList' }]);
    }
  }
}
