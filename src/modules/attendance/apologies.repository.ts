import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';

/** A person's session, as far as saying beforehand that they cannot come needs it. */
export interface ApologySubject {
  readonly nominationId: string;
  readonly unitId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly said: boolean;
}

/** Apologies ahead; what cannot be is refused by the database itself (migration 143). */
@Injectable()
export class ApologiesRepository {
  constructor(private readonly db: Database) {}

  /**
   * A session and a trainee of its class: one of the reader's units, or the reader. Held until the transaction ends, so that
   * two who say or take back the same do so one after the other.
   */
  hold(actor: Actor, sessionId: string, nominationId: string): Promise<ApologySubject | null> {
    return this.db.row<ApologySubject>(
      `SELECT n.id AS "nominationId", n.unit_id AS "unitId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         EXISTS (SELECT FROM attendance_apologies a WHERE a.session_id = s.id AND a.nomination_id = n.id) AS said
       FROM course_sessions s JOIN nominations n ON n.course_id = s.course_id JOIN officials o ON o.id = n.official_id
       WHERE s.id = $2 AND n.id = $3 AND s.state = 'planned' AND is_trainee(n.state)
         AND CASE WHEN $4 THEN n.official_id = $5::uuid ELSE ${inSubtree('n.unit_id', '$1')} OR ${inSubtree('o.cell_id', '$1')} END
       FOR NO KEY UPDATE OF n`,
      [actor.unitId, sessionId, nominationId, actor.role === 'official', actor.officialId ?? null],
    );
  }

  async say(sessionId: string, nominationId: string, reason: string, by: string, at: Date): Promise<void> {
    await this.db.write(
      `INSERT INTO attendance_apologies (session_id, nomination_id, reason, said_at, said_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT apology_once_per_person
       DO UPDATE SET reason = excluded.reason, said_at = excluded.said_at, said_by = excluded.said_by`,
      [sessionId, nominationId, reason, at, by],
    );
  }

  async takeBack(sessionId: string, nominationId: string): Promise<void> {
    await this.db.write('DELETE FROM attendance_apologies WHERE session_id = $1 AND nomination_id = $2', [
      sessionId,
      nominationId,
    ]);
  }
}
