import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { AccountsQueries } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { NoticesQueries } from './notices.queries.js';
import { quotaNoticePublished } from './notices.topics.js';

/** Tells units that a notice of places calls them. */
@Injectable()
export class NoticesJobs {
  constructor(
    private readonly notices: NoticesQueries,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
  ) {}

  @Handles(quotaNoticePublished)
  async published({ noticeId }: { noticeId: string }): Promise<void> {
    for (const { unitId, documentNumber, documentDate, deadline, places } of await this.notices.called(noticeId)) {
      await this.notifications.tell(await this.accounts.recipientsOf(unitId, ['committee', 'cell']), {
        causeId: noticeId,
        kind: 'quota.notice',
        facts: { number: documentNumber, date: documentDate, deadline, places },
        link: `/chi-tieu/thong-bao/${noticeId}`,
      });
    }
  }
}
