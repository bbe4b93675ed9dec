import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/outbox/topic.js';
import { Periodic } from '../../platform/worker/periodic.js';
import { callAnswered, nominationsClosed, timeRefused, unitsCalled } from '../courses/index.js';
import { RemindersRepository } from './reminders.repository.js';
import { RemindersService } from './reminders.service.js';
import { peopleDue, policyChanged, standingChanged } from './reminders.topics.js';
import { SendingService } from './sending.service.js';
import { StandingService } from './standing.service.js';

const SWEEP_MS = 1_000;
const STANDING_MS = 60_000;

@Injectable()
export class RemindersJobs {
  constructor(
    private readonly service: RemindersService,
    private readonly sending: SendingService,
    private readonly standing: StandingService,
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

  @Handles(standingChanged)
  async planStandingAnew(): Promise<void> {
    await this.standing.plan();
  }

  @Handles(peopleDue)
  async send({ accountIds }: { accountIds: string[] }): Promise<void> {
    await this.sending.sendTo(accountIds);
  }

  /** What no call announces is planned by how things stand. */
  @Periodic(STANDING_MS)
  async planStanding(): Promise<void> {
    await this.standing.plan();
  }

  /** First all that is due is given its people, so that several for one person come together. */
  @Periodic(SWEEP_MS)
  async sweep(): Promise<void> {
    await this.service.sweep();
  }
}
