import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';
import type { Disagreement } from './rules/disagreement.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const RULE_OF = {
  'open-checks': 'reasonAgainstChecks',
  'other-reviewer': 'reasonAgainstReviewer',
} as const satisfies Record<Disagreement, string>;

/** The step does not follow the state the nomination, or its class, is in. */
export class NominationStepNotPossible extends DomainError {
  readonly code = 'nomination-step-not-possible';
  readonly status = 409;
  constructor(state: string) {
    super({ nomination: state }, [{ path: 'state', rule: 'stepFollows' }]);
  }
}

/** Only who has a seat can be approved. */
export class StillWaitlisted extends DomainError {
  readonly code = 'still-waitlisted';
  readonly status = 409;
}

/** A decision against somebody carries its reason. */
export class ReasonMissing extends DomainError {
  readonly code = 'reason-missing';
  readonly status = 422;
  /** @param against what an approval goes against, if it does. */
  constructor(against: Disagreement | null = null) {
    super({}, [{ path: 'reason', rule: against === null ? 'isNotEmpty' : RULE_OF[against] }]);
  }
}

/** Somebody else decided since the caller looked: who, what, when and why. */
export class DecidedMeanwhile extends DomainError {
  readonly code = 'decided-meanwhile';
  readonly status = 409;
  constructor({ at, reason, ...facts }: { by: string; at: Date; nomination: string; reason: string | null }) {
    const time = new Date(at).toLocaleTimeString('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
    super({ ...facts, at: new Date(at).toISOString(), time, because: reason === null ? '' : ` (“${reason}”)` });
  }
}

/** The list cannot be fixed while somebody on it has no decision. */
export class UndecidedNominations extends DomainError {
  readonly code = 'undecided-nominations';
  readonly status = 409;
  constructor(count: number) {
    super({ count });
  }
}

/** The program sends people by decision (quyết định cử đi học), and some have none. */
export class NotYetDecided extends DomainError {
  readonly code = 'not-yet-decided';
  readonly status = 409;
  constructor(count: number) {
    super({ count });
  }
}

/** A program whose cells propose: a committee or the board nominates. */
export class CellProposes extends DomainError {
  readonly code = 'cell-proposes';
  readonly status = 403;
}

/** Somebody cannot take this seat: of another unit, or a rule speaks against it. */
export class CannotReplace extends DomainError {
  readonly code = 'cannot-replace';
  readonly status = 422;
  constructor(rule: string) {
    super({}, [{ path: 'officialId', rule: rule === 'other-unit' ? 'replacesWithinUnit' : 'mayTakeTheSeat' }]);
  }
}

/** Somebody cannot go to this class: another program, full, or a rule speaks against it. */
export class CannotTransfer extends DomainError {
  readonly code = 'cannot-transfer';
  readonly status = 422;
  constructor(rule: string) {
    super({}, [{ path: 'courseId', rule: TRANSFER_RULES[rule] ?? 'mayTakeTheSeat' }]);
  }
}

const TRANSFER_RULES: Readonly<Record<string, string>> = {
  'other-program': 'sameProgram',
  'same-class': 'anotherClass',
  'seat-free': 'seatIsFree',
  'no-overlap': 'noOverlap',
  'quota-left': 'quotaIsLeft',
};

/** Fewer trainees than the class needs: it is confirmed only with a reason. */
export class BelowMinimum extends DomainError {
  readonly code = 'below-minimum';
  readonly status = 422;
  constructor(approved: number, minimum: number) {
    super({ approved, minimum }, [{ path: 'reason', rule: 'reasonBelowMinimum', facts: { approved, minimum } }]);
  }
}

/** The class has no timetable yet, or sessions without a room or a lecturer. */
export class TimetableIncomplete extends DomainError {
  readonly code = 'timetable-incomplete';
  readonly status = 422;
  constructor(facts: { sessions: number; withoutRoom: number; withoutLecturer: number }) {
    const rule = facts.sessions === 0 ? 'reasonNoTimetable' : 'reasonTimetableGaps';
    super({ ...facts }, [{ path: 'reason', rule, facts }]);
  }
}

/** Somebody would be in two classes on one day. */
export class TwoClassesAtOnce extends DomainError {
  readonly code = 'two-classes-at-once';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'startsOn', rule: 'noOverlap' }]);
  }
}

/** Somebody is already nominated for this class. */
export class NominatedTwice extends DomainError {
  readonly code = 'nominated-twice';
  readonly status = 409;
}

/** Somebody is kept in reserve for this class already. */
export class ReservedTwice extends DomainError {
  readonly code = 'reserved-twice';
  readonly status = 409;
}

/** Nobody decides about themselves. */
export class OwnNomination extends DomainError {
  readonly code = 'own-nomination';
  readonly status = 403;
}

/** Fewer seats are free than are to be kept. */
export class SeatsNotFree extends DomainError {
  readonly code = 'seats-not-free';
  readonly status = 409;
  constructor(free?: number) {
    super({ free: free ?? 0 }, [{ path: 'seats', rule: 'seatsFree', facts: { free: free ?? 0 } }]);
  }
}

/** Seats are already kept for the unit: let them go first. */
export class SeatsKeptTwice extends DomainError {
  readonly code = 'seats-kept-twice';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'unitId', rule: 'seatsKeptOnce' }]);
  }
}

/** Seats are kept for units that were called. */
export class UnitNotCalled extends DomainError {
  readonly code = 'unit-not-called';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'unitId', rule: 'unitCalled' }]);
  }
}

/** The line is ordered by need or by time; the board moves nobody in it. */
export class OrderedByRule extends DomainError {
  readonly code = 'ordered-by-rule';
  readonly status = 409;
}

/** No seat is offered to the person, or the time to answer is over. */
export class NoOpenOffer extends DomainError {
  readonly code = 'no-open-offer';
  readonly status = 409;
}

onConstraint('nobody_decides_about_themselves', () => new OwnNomination());
onConstraint('course_reserves_no_more_than_its_seats', () => new SeatsNotFree());
onConstraint('course_offers_only_free_seats', () => new SeatsNotFree());
onConstraint('seat_reservation_once_per_unit', () => new SeatsKeptTwice());
onConstraint('seat_reservation_unit_is_called', () => new UnitNotCalled());
onConstraint('official_in_one_class_at_a_time', () => new TwoClassesAtOnce());
onConstraint('nomination_once_per_course', () => new NominatedTwice());
onConstraint('reserve_nominee_once_per_course', () => new ReservedTwice());
