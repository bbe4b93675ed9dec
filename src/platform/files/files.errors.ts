import { DomainError } from '../http/domain-error.js';

/** The scanner knows what is in the file. */
export class VirusFound extends DomainError {
  readonly code = 'virus-found';
  readonly status = 422;
  constructor(virus: string) {
    super({ virus }, [{ path: 'uploadId', rule: 'freeOfViruses' }]);
  }
}

/** A scanner is set up and does not answer. */
export class ScannerSilent extends DomainError {
  readonly code = 'scanner-silent';
  readonly status = 503;
  constructor(cause?: unknown) {
    super();
    this.cause = cause;
  }
}
