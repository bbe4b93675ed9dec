import { onConstraint } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';

/** Two sets of the same program and mode would hold on one day. */
export class RuleSetOverlaps extends DomainError {
  readonly code = 'rule-set-overlaps';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'from', rule: 'ruleSetOverlaps' }]);
  }
}

/** People were judged by it: others can follow it, it can neither be changed nor taken away. */
export class RuleSetInForce extends DomainError {
  readonly code = 'rule-set-in-force';
  readonly status = 409;
}

/** Two decisions would lift the same rule for one person on one day. */
export class WaiverOverlaps extends DomainError {
  readonly code = 'waiver-overlaps';
  readonly status = 409;
  constructor() {
    super({}, [{ path: 'decidedOn', rule: 'waiverOverlaps' }]);
  }
}

onConstraint('rule_set_one_per_program_and_mode_at_a_time', () => new RuleSetOverlaps());
onConstraint('eligibility_rule_is_never_rewritten', () => new RuleSetInForce());
onConstraint('waiver_one_per_rule_at_a_time', () => new WaiverOverlaps());
