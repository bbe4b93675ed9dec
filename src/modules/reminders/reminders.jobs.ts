import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { callAnswered, nominationsClosed, timeRefused, unitsCalled } from '../courses/index.js';
import { RemindersRepository } from './reminders.repository.js';
import { RemindersService } from './reminders.service.js';
import { personDue, policyChanged } from './reminders.topics.js';
import { SendingService } from './sending.service.js';

const SWEEP_MS = 1_000;

@Injectable()
export class RemindersJobs {
  constructor(
    private readonly service: RemindersService,
    private readonly sending: SendingService,
    private readonly reminders: RemindersRepository,
  ) {}

  @Handles(unitsCalled)
  async plan({ unitCallIds }: { unitCallIds: string[] }): Promise<void> {
    await this.service.plan(unitCallIds);
  }

  /** Who was refused more time owes the answer again: what was dropped when they asked is due as before. */
  @Handles(timeRefused)
  async planAgain({ unitCallId }: { unitCallId: string }): Promise<void> {
    await this.service.plan([unitCallId]);
  }

  @Handles(policyChanged)
  async planAnew({ courseId }: { courseId: string }): Promise<void> {
    await this.service.planAnew(courseId);
  }

  /** Tidies the plan; that an answered unit is left alone is asked again when a reminder goes. */
  @Handles(callAnswered)
  async stop({ unitCallId }: { unitCallId: string }): Promise<void> {
    await this.reminders.dropPlannedOfCall(unitCallId, 'answered');
  }

  @Handles(nominationsClosed)
  async stopAll({ courseId }: { courseId: string }): Promise<void> {
    await this.reminders.dropPlannedOfCourse(courseId, 'course-closed');
  }

  @Handles(personDue)
  async send({ accountId }: { accountId: string }): Promise<void> {
    await this.sending.sendTo(accountId);
  }

  /** First all that is due is given its people, so that several for one person come together. */
  @Periodic(SWEEP_MS)
  async sweep(): Promise<void> {
    await this.service.sweep();
  }
}
