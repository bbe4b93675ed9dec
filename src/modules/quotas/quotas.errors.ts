import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** A unit would have fewer places than its nominations already hold. */
export class PlacesBelowTaken extends DomainError {
  readonly code = 'places-below-taken';
  readonly status = 409;
  /** @param index of the allocation in the request. */
  constructor(index: number, taken: number) {
    super({}, [{ path: `allocations.${index}.places`, rule: 'notBelowTaken', facts: { taken } }]);
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
