import { Injectable } from '@nestjs/common';
import { Messages } from '../../platform/messages/messages.js';
import { EligibilityPresenter, RULE_KINDS, type RuleCheckView } from '../eligibility/index.js';
import type { RuleCheck } from './rules/eligibility.js';

/** Puts the rules' answers into the reader's words. */
@Injectable()
export class NominationPresenter {
  constructor(
    private readonly messages: Messages,
    private readonly rules: EligibilityPresenter,
  ) {}

  checks(checks: readonly RuleCheck[]): RuleCheckView[] {
    return checks.map(({ rule, result, facts, source, waiver }) => {
      if (isProgramRule(rule)) {
        return this.rules.check({ rule, result, facts, source: source ?? '', ...(waiver && { waiver }) });
      }
      const message = this.messages.text(`check.${rule}.${result}`, facts);
      return { rule, result, passed: result === 'pass', message, mend: null, source: null, waiver: null, facts };
    });
  }
}

const isProgramRule = (rule: string): rule is (typeof RULE_KINDS)[number] =>
  (RULE_KINDS as readonly string[]).includes(rule);
