import { Injectable } from '@nestjs/common';
import { Messages } from '../../platform/messages/messages.js';
import type { RuleCheckView, RuleSetView, RuleView, WaiverRef } from './dto/eligibility.view.js';
import type { DataCheck, EligibilityRule, ReferenceDay } from './eligibility.types.js';
import type { RuleSetRow } from './eligibility.queries.js';

/** Parameters whose values are codes with words of their own, by the name those words are kept under. */
const CODED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'party-membership': { atLeast: 'membershipAsked' },
  category: { categories: 'category' },
  schooling: { atLeast: 'schooling' },
  qualification: { atLeast: 'professionalAsked' },
  'llct-at-least': { level: 'llctAsked' },
  'llct-not-yet': { level: 'llctAsked' },
  evaluation: { atLeast: 'rating' },
};

/** Puts rules and their answers into the reader's words. */
@Injectable()
export class EligibilityPresenter {
  constructor(private readonly messages: Messages) {}

  /** "Tuổi tại ngày khai giảng: nam không quá 40, nữ không quá 38." @param unitNames of units that rules name, by id. */
  sentence(
    { kind, parameters }: EligibilityRule,
    reference: ReferenceDay,
    unitNames = new Map<string, string>(),
  ): string {
    const on = this.messages.text(`reference.${reference}`);
    if (kind === 'age') return this.messages.text('sentence.age', { on, who: this.ages(parameters) });
    const words = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, this.words(CODED[kind]?.[name], value, unitNames)]),
    );
    const variant = this.variant(kind, parameters);
    return this.messages.text(`sentence.${kind}${variant}`, { ...words, on });
  }

  ruleSet(row: RuleSetRow, today: string, unitNames: Map<string, string>): RuleSetView {
    const { programId: _, mode, ...set } = row;
    return {
      ...set,
      mode: mode as RuleSetView['mode'],
      inForce: row.from <= today && (row.to === null || row.to >= today),
      rules: row.rules.map((rule): RuleView => ({
        ...rule,
        parameters: { ...rule.parameters },
        sentence: this.sentence(rule, row.reference, unitNames),
      })),
    };
  }

  /** A rule's answer, what would mend it, and the decision that lifted it. */
  check({ rule, result, facts, source, waiver }: DataCheck): RuleCheckView {
    const told = result === 'needsException' ? 'fail' : result;
    const words = this.messages.text(`check.${rule}.${told}`, facts);
    return {
      rule,
      result,
      passed: result === 'pass',
      message: waiver
        ? this.messages.text('check.waived', { ...waiver, rule: this.messages.text(`rule-kind.${rule}`) })
        : words,
      mend: result === 'pass' ? null : this.mend(rule, result, facts),
      source,
      waiver: (waiver as WaiverRef | undefined) ?? null,
      facts: { ...facts },
    };
  }

  private mend(rule: string, result: string, facts: Readonly<Record<string, unknown>>): string {
    if (result === 'unknown') return this.messages.text(`mend.${rule}.unknown`, facts);
    const way = this.messages.text(`mend.${rule}.fail`, facts);
    const exception = this.messages.text(result === 'needsException' ? 'mend.exception' : 'mend.waiver');
    return `${way} ${exception}`;
  }

  private ages(parameters: EligibilityRule['parameters']): string {
    const side = (who: 'Male' | 'Female'): string[] => {
      const [min, max] = [parameters[`min${who}`] ?? null, parameters[`max${who}`] ?? null];
      if (min === null && max === null) return [];
      const which = min === null ? 'max' : max === null ? 'min' : 'both';
      return [`${this.messages.text(`gender.${who}`)} ${this.messages.text(`ages.${which}`, { min, max })}`];
    };
    return [...side('Male'), ...side('Female')].join(', ');
  }

  private words(code: string | undefined, value: unknown, unitNames: Map<string, string>): unknown {
    if (Array.isArray(value)) {
      return value
        .map((entry: string) => (code ? this.coded(code, entry) : (unitNames.get(entry) ?? entry)))
        .join(', ');
    }
    return code && typeof value === 'string' ? this.coded(code, value) : value;
  }

  private coded(code: string, value: string): string {
    return this.messages.text(`value.${code}.${value}`);
  }

  private variant(kind: string, parameters: EligibilityRule['parameters']): string {
    if (kind === 'party-membership' && typeof parameters.years === 'number') return '.years';
    if (kind === 'not-party-member' && parameters.recognised === true) return '.recognised';
    if (kind === 'post' && parameters.orPlanned === true) return '.orPlanned';
    if (kind === 'qualification' && parameters.minoritiesUpperSecondary === true) return '.minorities';
    return kind === 'health' && typeof parameters.months === 'number' ? '.months' : '';
  }
}
