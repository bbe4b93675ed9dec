import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** Nobody of these classes is approved and without a decision. */
export class NobodyToDecide extends DomainError {
  readonly code = 'nobody-to-decide';
  readonly status = 409;
}

/** A decision is of one program. */
export class SeveralPrograms extends DomainError {
  readonly code = 'several-programs';
  readonly status = 422;
  constructor() {
    super({}, [{ path: 'courseIds', rule: 'oneProgram' }]);
  }
}

/** It is issued, revoked, or people of it study already. */
export class DecisionStepNotPossible extends DomainError {
  readonly code = 'decision-step-not-possible';
  readonly status = 409;
}

/** Another decision of the issuer has this number in that year. */
export class DecisionNumberTaken extends DomainError {
  readonly code = 'decision-number-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'number', rule: 'decisionNumberOnceAYear' }]);
  }
}

onConstraint('decision_number_once_a_year', () => new DecisionNumberTaken());
onConstraint('nomination_in_one_decision', () => new NobodyToDecide());
onConstraint('decided_by_a_decision', () => new DecisionStepNotPossible());
