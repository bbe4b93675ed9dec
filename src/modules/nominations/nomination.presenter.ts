import { Injectable } from '@nestjs/common';
import { plainDateIn } from '../../kernel/plain-date.js';
import { Messages } from '../../platform/messages/messages.js';
import { EligibilityPresenter, RULE_KINDS, type RuleCheckView } from '../eligibility/index.js';
import type { RuleCheck } from './rules/eligibility.js';
import type { WaitingReason } from './rules/waiting.js';

/** Puts the rules' answers into the reader's words. */
@Injectable()
export class NominationPresenter {
  constructor(
    private readonly messages: Messages,
    private readonly rules: EligibilityPresenter,
  ) {}

  /**
   * Why somebody waits, as one sentence.
   * @param passedOver what spoke against them when their turn came. @param toReserves seats that were handed on inside a unit.
   */
  waiting(reason: WaitingReason, passedOver: RuleCheck | null, toReserves: number): string {
    const [check] = passedOver ? this.checks([passedOver]) : [];
    const until = 'until' in reason ? { until: dayOf(reason.until) } : {};
    const facts = { ...reason, ...until, because: check?.message ?? '' };
    const kept = toReserves > 0 ? [this.messages.text('waiting.kept-by-reserves', { count: toReserves })] : [];
    return [this.messages.text(`waiting.${reason.why}`, facts), ...kept].join(' ');
  }

  checks(checks: readonly RuleCheck[]): RuleCheckView[] {
    return checks.map(({ rule, result, facts, source, waiver }) => {
      if (isProgramRule(rule)) {
        return this.rules.check({ rule, result, facts, source: source ?? '', ...(waiver && { waiver }) });
      }
      const message = [
        this.messages.text(`check.${rule}.${result}`, this.inWords(facts)),
        ...(isFilled(facts.unknown) ? [this.messages.text(`check.${rule}.unknown`, this.inWords(facts))] : []),
      ].join(' ');
      const mend = result === 'pass' || rule === WAITS ? null : this.messages.text(`mend.${rule}`, this.inWords(facts));
      return { rule, result, passed: result === 'pass', message, mend, source: null, waiver: null, facts };
    });
  }

  /** Lists of categories of people as a reader says them; everything else as it is. */
  private inWords(facts: RuleCheck['facts']): Record<string, unknown> {
    const words = (codes: unknown): string =>
      (codes as string[]).map((code) => this.messages.text(`value.quotaCategory.${code}`)).join(', ');
    return Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        CATEGORIES_OF_PEOPLE.includes(name) && Array.isArray(value) ? words(value) : value,
      ]),
    );
  }
}

/** Refuses nobody: nothing needs mending. */
const WAITS = 'seat-free';

const CATEGORIES_OF_PEOPLE = ['categories', 'unknown'];

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

const isProgramRule = (rule: string): rule is (typeof RULE_KINDS)[number] =>
  (RULE_KINDS as readonly string[]).includes(rule);

/** The local day of a day or an instant. */
const dayOf = (text: string): string => (text.length === 10 ? text : plainDateIn(new Date(text)));
