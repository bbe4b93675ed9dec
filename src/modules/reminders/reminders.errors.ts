import { DomainError } from '../../platform/http/domain-error.js';

/** Only what has not gone yet can be moved, sent early or taken out. */
export class ReminderNotPlanned extends DomainError {
  readonly code = 'reminder-not-planned';
  readonly status = 409;
}

/** Only classes that take nominations have silent units. */
export class NobodyToRemind extends DomainError {
  readonly code = 'nobody-to-remind';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'courseId', rule: 'courseOpen' }]);
  }
}
