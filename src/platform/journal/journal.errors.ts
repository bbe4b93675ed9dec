import { DomainError } from '../http/domain-error.js';

/** Something that an operation made or changed was changed again by somebody else. */
export class ChangedSince extends DomainError {
  readonly code = 'changed-since';
  readonly status = 409;
  /** @param table the table of the row that changed, e.g. `officials`. */
  constructor(
    readonly table: string,
    readonly rowId: string,
  ) {
    super({ table });
  }
}

/** Something new rests on what an operation made, so it cannot be taken away again. */
export class DependedOn extends DomainError {
  readonly code = 'depended-on';
  readonly status = 409;
  /** @param table the table of what rests on it, e.g. `nominations`. */
  constructor(readonly table: string) {
    super({ table });
  }
}
