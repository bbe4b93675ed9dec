import { DomainError } from '../http/domain-error.js';

/** One account holds too many live connections. */
export class TooManyLive extends DomainError {
  readonly code = 'too-many-live';
  readonly status = 429;
  constructor(most: number) {
    super({ most });
  }
}
