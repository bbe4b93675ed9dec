import { DomainError } from '../../platform/http/domain-error.js';
import type { PlanProblem } from './rules/plan.types.js';

/** What was carried out is neither edited nor carried out again. */
export class ReorganisationApplied extends DomainError {
  readonly code = 'reorganisation-applied';
  readonly status = 409;
}

/** Only what was carried out is taken back. */
export class ReorganisationNotApplied extends DomainError {
  readonly code = 'reorganisation-not-applied';
  readonly status = 409;
}

/** Something stands in the way; the preview says the same. */
export class ReorganisationBlocked extends DomainError {
  readonly code = 'reorganisation-blocked';
  readonly status = 422;
  constructor(problems: readonly PlanProblem[]) {
    super({}, problems);
  }
}
