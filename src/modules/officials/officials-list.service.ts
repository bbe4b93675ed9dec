import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import type { OfficialsFilter, OfficialsQuery } from './dto/officials-query.dto.js';
import type { OfficialPage } from './dto/official.view.js';
import { OfficialsListQueries } from './officials-list.queries.js';
import { SensitiveFilter } from './officials-list.errors.js';

/** What is sensitive by law is no less so as a filter: who is left over has it. */
const SENSITIVE = ['ethnicGroup', 'membership'] as const;

/** The list of officials. */
@Injectable()
export class OfficialsListService {
  constructor(
    private readonly queries: OfficialsListQueries,
    private readonly clock: Clock,
  ) {}

  /** Officials of the caller's subtree, without what this reader may not see. @throws SensitiveFilter, InvalidInput */
  async list(actor: Actor, query: OfficialsQuery): Promise<OfficialPage> {
    this.assertMayFilter(actor, query);
    const page = await this.queries.list(actor.unitId, query, plainDateIn(this.clock.now()));
    if (mayRole(actor.role, 'officials.readSensitive')) return page;
    return { ...page, items: page.items.map((official) => ({ ...official, ethnicGroup: null, membership: null })) };
  }

  /** @throws SensitiveFilter naming the conditions that are not for this reader. */
  assertMayFilter(actor: Actor, filter: OfficialsFilter): void {
    if (mayRole(actor.role, 'officials.readSensitive')) return;
    const asked = SENSITIVE.filter((field) => filter[field] !== undefined);
    if (asked.length > 0) throw new SensitiveFilter(asked);
  }
}
