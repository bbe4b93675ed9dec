import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import type { NominationState } from './nomination.types.js';

/** Who takes whose seat. */
export interface Replacement {
  readonly leaverId: string;
  readonly version: number;
  readonly officialId: string;
  readonly state: NominationState;
  readonly reason: string;
  readonly verdict: unknown;
  readonly by: string;
  readonly at: Date;
}

/** Writes that take many nominations a step further, or hand a seat over. The caller holds quotas and class. */
@Injectable()
export class WayRepository {
  constructor(private readonly db: Database) {}

  /** Takes those of these that are in one of these states to another. @returns them. */
  async move(
    ids: readonly string[],
    from: readonly NominationState[],
    to: NominationState,
    { by, at }: { by: string; at: Date },
  ): Promise<{ id: string; unitId: string }[]> {
    return this.db.rows(
      `UPDATE nominations SET state = $3, decided_at = $4, decided_by = $5, version = version + 1
       WHERE id = ANY($1::uuid[]) AND state = ANY($2::text[]) RETURNING id, unit_id AS "unitId"`,
      [ids, from, to, at, by],
    );
  }

  /**
   * Seats somebody where another sat. The newcomer comes without a quota place and takes that of the leaver in the
   * statement that frees it, so that nobody can come between and no other place is touched.
   * @returns the newcomer's nomination, or null when the leaver's is no longer as the caller saw it.
   */
  async replace({
    leaverId,
    version,
    officialId,
    state,
    reason,
    verdict,
    by,
    at,
  }: Replacement): Promise<string | null> {
    const id = newId();
    const [made] = await this.db.rows<{ id: string }>(
      `INSERT INTO nominations (id, course_id, official_id, unit_id, state, place, queue_no, period, late, submitted_at,
         submitted_by, decided_at, decided_by, verdict, replaces_id)
       SELECT $1, n.course_id, $4, n.unit_id, $5, 'seat', co.next_queue_no + 1, n.period, false, $6, $7, $6, $7, $8::jsonb, n.id
       FROM nominations n JOIN courses co ON co.id = n.course_id WHERE n.id = $2 AND n.version = $3 AND n.place = 'seat' RETURNING id`,
      [id, leaverId, version, officialId, state, at, by, JSON.stringify(verdict)],
    );
    if (!made) return null;
    await this.db.write(
      `UPDATE courses SET next_queue_no = next_queue_no + 1 WHERE id = (SELECT course_id FROM nominations WHERE id = $1)`,
      [id],
    );
    await this.db.write(
      `UPDATE nominations n SET state = CASE WHEN n.id = $2 THEN 'replaced' ELSE n.state END,
         place = CASE WHEN n.id = $2 THEN 'none' ELSE n.place END, reason = CASE WHEN n.id = $2 THEN $3 ELSE n.reason END,
         quota_id = old.quota_id, decided_at = $4, decided_by = $5, version = n.version + 1
       FROM nominations old WHERE old.id = $2 AND n.id IN ($1, $2)`,
      [id, leaverId, reason, at, by],
    );
    return id;
  }
}
