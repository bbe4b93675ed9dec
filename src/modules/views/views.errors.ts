import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError, StaleVersion } from '../../platform/http/domain-error.js';

/** One person's views of a list have different names. */
export class ViewNameTaken extends DomainError {
  readonly code = 'view-name-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'name', rule: 'viewNameOnce' }]);
  }
}

onConstraint('saved_view_name_once', () => new ViewNameTaken());
// Two windows of one person made different views the first one in the same moment.
onConstraint('saved_view_one_default', () => new StaleVersion());
