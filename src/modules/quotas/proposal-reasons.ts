import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import type { Minimum } from './rules/minimums.js';
import { type Basis, reasonOf } from './rules/proposal.js';

/** Reasons in words. */
@Injectable()
export class ProposalReasons {
  constructor(private readonly messages: Messages) {}

  /** Why a unit has so many places, as a paragraph for a reader or (in Vietnamese) for a notice. */
  text(places: number, basis: Basis, locale: Locale = this.messages.locale): string {
    const write = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 3 });
    return reasonOf(places, basis)
      .map(({ key, facts }) => {
        const written = Object.entries(facts).map(([name, number]) => [name, write.format(number)]);
        return this.messages.text(
          `quotas.reason.${key}`,
          Object.fromEntries(written) as Record<string, string>,
          locale,
        );
      })
      .join(' ');
  }

  /** "Trong đó ít nhất 2 nữ, 1 cán bộ trẻ (dưới 40 tuổi)."; nothing where there are no minimum shares. */
  minimums(minimums: readonly Minimum[], locale: Locale = this.messages.locale): string {
    if (minimums.length === 0) return '';
    const each = minimums.map(({ category, places, underAge }) => {
      const who = this.messages.text(`value.quotaCategory.${category}`, {}, locale);
      const age = underAge === null ? '' : ` ${this.messages.text('quotas.minimum.under', { age: underAge }, locale)}`;
      return `${places} ${who}${age}`;
    });
    return this.messages.text('quotas.minimum.atLeast', { each: each.join(', ') }, locale);
  }
}
