import { DomainError } from '../../platform/http/domain-error.js';
import type { ImportStatus } from './import.types.js';

/** The import is not where this step begins, e.g. applying what is still being read. */
export class StepNotOpen extends DomainError {
  readonly code = 'import-step-not-open';
  readonly status = 409;
  constructor(readonly importStatus: ImportStatus) {
    super({ importStatus });
  }
}

/** There are rows that are not sound, and it was not said that they may be left out. */
export class RowsNotSound extends DomainError {
  readonly code = 'import-rows-not-sound';
  readonly status = 409;
  constructor(readonly problems: number) {
    super({ problems });
  }
}

/** No row changes anything. */
export class NothingToApply extends DomainError {
  readonly code = 'import-nothing-to-apply';
  readonly status = 409;
}

/** The import was applied so long ago that what was there before is forgotten. */
export class NoLongerKept extends DomainError {
  readonly code = 'import-no-longer-kept';
  readonly status = 409;
}
