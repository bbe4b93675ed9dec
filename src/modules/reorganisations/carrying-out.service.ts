import { Injectable } from '@nestjs/common';
import { CallsCarryOver } from '../courses/index.js';
import { NominationsCarryOver } from '../nominations/index.js';
import { OfficialsCarryOver } from '../officials/index.js';
import { QuotasCarryOver } from '../quotas/index.js';
import { RemindersCarryOver } from '../reminders/index.js';
import { heirFinder, UnitsMapRepository } from '../units/index.js';
import type { PreparedPlan } from './planning.service.js';
import { RegistersCarryOver } from './registers.carry-over.js';

/** Has every room carry its own over, in an order that its references allow: calls and quotas before nominations. */
@Injectable()
export class CarryingOut {
  constructor(
    private readonly map: UnitsMapRepository,
    private readonly registers: RegistersCarryOver,
    private readonly officials: OfficialsCarryOver,
    private readonly calls: CallsCarryOver,
    private readonly quotas: QuotasCarryOver,
    private readonly nominations: NominationsCarryOver,
    private readonly reminders: RemindersCarryOver,
  ) {}

  /** @param by the account that stands behind it. @param now when it is done. */
  async carryOut(plan: PreparedPlan, by: string, now: Date): Promise<void> {
    const { inheritance } = plan;
    await this.map.change(inheritance.on, plan.changes, inheritance.ended);
    await this.registers.carryOver(inheritance);
    await this.officials.carryOver(inheritance);
    const calls = await this.calls.carryOver(inheritance, by, now);
    await this.nominationsFollow(plan);
    await this.reminders.carryOver(calls);
  }

  private async nominationsFollow({ inheritance, quotas, nominations, shares }: PreparedPlan): Promise<void> {
    const made = await this.quotas.carryOver(quotas, shares);
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
  }
}
