import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { AccountsQueries } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { PlanLinesQueries } from './plan-lines.queries.js';
import { PlansQueries } from './plans.queries.js';
import { planApproved } from './plans.topics.js';

/** Tells units that a plan has lines for them. */
@Injectable()
export class PlansJobs {
  constructor(
    private readonly plans: PlansQueries,
    private readonly lines: PlanLinesQueries,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
  ) {}

  @Handles(planApproved)
  async approved({ versionId }: { versionId: string }): Promise<void> {
    const plan = await this.plans.notice(versionId);
    // A later version tells of itself.
    if (plan?.state !== 'approved') return;
    const years = plan.firstYear === plan.lastYear ? `${plan.firstYear}` : `${plan.firstYear}–${plan.lastYear}`;
    for (const { unitId, lines } of await this.lines.unitsOf(versionId)) {
      await this.notifications.tell(await this.accounts.recipientsOf(unitId, ['committee', 'board']), {
        causeId: versionId,
        kind: plan.number === 1 ? 'plan.approved' : 'plan.revised',
        facts: { years, number: plan.documentNumber, date: plan.documentDate, lines },
        link: `/ke-hoach/${plan.planId}`,
      });
    }
  }
}
