import { DomainError } from '../http/domain-error.js';

/** No valid session or token came with the request. */
export class NotLoggedIn extends DomainError {
  readonly code = 'not-logged-in';
  readonly status = 401;
}

/** The person is known but may not do this. */
export class NotAllowed extends DomainError {
  readonly code = 'not-allowed';
  readonly status = 403;
  constructor(ability: string) {
    super({ ability });
  }
}

/** A write that a browser sent from another site. */
export class ForeignOrigin extends DomainError {
  readonly code = 'foreign-origin';
  readonly status = 403;
}
