import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** Another program has this code. */
export class ProgramCodeTaken extends DomainError {
  readonly code = 'program-code-taken';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'code', rule: 'programCodeTaken' }]);
  }
}

/** Two versions of one program would hold on one day. */
export class ProgramVersionOverlaps extends DomainError {
  readonly code = 'program-version-overlaps';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'from', rule: 'programVersionOverlaps' }]);
  }
}

/** Classes were held by it, or are: it can be completed, and another can follow it, but it cannot be another. */
export class ProgramVersionUsed extends DomainError {
  readonly code = 'program-version-used';
  readonly status = 409;
}

/** The first version of a program: nothing would be said of the time before. */
export class OnlyVersion extends DomainError {
  readonly code = 'program-first-version';
  readonly status = 409;
}

onConstraint('program_code_once', () => new ProgramCodeTaken());
onConstraint('program_one_version_at_a_time', () => new ProgramVersionOverlaps());
onConstraint('program_version_used_is_kept', () => new ProgramVersionUsed());
