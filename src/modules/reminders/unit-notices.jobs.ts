import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { callAnswered, CallsQueries, timeRefused } from '../courses/index.js';
import { AccountsQueries } from '../identity/index.js';
import {
  courseCancelled,
  nominationDecided,
  nominationPromoted,
  type NominationNotice,
  NominationsQueries,
  nominationTransferred,
  seatOffered,
} from '../nominations/index.js';
import { NotificationsService } from '../notifications/index.js';

/** Decisions a unit is told of. */
const TOLD = ['approved', 'returned', 'rejected', 'decided', 'replaced'];
const UNIT_ROLES = ['committee', 'cell'];

/** Tells units what became of their people, and the board what a unit asks for. */
@Injectable()
export class UnitNoticesJobs {
  constructor(
    private readonly nominations: NominationsQueries,
    private readonly calls: CallsQueries,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
  ) {}

  @Handles(nominationDecided)
  async decided({
    nominationId,
    eventId,
    decision,
  }: {
    nominationId: string;
    eventId: string;
    decision: string;
  }): Promise<void> {
    const nomination = await this.nominations.notice(nominationId);
    if (nomination && TOLD.includes(decision)) await this.tellUnit(nomination, decision, eventId);
  }

  @Handles(nominationPromoted)
  async promoted({ nominationId, eventId }: { nominationId: string; eventId: string }): Promise<void> {
    const nomination = await this.nominations.notice(nominationId);
    if (nomination?.place === 'seat') await this.tellUnit(nomination, 'promoted', eventId);
  }

  @Handles(nominationTransferred)
  async transferred({
    nominationId,
    eventId,
    from,
  }: {
    nominationId: string;
    eventId: string;
    from: string;
  }): Promise<void> {
    const nomination = await this.nominations.notice(nominationId);
    if (nomination) await this.tellUnit(nomination, 'transferred', eventId, { from });
  }

  @Handles(seatOffered)
  async offered({ nominationId, eventId }: { nominationId: string; eventId: string }): Promise<void> {
    const nomination = await this.nominations.notice(nominationId);
    if (nomination?.place === 'waitlist') await this.tellUnit(nomination, 'seatOffered', eventId);
  }

  @Handles(callAnswered)
  async moreTimeAsked({ unitCallId, eventId }: { unitCallId: string; eventId: string }): Promise<void> {
    const [call] = await this.calls.facts([unitCallId]);
    if (call?.answer !== 'more-time') return;
    await this.notifications.tell(await this.accounts.recipientsOf(call.holderId, ['board']), {
      causeId: eventId,
      kind: 'moreTime',
      facts: { course: call.courseCode, title: call.courseTitle, unit: call.unitName, until: call.askedUntil },
      link: `/lop/${call.courseId}`,
    });
  }

  @Handles(timeRefused)
  async moreTimeRefused({ unitCallId, eventId }: { unitCallId: string; eventId: string }): Promise<void> {
    const [call] = await this.calls.facts([unitCallId]);
    if (!call) return;
    await this.notifications.tell(await this.accounts.recipientsOf(call.unitId, UNIT_ROLES), {
      causeId: eventId,
      kind: 'timeRefused',
      facts: { course: call.courseCode, title: call.courseTitle, deadline: call.deadline },
      link: `/lop/${call.courseId}`,
    });
  }

  @Handles(courseCancelled)
  async cancelled({ courseId, eventId }: { courseId: string; eventId: string }): Promise<void> {
    for (const call of await this.calls.ofCourse(courseId)) {
      await this.notifications.tell(await this.accounts.recipientsOf(call.unitId, UNIT_ROLES), {
        causeId: eventId,
        kind: 'course.cancelled',
        facts: { course: call.courseCode, title: call.courseTitle },
        link: `/lop/${courseId}`,
      });
    }
  }

  private async tellUnit(
    nomination: NominationNotice,
    what: string,
    eventId: string,
    more: Record<string, string> = {},
  ): Promise<void> {
    await this.notifications.tell(await this.accounts.recipientsOf(nomination.unitId, UNIT_ROLES), {
      causeId: eventId,
      kind: `nomination.${what}`,
      facts: { course: nomination.courseCode, title: nomination.courseTitle, ...more },
      link: `/lop/${nomination.courseId}`,
    });
  }
}
