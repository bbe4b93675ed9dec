import { DomainError } from '../domain-error.js';

/** The same key came with another body or for another route. */
export class KeyUsedOtherwise extends DomainError {
  readonly code = 'key-used-otherwise';
  readonly status = 422;
  constructor() {
    super({}, [{ path: 'Idempotency-Key', rule: 'keyForOneRequest' }]);
  }
}

/** The first request with this key is still being answered. */
export class StillAnswering extends DomainError {
  readonly code = 'still-answering';
  readonly status = 409;
}
