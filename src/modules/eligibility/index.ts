export { RuleCheckView, WaiverRef } from './dto/eligibility.view.js';
export { EligibilityModule } from './eligibility.module.js';
export { EligibilityPresenter } from './eligibility.presenter.js';
export { eligibilityFactsSql, eligibilityRulesSql } from './eligibility.sql.js';
export {
  CHECK_RESULTS,
  type CheckResult,
  type DataCheck,
  type EligibilityRuleSet,
  type OfficialFacts,
  RULE_KINDS,
} from './eligibility.types.js';
export { judgeRules, overall, refuses } from './rules/judge-rules.js';
