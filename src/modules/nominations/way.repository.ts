import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import type { NominationState } from './nomination.types.js';

/** Who takes whose seat. */
export interface Replacement {
  readonly leaverId: string;
  readonly version: number;
  readonly officialId: string;
  /** Where the one who leaves ends, and where the newcomer begins. */
  readonly ends: NominationState;
  readonly begins: NominationState;
  readonly needed: boolean;
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
   * Seats somebody where another sat, or puts them where another stood in the line. The newcomer comes without a quota place
   * and takes that of the leaver in the statement that frees it, so that nobody can come between and no other place is touched.
   * @returns the newcomer's nomination, or null when the leaver's is no longer as the caller saw it.
   */
  async replace({
    leaverId,
    version,
    officialId,
    ends,
    begins,
    needed,
    reason,
    verdict,
    by,
    at,
  }: Replacement): Promise<string | null> {
    const id = newId();
    const [made] = await this.db.rows<{ id: string }>(
      `INSERT INTO nominations (id, course_id, official_id, unit_id, state, place, queue_no, period, late, needed, submitted_at,
         submitted_by, decided_at, decided_by, verdict, replaces_id)
       SELECT $1, n.course_id, $4, n.unit_id, $5::text, n.place, co.next_queue_no + 1, n.period, false, $9, $6::timestamptz, $7::uuid,
         CASE WHEN $5::text <> 'submitted' THEN $6::timestamptz END, CASE WHEN $5::text <> 'submitted' THEN $7::uuid END, $8::jsonb, n.id
       FROM nominations n JOIN courses co ON co.id = n.course_id WHERE n.id = $2 AND n.version = $3 AND n.place <> 'none' RETURNING id`,
      [id, leaverId, version, officialId, begins, at, by, JSON.stringify(verdict), needed],
    );
    if (!made) return null;
    await this.db.write(
      `UPDATE courses SET next_queue_no = next_queue_no + 1 WHERE id = (SELECT course_id FROM nominations WHERE id = $1)`,
      [id],
    );
    await this.db.write(
      `UPDATE nominations n SET state = CASE WHEN n.id = $2 THEN $6::text ELSE n.state END,
         place = CASE WHEN n.id = $2 THEN 'none' ELSE n.place END, reason = CASE WHEN n.id = $2 THEN $3 ELSE n.reason END,
         passed_over = NULL, board_no = old.board_no, quota_id = old.quota_id,
         -- In the line the newcomer stands where the other stood.
         queue_no = CASE WHEN old.place = 'seat' THEN n.queue_no WHEN n.id = $2 THEN made.queue_no ELSE old.queue_no END,
         decided_at = CASE WHEN n.id = $2 OR n.state <> 'submitted' THEN $4::timestamptz END,
         decided_by = CASE WHEN n.id = $2 OR n.state <> 'submitted' THEN $5::uuid END, version = n.version + 1
       FROM nominations old, nominations made WHERE old.id = $2 AND made.id = $1 AND n.id IN ($1, $2)`,
      [id, leaverId, reason, at, by, ends],
    );
    return id;
  }

  /** Closes the offer that the one who left had not answered. @returns whether a seat was kept for it. */
  async closeOffer(nominationId: string, at: Date, by: string): Promise<boolean> {
    const rows = await this.db.rows<{ id: string }>(
      `WITH closed AS (
         UPDATE seat_offers SET state = 'closed', answered_at = $2, answered_by = $3 WHERE nomination_id = $1 AND state = 'open'
         RETURNING id, course_id
       ), freed AS (UPDATE courses c SET offered_seats = c.offered_seats - 1 FROM closed WHERE c.id = closed.course_id)
       SELECT id FROM closed`,
      [nominationId, at, by],
    );
    return rows.length > 0;
  }

  /** @returns whether the person of a new nomination had been kept in reserve. */
  async steppedIn(nominationId: string, by: string, at: Date): Promise<boolean> {
    const row = await this.db.row<{ was: boolean }>('SELECT step_in_from_reserve($1, $2, $3) AS was', [
      nominationId,
      by,
      at,
    ]);
    return row?.was ?? false;
  }
}
