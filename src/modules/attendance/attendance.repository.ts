import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AttendanceOfCancelledSession } from './attendance.errors.js';
import type { MarkLine, SheetChanges } from './rules/sheet-changes.js';

/** Writes of sheets; what cannot be is refused by the database itself (migration 140). */
@Injectable()
export class AttendanceRepository {
  constructor(private readonly db: Database) {}

  /**
   * A session's sheet, made where there is none; both are held until the transaction ends, so that nobody cancels or
   * moves the session meanwhile. @returns how the sheet stands. @throws AttendanceOfCancelledSession
   */
  async hold(sessionId: string): Promise<{ version: number; marks: MarkLine[] }> {
    const session = await this.db.row<{ state: string }>('SELECT state FROM course_sessions WHERE id = $1 FOR SHARE', [
      sessionId,
    ]);
    if (session?.state !== 'planned') throw new AttendanceOfCancelledSession();
    await this.db.write('INSERT INTO attendance_sheets (session_id) VALUES ($1) ON CONFLICT DO NOTHING', [sessionId]);
    const sheet = await this.db.row<{ version: number }>(
      'SELECT version FROM attendance_sheets WHERE session_id = $1 FOR UPDATE',
      [sessionId],
    );
    const marks = await this.db.rows<MarkLine>(
      'SELECT nomination_id AS "nominationId", mark FROM attendance_marks WHERE session_id = $1',
      [sessionId],
    );
    return { version: sheet?.version ?? 0, marks };
  }

  /** Makes a held sheet what it should be. */
  async write(
    sessionId: string,
    { added, changed, removed }: SheetChanges,
    { by, at }: { by: string; at: Date },
  ): Promise<void> {
    await this.db.write('DELETE FROM attendance_marks WHERE session_id = $1 AND nomination_id = ANY($2::uuid[])', [
      sessionId,
      removed.map(({ nominationId }) => nominationId),
    ]);
    await this.db.write(
      `UPDATE attendance_marks m SET mark = l.mark, marked_at = $3
       FROM jsonb_to_recordset($2::jsonb) AS l("nominationId" uuid, mark text)
       WHERE m.session_id = $1 AND m.nomination_id = l."nominationId"`,
      [sessionId, JSON.stringify(changed), at],
    );
    await this.db.rows(
      `INSERT INTO attendance_marks (session_id, nomination_id, mark, marked_at)
       SELECT $1, l."nominationId", l.mark, $3 FROM jsonb_to_recordset($2::jsonb) AS l("nominationId" uuid, mark text)`,
      [sessionId, JSON.stringify(added), at],
    );
    await this.db.write(
      'UPDATE attendance_sheets SET version = version + 1, recorded_at = $2, recorded_by = $3 WHERE session_id = $1',
      [sessionId, at, by],
    );
  }
}
