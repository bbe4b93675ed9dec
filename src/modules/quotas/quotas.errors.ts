import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError, type FieldError } from '../../platform/http/domain-error.js';

/** A unit would have fewer places than it passed on, holds and uses. */
export class PlacesBelowTaken extends DomainError {
  readonly code = 'places-below-taken';
  readonly status = 409;
  /** @param path the field of the number. */
  constructor(path: string, taken: number) {
    super({}, [{ path, rule: 'notBelowTaken', facts: { taken } }]);
  }
}

/** Units are to have more places than were granted. */
export class GrantExceeded extends DomainError {
  readonly code = 'grant-exceeded';
  readonly status = 409;
  /**
   * @param numbers what the row above received, what is free there once everything that comes back has come back, and what
   * is asked of it.
   */
  constructor(path: string, numbers: { granted: number; left: number; asked: number; unit: string }) {
    super({ ...numbers, missing: numbers.asked - numbers.left }, [
      { path, rule: 'withinGrant', facts: { ...numbers, missing: numbers.asked - numbers.left } },
    ]);
  }
}

/** A unit at the top of the tree has what was granted to it; its number is not typed. */
export class PlacesByGrant extends DomainError {
  readonly code = 'places-by-grant';
  readonly status = 409;
  constructor(path: string) {
    super({}, [{ path, rule: 'byGrant' }]);
  }
}

/** More places are asked for than there are free. */
export class NotEnoughPlaces extends DomainError {
  readonly code = 'not-enough-places';
  readonly status = 409;
  constructor(path: string, left: number) {
    super({ left }, [{ path, rule: 'placesLeft', facts: { left } }]);
  }
}

/** An offer that was answered, or whose time is over. */
export class OfferOver extends DomainError {
  readonly code = 'offer-over';
  readonly status = 409;
}

/** Fewer places would be left than minimum shares keep. */
export class MinimumsNotKept extends DomainError {
  readonly code = 'minimums-not-kept';
  readonly status = 409;
  constructor(broken: readonly { readonly path: string; readonly facts: Record<string, unknown> }[] = []) {
    super(
      {},
      broken.map((each) => ({ ...each, rule: 'keepsMinimums' })),
    );
  }
}

/** More is cut than the grant still gives. */
export class CutTooLarge extends DomainError {
  readonly code = 'cut-too-large';
  readonly status = 409;
  constructor(standing: number) {
    super({ standing }, [{ path: 'places', rule: 'withinStanding', facts: { standing } }]);
  }
}

/** A grant is to have fewer places than were given out of it already. */
export class CorrectionNeedsPlaces extends DomainError {
  readonly code = 'correction-needs-places';
  readonly status = 409;
  /** @param least what the grant keeps at least: what was cut of it, and what is not in the reserve any more. */
  constructor(least: number) {
    super({ least }, [{ path: 'places', rule: 'grantKeeps', facts: { least } }]);
  }
}

/** People have the places that would have to go. */
export class CutBelowTaken extends DomainError {
  readonly code = 'cut-below-taken';
  readonly status = 409;
  constructor(possible: number) {
    super({ possible }, [{ path: 'places', rule: 'cutPossible', facts: { possible } }]);
  }
}

/** The reserve does not suffice for a cut: units have to give places back with it. */
export class CutNeedsCallBack extends DomainError {
  readonly code = 'cut-needs-call-back';
  readonly status = 409;
  constructor(missing: number) {
    super({ missing }, [{ path: 'callBack', rule: 'callBackSuffices', facts: { missing } }]);
  }
}

/** Somebody else took the last place at the same moment. */
export class QuotaExhausted extends DomainError {
  readonly code = 'quota-exhausted';
  readonly status = 409;
}

/** The units' places changed since the proposal was made. */
export class PlacesChanged extends DomainError {
  readonly code = 'places-changed';
  readonly status = 409;
}

/** Cells of a block say something else by now than what its writer saw. */
export class CellsChanged extends DomainError {
  readonly code = 'cells-changed';
  readonly status = 409;
  constructor(errors: readonly FieldError[]) {
    super({}, errors);
  }
}

/** What setting places refused, said of the cells of a block. */
export class CellsRefused extends DomainError {
  readonly code: string;
  readonly status: number;
  constructor({ code, status, facts }: DomainError, errors: readonly FieldError[]) {
    super(facts, errors);
    this.code = code;
    this.status = status;
  }
}

/** A published notice of places does not change. */
export class NoticePublished extends DomainError {
  readonly code = 'notice-published';
  readonly status = 409;
}

/** A notice would say nothing. */
export class NoticeEmpty extends DomainError {
  readonly code = 'notice-empty';
  readonly status = 409;
}

/** Another notice of the year has this number. */
export class NoticeNumberTaken extends DomainError {
  readonly code = 'notice-number-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'documentNumber', rule: 'numberOnceAYear' }]);
  }
}

onConstraint('quota_taken_within_places', () => new QuotaExhausted());
onConstraint('quota_keeps_its_minimums', () => new MinimumsNotKept());
onConstraint('quota_notice_number_once_a_year', () => new NoticeNumberTaken());
onConstraint('quota_notice_published_stays', () => new NoticePublished());
