import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery } from '../http/page.dto.js';
import { JOB_STATES, type JobState } from '../queue/bullmq.js';

const PLACES = ['redis', 'postgresql'] as const;

export class JobCounts {
  waiting: number;
  active: number;
  /** Tried in vain, and tried again by themselves at their time. */
  delayed: number;
  /** Tried as often as one round allows. */
  failed: number;
}

/** How the queue stands, and what is promised besides. */
export class QueueView {
  @ApiProperty({ enum: PLACES })
  place: (typeof PLACES)[number];
  counts: JobCounts;
  /** No worker takes up another job. */
  paused: boolean;
  /** Workers that are connected just now. */
  workers: number;
  /** Promises not yet kept, in the queue or on their way to it. */
  promised: number;
  /** Of these, given up: they wait for somebody. */
  dead: number;
  /** Since when the oldest of them waits. */
  @ApiProperty({ type: Date, nullable: true })
  oldestAt: Date | null;
}

export class QueueJobsQuery extends PageQuery {
  @ApiProperty({ enum: JOB_STATES })
  @IsIn(JOB_STATES)
  state: JobState;
}

/** One job of the queue, with the promise that it stands for. */
export class JobView {
  /** As the queue calls it. */
  id: string;
  /** Id of the promise. */
  promiseId: string;
  /** What it is about: its topic, e.g. `notifications.deliveryDue`. */
  topic: string;
  @ApiProperty({ enum: JOB_STATES })
  state: JobState;
  /** What the promise carries: ids alone; null when it was kept meanwhile. */
  @ApiProperty({ type: String, nullable: true })
  facts: string | null;
  /** Whether it is the promise's present round; an earlier one that failed is remembered for a while. */
  current: boolean;
  /** In this round of the queue, and how many a round has. */
  attempts: number;
  mostAttempts: number;
  /** In all rounds. */
  attemptsInAll: number;
  /** Without what is secret or belongs to people. */
  @ApiProperty({ type: String, nullable: true })
  error: string | null;
  addedAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  startedAt: Date | null;
  /** When it is taken up again; for one that is delayed. */
  @ApiProperty({ type: Date, nullable: true })
  nextAt: Date | null;
}

export class JobPage {
  items: JobView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
}
