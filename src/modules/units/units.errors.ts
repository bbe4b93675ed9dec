import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** Two units may not share a code. */
export class UnitCodeTaken extends DomainError {
  readonly code = 'unit-code-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'code', rule: 'unitCodeOnce' }]);
  }
}

onConstraint('unit_code_once', () => new UnitCodeTaken());
