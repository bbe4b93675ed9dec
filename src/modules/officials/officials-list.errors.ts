import { DomainError } from '../../platform/http/domain-error.js';

/** A filter by what this reader may not see of people. */
export class SensitiveFilter extends DomainError {
  readonly code = 'sensitive-filter';
  readonly status = 403;
  /** @param fields the conditions that are not for this reader. */
  constructor(fields: readonly string[]) {
    super(
      {},
      fields.map((path) => ({ path, rule: 'maySeeSensitive' })),
    );
  }
}

/** It was taken back already. */
export class AlreadyUndone extends DomainError {
  readonly code = 'already-undone';
  readonly status = 409;
}
