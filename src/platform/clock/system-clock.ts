import { Clock } from '../../kernel/clock.js';

/** The machine's clock: the one place that asks it. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
