import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What can be wrong with marks. */
export const ATTENDANCE_RULES = ['marks-are-of-the-own-class', 'marks-are-of-sessions-that-were-held'] as const;

/** A nomination with a mark that cannot be. */
export interface AttendanceFinding {
  readonly rule: (typeof ATTENDANCE_RULES)[number];
  readonly nominationId: string;
}

const MARKS = `attendance_marks m JOIN course_sessions s ON s.id = m.session_id JOIN nominations n ON n.id = m.nomination_id
  JOIN courses co ON co.id = n.course_id`;

const RULES: Record<AttendanceFinding['rule'], string> = {
  'marks-are-of-the-own-class': `SELECT DISTINCT n.id FROM ${MARKS} WHERE s.course_id <> n.course_id`,
  'marks-are-of-sessions-that-were-held': `SELECT DISTINCT n.id FROM ${MARKS}
    WHERE m.marked_at < s.starts_at OR s.state <> 'planned' AND co.state <> 'cancelled'`,
};

/** Goes through the marks of all sessions, reading only. */
@Injectable()
export class AttendanceAudit {
  constructor(private readonly db: Database) {}

  async findings(): Promise<AttendanceFinding[]> {
    const each = await Promise.all(
      Object.entries(RULES).map(([rule, sql]) =>
        this.db.rows<AttendanceFinding>(`SELECT $1 AS rule, f.id AS "nominationId" FROM (${sql}) f ORDER BY f.id`, [
          rule,
        ]),
      ),
    );
    return each.flat();
  }
}
