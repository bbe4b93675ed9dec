import { Injectable } from '@nestjs/common';
import { Messages } from '../../platform/messages/messages.js';
import type { CheckView } from './dto/nomination.view.js';
import type { RuleCheck } from './rules/eligibility.js';

/** Puts the rules' answers into the reader's words. */
@Injectable()
export class NominationPresenter {
  constructor(private readonly messages: Messages) {}

  checks(checks: readonly RuleCheck[]): CheckView[] {
    return checks.map(({ rule, result, facts }) => ({
      rule,
      result,
      passed: result === 'pass',
      message: this.messages.text(`check.${rule}.${result}`, facts),
      facts,
    }));
  }
}
