import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError, type FieldError } from '../../platform/http/domain-error.js';
import type { ClashView, FreeSlotView } from './dto/session.view.js';
import type { ClashKind } from './timetable.types.js';

/** Which field of a session a clash speaks of, and the rule that it breaks. */
export const CLASH_RULES: Readonly<Record<ClashKind, { path: string; rule: string }>> = {
  class: { path: 'startsAt', rule: 'classTaken' },
  room: { path: 'roomId', rule: 'roomTaken' },
  lecturer: { path: 'lecturerId', rule: 'lecturerTaken' },
  trainees: { path: 'startsAt', rule: 'traineesTaken' },
  roomClosed: { path: 'roomId', rule: 'roomClosed' },
  lecturerGone: { path: 'lecturerId', rule: 'lecturerGone' },
  absence: { path: 'lecturerId', rule: 'lecturerAbsent' },
  load: { path: 'lecturerId', rule: 'lecturerLoad' },
  outsideClass: { path: 'startsAt', rule: 'outsideClass' },
};

/** What a clash is about and when, for the sentence that names it. */
export type ClashFacts = Record<string, unknown>;

/** The session cannot be where it should be: what is in the way, and what is free near it. */
export class SessionClash extends DomainError {
  readonly code = 'session-clash';
  readonly status = 409;
  constructor(
    clashes: readonly { view: ClashView; facts: ClashFacts; rule: string }[],
    freeSlots: readonly FreeSlotView[],
  ) {
    super(
      { what: clashes[0]?.view.message ?? '', clashes: clashes.map(({ view }) => view), freeSlots },
      clashes.map(({ view, facts, rule }): FieldError => ({ path: CLASH_RULES[view.kind].path, rule, facts })),
    );
  }
}

/** The room has fewer seats than the class, and nobody said why that will do. */
export class SmallRoom extends DomainError {
  readonly code = 'small-room';
  readonly status = 409;
  constructor(seats: number, people: number) {
    const facts = { seats, people };
    super(facts, [{ path: 'smallRoomReason', rule: 'smallRoomReason', facts }]);
  }
}

/** Something of that name is there already. */
export class NameTaken extends DomainError {
  readonly code = 'name-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'name', rule: 'nameOnce' }]);
  }
}

/** Sessions use it: it can be closed, not taken away. */
export class StillUsed extends DomainError {
  readonly code = 'still-used';
  readonly status = 409;
}

/** The lecturer teaches on those days. */
export class LecturerTeachesThen extends DomainError {
  readonly code = 'lecturer-teaches-then';
  readonly status = 409;
  constructor(count?: number, days?: string) {
    super({ count, days }, [{ path: 'from', rule: 'lecturerTeachesThen' }]);
  }
}

/** The days are written down already. */
export class AbsenceOverlaps extends DomainError {
  readonly code = 'absence-overlaps';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'from', rule: 'absenceOverlaps' }]);
  }
}

/** The account belongs to another lecturer. */
export class LecturerAccountTaken extends DomainError {
  readonly code = 'lecturer-account-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'accountId', rule: 'lecturerAccountOnce' }]);
  }
}

/** The class's new days would leave some of its sessions outside. */
export class SessionsOutsideDays extends DomainError {
  readonly code = 'sessions-outside-days';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'startsOn', rule: 'holdsItsSessions' }]);
  }
}

/** Somebody of the class sits in another class then. */
export class TraineeClash extends DomainError {
  readonly code = 'trainee-clash';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'startsAt', rule: 'traineeTaken' }]);
  }
}

/** The day has a decision of its own already. */
export class DayTaken extends DomainError {
  readonly code = 'day-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'date', rule: 'dayOnce' }]);
  }
}

/** The same time is written down already. */
export class BlackoutTwice extends DomainError {
  readonly code = 'blackout-twice';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'from', rule: 'blackoutOnce' }]);
  }
}

/** A clash as the database names it, where nobody can say any more what it was with. */
const bare = (kind: ClashKind) => () =>
  new SessionClash([{ view: { ...NOTHING, kind }, facts: {}, rule: 'takenMeanwhile' }], []);
const NOTHING = { sessionId: null, course: null, startsAt: null, endsAt: null, people: 0, message: '' };

/** Constraints that say a session cannot be where it should be. */
const CLASH_CONSTRAINTS: Readonly<Record<string, ClashKind>> = {
  class_in_one_session_at_a_time: 'class',
  room_in_one_session_at_a_time: 'room',
  lecturer_in_one_session_at_a_time: 'lecturer',
  session_within_class_days: 'outsideClass',
  session_in_an_open_room: 'roomClosed',
  session_by_a_teaching_lecturer: 'lecturerGone',
  session_while_lecturer_is_there: 'absence',
  session_within_lecturer_load: 'load',
};

/** Whether a broken constraint is one that a clash can be told from. */
export const saysClash = (constraint: string | null): boolean =>
  constraint !== null && (constraint in CLASH_CONSTRAINTS || constraint === 'trainee_in_one_place_at_a_time');

for (const [constraint, kind] of Object.entries(CLASH_CONSTRAINTS)) onConstraint(constraint, bare(kind));
onConstraint('trainee_in_one_place_at_a_time', () => new TraineeClash());
onConstraint('venue_name_once_per_unit', () => new NameTaken());
onConstraint('room_name_once_per_venue', () => new NameTaken());
onConstraint('session_room_exists', () => new StillUsed());
onConstraint('room_venue_exists', () => new StillUsed());
onConstraint('lecturer_absent_without_sessions', () => new LecturerTeachesThen());
onConstraint('lecturer_one_absence_at_a_time', () => new AbsenceOverlaps());
onConstraint('lecturer_once_per_account', () => new LecturerAccountTaken());
onConstraint('class_days_hold_its_sessions', () => new SessionsOutsideDays());
onConstraint('calendar_day_once', () => new DayTaken());
onConstraint('blackout_once_per_unit_and_days', () => new BlackoutTwice());
