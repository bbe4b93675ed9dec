import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { callAnswered } from '../courses/index.js';
import type { RuleCheck } from './rules/eligibility.js';

/** One line of a list that the rules let through. */
export interface ClaimLine {
  readonly nominationId: string;
  readonly officialId: string;
  /** The called unit. */
  readonly unitId: string;
  readonly quotaId: string | null;
  readonly late: boolean;
  /** Whether the person needs the class. */
  readonly needed: boolean;
  /** Every rule's answer, kept with the nomination. */
  readonly verdict: readonly RuleCheck[];
  /** Id of its line in the trail. */
  readonly entryId: string;
}

/** The lines of one request that the rules let through, and whose they are. */
export interface ClaimList {
  readonly courseId: string;
  readonly code: string;
  /** The board's unit that holds the class. */
  readonly holderId: string;
  readonly actor: Pick<Actor, 'accountId' | 'displayName' | 'unitId'>;
  /** Id of its line in the trail. */
  readonly entryId: string;
  readonly lines: readonly ClaimLine[];
}

/** What the database made of a line; `conflict` means that somebody was quicker. */
export type ClaimOutcome = 'seated' | 'waitlisted' | 'no-quota' | 'not-open' | 'conflict';

/** Writes of claims. Locks are taken quota → course → nominations, everywhere. */
@Injectable()
export class ClaimsRepository {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes quota places and seats for lists, in their order, and writes their trail, the answers to their calls and the
   * promises of those, in one statement.
   * @returns the outcome of each line, by its nomination's id.
   */
  async take(lists: readonly ClaimList[], now: Date, today: PlainDate): Promise<Map<string, ClaimOutcome>> {
    const lines = lists.flatMap(({ courseId, code, actor, lines: own }) =>
      own.map((line) => ({ ...line, courseId, code, accountId: actor.accountId, accountName: actor.displayName })),
    );
    const requests = lists.map(({ courseId, actor, entryId, lines: own }) => ({
      courseId,
      entryId,
      accountId: actor.accountId,
      accountName: actor.displayName,
      unitId: actor.unitId,
      lines: own.map(({ nominationId }) => nominationId),
    }));
    const rows = await this.db.prepared<{ nomination_id: string; outcome: ClaimOutcome }>(
      'claim-places',
      'SELECT nomination_id, outcome FROM claim_places($1::jsonb, $2::jsonb, $3::timestamptz, $4::date, $5::text[])',
      [JSON.stringify(lines), JSON.stringify(requests), now, today, this.outbox.handlersOf(callAnswered)],
    );
    return new Map(rows.map(({ nomination_id, outcome }) => [nomination_id, outcome]));
  }
}
