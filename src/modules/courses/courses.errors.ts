import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError, InvalidInput } from '../../platform/http/domain-error.js';

/** Two classes may not share a code. */
export class CourseCodeTaken extends DomainError {
  readonly code = 'course-code-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'code', rule: 'courseCodeOnce' }]);
  }
}

/** The class takes nominations and answers only while it is open. */
export class CourseNotOpen extends DomainError {
  readonly code = 'course-not-open';
  readonly status = 409;
  constructor(path = 'courseId') {
    super({}, [{ path, rule: 'courseOpen' }]);
  }
}

/** The step does not follow the state the class is in. */
export class StepNotPossible extends DomainError {
  readonly code = 'step-not-possible';
  readonly status = 409;
  constructor(state: string, step: string) {
    super({ state, step }, [{ path: 'state', rule: 'stepFollows' }]);
  }
}

/** Nobody is there to be called. */
export class NobodyToCall extends DomainError {
  readonly code = 'nobody-to-call';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'unitIds', rule: 'someUnit' }]);
  }
}

/** The unit already sent its list. */
export class CallAnswered extends DomainError {
  readonly code = 'call-answered';
  readonly status = 409;
}

/** The unit does not ask for more time, or no longer. */
export class NoTimeAsked extends DomainError {
  readonly code = 'no-time-asked';
  readonly status = 409;
}

/** What cannot change once a class's nominations are open. */
export class FrozenField extends DomainError {
  readonly code = 'frozen-field';
  readonly status = 409;
  constructor(paths: readonly string[]) {
    super(
      {},
      paths.map((path) => ({ path, rule: 'onlyWhileDraft' })),
    );
  }
}

/** The class would have fewer seats than people on them. */
export class CapacityBelowSeats extends DomainError {
  readonly code = 'capacity-below-seats';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'capacity', rule: 'notBelowSeats' }]);
  }
}

onConstraint('course_code_once', () => new CourseCodeTaken());
onConstraint('course_seats_within_capacity', () => new CapacityBelowSeats());
// With people waiting every seat below the number is taken.
onConstraint('course_nobody_waits_while_a_seat_is_free', () => new CapacityBelowSeats());
onConstraint('course_minimum_within_capacity', () => new InvalidInput([{ path: 'minimum', rule: 'withinCapacity' }]));
onConstraint('course_ends_after_it_starts', () => new InvalidInput([{ path: 'endsOn', rule: 'notBeforeStart' }]));
onConstraint('nomination_only_while_open', () => new CourseNotOpen());
