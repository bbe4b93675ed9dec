import { Injectable } from '@nestjs/common';
import { yearOf } from '../../kernel/plain-date.js';
import { CallsCarryOver } from '../courses/index.js';
import { AccountsCarryOver } from '../identity/index.js';
import { NominationsCarryOver } from '../nominations/index.js';
import { OfficialsCarryOver } from '../officials/index.js';
import { PlansCarryOver } from '../plans/index.js';
import { QuotasCarryOver } from '../quotas/index.js';
import { RemindersCarryOver } from '../reminders/index.js';
import { TimetableCarryOver } from '../timetable/index.js';
import { heirFinder, UnitsMapRepository } from '../units/index.js';
import { ViewsCarryOver } from '../views/index.js';
import type { PreparedPlan } from './planning.service.js';

/** Has every room carry its own over, in an order that its references allow: calls and quotas before nominations. */
@Injectable()
export class CarryingOut {
  constructor(
    private readonly map: UnitsMapRepository,
    private readonly accounts: AccountsCarryOver,
    private readonly officials: OfficialsCarryOver,
    private readonly calls: CallsCarryOver,
    private readonly quotas: QuotasCarryOver,
    private readonly nominations: NominationsCarryOver,
    private readonly reminders: RemindersCarryOver,
    private readonly views: ViewsCarryOver,
    private readonly timetable: TimetableCarryOver,
    private readonly plans: PlansCarryOver,
  ) {}

  /** @param by the account that stands behind it. @param now when it is done. */
  async carryOut(plan: PreparedPlan, by: string, now: Date): Promise<void> {
    const { inheritance } = plan;
    await this.map.change(inheritance.on, plan.changes, inheritance.ended);
    await this.accounts.carryOver(inheritance);
    await this.officials.carryOver(inheritance);
    await this.views.carryOver(inheritance);
    await this.timetable.carryOver(inheritance);
    await this.plans.carryOver(inheritance);
    const calls = await this.calls.carryOver(inheritance, by, now);
    await this.nominationsFollow(plan, by, now);
    await this.quotas.mendTree(yearOf(inheritance.on), by, now);
    await this.reminders.carryOver(calls);
  }

  private async nominationsFollow(
    { inheritance, quotas, nominations, shares }: PreparedPlan,
    by: string,
    now: Date,
  ): Promise<void> {
    const made = await this.quotas.carryOver(quotas, shares, by, now);
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
