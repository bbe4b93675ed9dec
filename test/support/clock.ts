import { Clock } from '../../src/kernel/clock.js';

/** The day on which the demo of the tests was made: Monday, 2 March 2026, ten in the morning in Vietnam. */
export const DEMO_DAY = '2026-03-02T03:00:00Z';

/** A clock that stands still until it is set. */
export class TestClock extends Clock {
  private instant: Date;

  constructor(instant: string = DEMO_DAY) {
    super();
    this.instant = new Date(instant);
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: string): void {
    this.instant = new Date(instant);
  }
}
