import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError, NotFound } from '../../platform/http/domain-error.js';

/** Both records are nominated where one person can be only once. */
export class NominationsClash extends DomainError {
  readonly code = 'nominations-clash';
  readonly status = 409;
}

/** It was taken back already. */
export class MergeUndone extends DomainError {
  readonly code = 'merge-undone';
  readonly status = 409;
}

// The other one was quicker: the record is no longer there to be merged.
onConstraint('merge_once_while_it_stands', () => new NotFound('mergeId'));
