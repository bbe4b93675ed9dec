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

/** A unit would be founded after its last day, or after something it was later. */
export class UnitStartsTooLate extends DomainError {
  readonly code = 'unit-starts-too-late';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'validFrom', rule: 'beforeLaterSpells' }]);
  }
}

onConstraint('unit_ends_after_it_starts', () => new UnitStartsTooLate());
onConstraint('unit_code_once', () => new UnitCodeTaken());
