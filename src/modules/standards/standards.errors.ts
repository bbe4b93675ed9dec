import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** Two standards of the same posts and area would hold on one day. */
export class StandardOverlaps extends DomainError {
  readonly code = 'standard-overlaps';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'from', rule: 'standardOverlaps' }]);
  }
}

/** It is in force already, or was: it can be ended or corrected, not taken away. */
export class StandardInForce extends DomainError {
  readonly code = 'standard-in-force';
  readonly status = 409;
}

/** Two decisions would free one person from the same standard on one day. */
export class ExemptionOverlaps extends DomainError {
  readonly code = 'exemption-overlaps';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'decidedOn', rule: 'exemptionOverlaps' }]);
  }
}

onConstraint('standard_one_per_post_and_area_at_a_time', () => new StandardOverlaps());
onConstraint('exemption_one_per_standard_at_a_time', () => new ExemptionOverlaps());
