import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A session as it is written. */
export interface SessionContent {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly lecturerId: string | null;
  readonly subject: string | null;
  readonly smallRoomReason: string | null;
}

export interface NewSession extends SessionContent {
  readonly id: string;
  readonly courseId: string;
}

/** Writes of sessions; what may not overlap is refused by the database itself. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly db: Database) {}

  /** Lays sessions, in one statement. */
  async insert(sessions: readonly NewSession[], now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO course_sessions (id, course_id, starts_at, ends_at, room_id, lecturer_id, subject, small_room_reason, changed_at)
       SELECT s.id, s."courseId", s."startsAt", s."endsAt", s."roomId", s."lecturerId", s.subject, s."smallRoomReason", $2
       FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, "courseId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "roomId" uuid,
         "lecturerId" uuid, subject text, "smallRoomReason" text) ORDER BY s."startsAt"`,
      [JSON.stringify(sessions), now],
    );
  }

  /** @param version as it was read, or undefined when the caller does not mind. @returns whether it was still so. */
  async update(id: string, content: SessionContent, version: number | undefined, now: Date): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE course_sessions SET starts_at = $2, ends_at = $3, room_id = $4, lecturer_id = $5, subject = $6, small_room_reason = $7,
         changed_at = $8, version = version + 1 WHERE id = $1 AND state = 'planned' AND ($9::int IS NULL OR version = $9)`,
      [
        id,
        content.startsAt,
        content.endsAt,
        content.roomId,
        content.lecturerId,
        content.subject,
        content.smallRoomReason,
        now,
        version ?? null,
      ],
    );
    return changed === 1;
  }

  /** Sessions that are no more stay, so that calendars which showed them hear of it. @returns those that were cancelled. */
  cancel(ids: readonly string[], now: Date): Promise<{ id: string; lecturerId: string | null }[]> {
    return this.db.rows(
      `UPDATE course_sessions SET state = 'cancelled', changed_at = $2, version = version + 1
       WHERE id = ANY($1::uuid[]) AND state = 'planned' RETURNING id, lecturer_id AS "lecturerId"`,
      [ids, now],
    );
  }
}
