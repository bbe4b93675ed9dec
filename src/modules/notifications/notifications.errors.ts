import { DomainError } from '../../platform/http/domain-error.js';

/** A link of a message that has ended, was revoked, or was sent to somebody else: they look the same. */
export class LinkEnded extends DomainError {
  readonly code = 'link-ended';
  readonly status = 404;
}
