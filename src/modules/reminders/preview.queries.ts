import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PEOPLE_OF_DUE } from './recipients.repository.js';
import { AUDIENCES, type Audience } from './reminder.types.js';

/** Somebody whom a reminder of a call can reach, and at which level. */
export interface PersonOfCall {
  unitCallId: string;
  level: Audience;
  accountId: string;
}

/** Reads of what a policy would do. */
@Injectable()
export class PreviewQueries {
  constructor(private readonly db: Database) {}

  /** Everybody whom reminders of these calls can reach, by the same rule by which they are sent. */
  async people(unitCallIds: readonly string[]): Promise<PersonOfCall[]> {
    const levels = await Promise.all(
      AUDIENCES.map(async (level) => {
        const rows = await this.db.rows<{ id: string; account_id: string }>(
          `WITH due AS (SELECT id, id AS unit_call_id, ARRAY[$2::text] AS audience FROM unnest($1::uuid[]) AS c(id)) ${PEOPLE_OF_DUE}`,
          [unitCallIds, level],
        );
        return rows.map(({ id, account_id: accountId }) => ({ unitCallId: id, level, accountId }));
      }),
    );
    return levels.flat();
  }

  /** Stages that went, are on their way, or were taken out for good, as `call deadline stage`. */
  async settledStages(unitCallIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.rows<{ key: string }>(
      `SELECT unit_call_id || ' ' || to_char(deadline, 'YYYY-MM-DD') || ' ' || stage AS key FROM reminders
       WHERE unit_call_id = ANY($1::uuid[]) AND (state IN ('queued', 'sent')
         OR (state = 'dropped' AND dropped_because NOT IN ('policy-changed', 'deadline-moved')))`,
      [unitCallIds],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
