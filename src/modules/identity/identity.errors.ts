import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** The user name or the password is wrong: which of the two is nobody's business. */
export class WrongCredentials extends DomainError {
  readonly code = 'wrong-credentials';
  readonly status = 401;
}

/** Too many wrong passwords from one place or for one account. */
export class TooManyAttempts extends DomainError {
  readonly code = 'too-many-attempts';
  readonly status = 429;
  constructor(seconds: number) {
    super({ minutes: Math.max(1, Math.ceil(seconds / 60)) });
  }
}

/** The present password given with a new one is wrong. */
export class WrongCurrentPassword extends DomainError {
  readonly code = 'wrong-current-password';
  readonly status = 422;
  constructor() {
    super({}, [{ path: 'currentPassword', rule: 'currentPassword' }]);
  }
}

/** Two accounts may not share a user name. */
export class UsernameTaken extends DomainError {
  readonly code = 'username-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'username', rule: 'usernameOnce' }]);
  }
}

onConstraint('account_username_once', () => new UsernameTaken());

/** An official has one account of their own. */
export class HasAnAccount extends DomainError {
  readonly code = 'has-an-account';
  readonly status = 409;
}

onConstraint('account_once_per_official', () => new HasAnAccount());
