import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
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
}
