import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** The step does not follow the state that the proposal, or its class, is in. */
export class ProposalStepNotPossible extends DomainError {
  readonly code = 'proposal-step-not-possible';
  readonly status = 409;
  constructor(state: string) {
    super({ proposal: state }, [{ path: 'state', rule: 'stepFollows' }]);
  }
}

/** To return and to decline somebody needs a reason. */
export class ProposalReasonMissing extends DomainError {
  readonly code = 'reason-missing';
  readonly status = 422;
  constructor() {
    super({}, [{ path: 'reason', rule: 'isNotEmpty' }]);
  }
}

/** The class takes its people without a cell's proposal, or calls no unit above the cell. */
export class NothingToPropose extends DomainError {
  readonly code = 'nothing-to-propose';
  readonly status = 409;
}

/** Somebody is proposed for the class already. */
export class ProposedTwice extends DomainError {
  readonly code = 'proposed-twice';
  readonly status = 409;
  constructor(path = 'officialIds') {
    super({}, [{ path, rule: 'notProposedTwice' }]);
  }
}

onConstraint('proposal_once_per_course', () => new ProposedTwice());
