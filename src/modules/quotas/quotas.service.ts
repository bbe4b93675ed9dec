import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import type { Page } from '../../platform/http/page.js';
import { ProgramsService } from '../programs/index.js';
import { UnitsQueries } from '../units/index.js';
import type { QuotasQuery, SetQuotasDto, SetQuotasQuery } from './dto/quota.dto.js';
import type { QuotaView } from './dto/quota.view.js';
import { PlacesBelowTaken } from './quotas.errors.js';
import { QuotasQueries } from './quotas.queries.js';
import { type Allocation, QuotasRepository } from './quotas.repository.js';

/** The few places of a program, shared out by year and unit. */
@Injectable()
export class QuotasService {
  constructor(
    private readonly queries: QuotasQueries,
    private readonly quotas: QuotasRepository,
    private readonly programs: ProgramsService,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: QuotasQuery): Promise<Page<QuotaView>> {
    return this.queries.list(actor.unitId, query);
  }

  /**
   * Sets the places of the units named; all or none.
   * @returns the quotas of that program and year.
   * @throws NotFound, InvalidInput, PlacesBelowTaken
   */
  @Transactional()
  async set(
    actor: Actor,
    { programId, period }: SetQuotasQuery,
    { allocations }: SetQuotasDto,
  ): Promise<Page<QuotaView>> {
    const program = await this.programs.get(programId, 'programId');
    if (!program.needsQuota) throw new InvalidInput([{ path: 'programId', rule: 'needsQuota' }]);
    await this.assertUnits(actor, allocations);
    const [refused] = await this.quotas.set(programId, period, allocations);
    if (refused)
      throw new PlacesBelowTaken(
        allocations.findIndex(({ unitId }) => unitId === refused.unitId),
        refused.taken,
      );
    await this.audit.record(
      ...allocations.map(({ unitId, places }) => ({
        actor,
        action: 'quota.set',
        subjectType: 'program',
        subjectId: programId,
        unitId,
        data: { period, places },
      })),
    );
    return this.queries.list(actor.unitId, { programId, period });
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
