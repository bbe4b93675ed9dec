import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** The class has not begun, or is no more: nobody can have been there. */
export class AttendanceOfIdleClass extends DomainError {
  readonly code = 'attendance-of-idle-class';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'id', rule: 'classRuns' }]);
  }
}

/** The session has not begun. */
export class AttendanceTooEarly extends DomainError {
  readonly code = 'attendance-too-early';
  readonly status = 409;
  constructor(at?: string) {
    super({}, [{ path: 'id', rule: 'sessionHasBegun', facts: { at: at ?? '' } }]);
  }
}

/** The session was cancelled meanwhile. */
export class AttendanceOfCancelledSession extends DomainError {
  readonly code = 'attendance-of-cancelled-session';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'id', rule: 'sessionIsHeld' }]);
  }
}

/** Somebody was not on the list of the class that day. */
export class NotOnTheList extends DomainError {
  readonly code = 'not-on-the-list';
  readonly status = 422;
  constructor(paths: readonly string[] = ['marks']) {
    super(
      {},
      paths.map((path) => ({ path, rule: 'onTheListThatDay' })),
    );
  }
}

/** The session has begun: whether somebody is there is seen now. */
export class ApologyTooLate extends DomainError {
  readonly code = 'apology-too-late';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'id', rule: 'sessionToCome' }]);
  }
}

/** Marks stand on the session: it is not taken away over them. */
export class SessionHasMarks extends DomainError {
  readonly code = 'session-has-marks';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'id', rule: 'sessionWithoutMarks' }]);
  }
}

/** Marks stand on the session: it cannot be of a time to come. */
export class MarkedSessionHasBegun extends DomainError {
  readonly code = 'marked-session-has-begun';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'startsAt', rule: 'notAfterItsMarks' }]);
  }
}

onConstraint('attendance_of_own_class', () => new NotOnTheList());
onConstraint('attendance_of_a_class_that_runs', () => new AttendanceOfIdleClass());
onConstraint('attendance_of_a_session_that_is_held', () => new AttendanceOfCancelledSession());
onConstraint('attendance_not_before_its_session', () => new AttendanceTooEarly());
onConstraint('attendance_of_people_on_the_list', () => new NotOnTheList());
onConstraint('apology_before_its_session', () => new ApologyTooLate());
onConstraint('session_with_marks_stays', () => new SessionHasMarks());
onConstraint('session_with_marks_has_begun', () => new MarkedSessionHasBegun());
