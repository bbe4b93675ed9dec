import { DomainError } from '../../platform/http/domain-error.js';

/** The proposal is being worked out, or was accepted: it can't be changed now. */
export class ProposalNotOpen extends DomainError {
  readonly code = 'proposal-not-open';
  readonly status = 409;
}

/** There is no class to place. */
export class NothingToPlace extends DomainError {
  readonly code = 'nothing-to-place';
  readonly status = 409;
}

/** What the proposal rests on has changed: places are taken, or its classes are no drafts any more. */
export class ProposalOvertaken extends DomainError {
  readonly code = 'proposal-overtaken';
  readonly status = 409;
  constructor(classes: string) {
    super({ classes });
  }
}
