import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { PlacesNotices } from './places-notices.js';
import { offerMade, placesCalledBack, transferChanged } from './quotas.topics.js';
import { ReturnsService } from './returns.service.js';

const HOUR_MS = 3_600_000;

@Injectable()
export class QuotasJobs {
  constructor(
    private readonly returns: ReturnsService,
    private readonly notices: PlacesNotices,
  ) {}

  @Periodic(HOUR_MS)
  sweep(): Promise<void> {
    return this.returns.sweep();
  }

  @Handles(offerMade)
  offered({ offerId }: { offerId: string }): Promise<void> {
    return this.notices.offered(offerId);
  }

  @Handles(transferChanged)
  transferred({ transferId, state }: { transferId: string; state: string }): Promise<void> {
    return this.notices.transfer(transferId, state);
  }

  @Handles(placesCalledBack)
  calledBack(told: { quotaId: string; places: number }): Promise<void> {
    return this.notices.calledBack(told);
  }
}
