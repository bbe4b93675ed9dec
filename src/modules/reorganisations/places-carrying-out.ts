import { Injectable } from '@nestjs/common';
import { yearOf } from '../../kernel/plain-date.js';
import { KeptSeatsCarryOver, NominationsCarryOver } from '../nominations/index.js';
import { QuotasCarryOver } from '../quotas/index.js';
import { heirFinder } from '../units/index.js';
import type { PreparedPlan } from './planning.service.js';

/** Places go to the heirs, and nominations with theirs; seats that classes keep for them too. */
@Injectable()
export class PlacesCarryingOut {
  constructor(
    private readonly quotas: QuotasCarryOver,
    private readonly nominations: NominationsCarryOver,
    private readonly keptSeats: KeptSeatsCarryOver,
  ) {}

  /** @param by the account that stands behind it. @param now when it is done. */
  async carryOut(plan: PreparedPlan, by: string, now: Date): Promise<void> {
    await this.nominationsFollow(plan, by, now);
    await this.quotas.mendTree(yearOf(plan.inheritance.on), by, now);
  }

  private async nominationsFollow(
    { inheritance, quotas, nominations, shares }: PreparedPlan,
    by: string,
    now: Date,
  ): Promise<void> {
    const made = await this.quotas.carryOver(quotas, shares, by, now);
    const kept = await this.keptSeats.hold(inheritance);
    const heir = heirFinder(inheritance);
    const ownerOf = new Map(quotas.map(({ id, unitId }) => [id, unitId]));
    const heirQuota = (quotaId: string, officialId: string): string | undefined => {
      const to = heir(ownerOf.get(quotaId) ?? '', officialId);
      return made.find(({ from, unitId }) => from === quotaId && unitId === to)?.id;
    };
    await this.nominations.carryOver(
      nominations.map(({ id, officialId, unitId, quotaId }) => ({
        id,
        officialId,
        unitId: heir(unitId, officialId) ?? unitId,
        quotaId: quotaId && (heirQuota(quotaId, officialId) ?? quotaId),
      })),
    );
    await this.keptSeats.carryOver(inheritance, kept, by, now);
  }
}
