import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Handles } from '../../platform/outbox/topic.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { CallsQueries } from '../courses/index.js';
import { AccountsQueries } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { ChangesRepository } from './changes.repository.js';
import { timetableChanged } from './timetable.topics.js';

const SWEEP_MS = 5_000;
const MINUTE_MS = 60_000;
/** Changes are told together once none came for so long, and never later than the second. */
const REST_MS = 10 * MINUTE_MS;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;

/** Tells those concerned that a timetable changed: several changes of a class in one notice. */
@Injectable()
export class ChangesJobs {
  constructor(
    private readonly changes: ChangesRepository,
    private readonly calls: CallsQueries,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Periodic(SWEEP_MS)
  async sweep(): Promise<void> {
    while ((await this.announceRested()) > 0);
  }

  @Transactional()
  async announceRested(): Promise<number> {
    const now = this.clock.now().getTime();
    const rested = await this.changes.take(new Date(now - REST_MS), new Date(now - LONGEST_WAIT_MS));
    await this.outbox.announce(timetableChanged, ...rested.map((change) => ({ ...change, eventId: newId() })));
    return rested.length;
  }

  @Handles(timetableChanged)
  async tell({
    courseId,
    eventId,
    count,
    lecturerIds,
  }: {
    courseId: string;
    eventId: string;
    count: number;
    lecturerIds: string[];
  }): Promise<void> {
    const course = await this.changes.course(courseId);
    if (!course) return;
    const facts = { course: course.code, title: course.title, count };
    const notice = { causeId: eventId, kind: 'timetable.changed', facts, link: `/lop/${courseId}` };
    await this.notifications.tell(await this.changes.lecturers(lecturerIds), notice);
    for (const { unitId } of await this.calls.ofCourse(courseId)) {
      await this.notifications.tell(await this.accounts.recipientsOf(unitId, ['committee', 'cell']), notice);
    }
  }
}
