import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

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

onConstraint('quota_taken_within_places', () => new QuotaExhausted());
