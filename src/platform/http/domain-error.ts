/** One thing that is wrong with one part of the input. */
export interface FieldError {
  /** Where in the body or the query, e.g. `officialIds.0`. */
  readonly path: string;
  /** Which rule is broken, e.g. `isUuid`; the text is `rule.<rule>` in the message catalogues. */
  readonly rule: string;
  /** Numbers and names the text needs. */
  readonly facts?: Record<string, unknown>;
}

/**
 * An outcome the business knows, with a code that clients can switch on. Its title is the text `error.<code>` in the
 * reader's language, filled with `facts`.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  /** The fields it speaks of, if it speaks of any. */
  readonly errors: readonly FieldError[];

  constructor(
    readonly facts: Record<string, unknown> = {},
    errors: readonly FieldError[] = [],
  ) {
    super();
    this.errors = errors;
    this.name = new.target.name;
  }
}

/** The body or the query does not have the form it must have. */
export class InvalidInput extends DomainError {
  readonly code = 'invalid-input';
  readonly status = 422;
  constructor(errors: readonly FieldError[]) {
    super({}, errors);
  }
}

/** Something that does not exist, or that the caller may not know of: the two look the same. */
export class NotFound extends DomainError {
  readonly code = 'not-found';
  readonly status = 404;
  /** @param path the field that names it. */
  constructor(path: string, index?: number) {
    super({}, [{ path: index === undefined ? path : `${path}.${index}`, rule: 'exists' }]);
  }
}

/** Somebody else changed it since the caller read it. */
export class StaleVersion extends DomainError {
  readonly code = 'stale-version';
  readonly status = 412;
  constructor() {
    super({}, [{ path: 'version', rule: 'current' }]);
  }
}
