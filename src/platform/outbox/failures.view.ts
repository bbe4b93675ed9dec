import { ApiProperty } from '@nestjs/swagger';
import { FAILURE_KINDS, type FailureKind } from './rules/failure-kind.js';

/** A promise that was tried and could not be kept. */
export class FailureView {
  id: string;
  /** What it is about: its topic, e.g. `notifications.deliveryDue`. */
  topic: string;
  attempts: number;
  /** What stands behind it; `other` when only the error itself tells. */
  @ApiProperty({ enum: FAILURE_KINDS })
  kind: FailureKind;
  /** The error as it was, without what is secret or belongs to people. */
  error: string;
  promisedAt: Date;
  failedAt: Date;
  /** When it was given up, or null while it is tried again by itself. */
  @ApiProperty({ type: Date, nullable: true })
  deadAt: Date | null;
}

export class FailurePage {
  items: FailureView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
  /** Of these, given up: they wait for somebody. */
  dead: number;
  /** All promises that wait, failed ones too. */
  waiting: number;
}

export class RetriedView {
  /** How many are tried again. */
  retried: number;
}
