import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Recipient } from '../identity/index.js';

/** Changes of one class's timetable that are to be told together. */
export interface RestedChange {
  courseId: string;
  count: number;
  lecturerIds: string[];
}

/** Changes of timetables that are still to be told. */
@Injectable()
export class ChangesRepository {
  constructor(private readonly db: Database) {}

  /** Adds changes to those of the class that wait. A draft concerns nobody yet. */
  async add(courseId: string, sessionIds: readonly string[], lecturerIds: readonly string[], now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO timetable_changes (course_id, first_at, last_at, session_ids, lecturer_ids)
       SELECT co.id, $4, $4, $2::uuid[], $3::uuid[] FROM courses co WHERE co.id = $1 AND co.state <> 'draft'
       ON CONFLICT (course_id) DO UPDATE SET last_at = $4,
         session_ids = ARRAY(SELECT DISTINCT unnest(timetable_changes.session_ids || excluded.session_ids)),
         lecturer_ids = ARRAY(SELECT DISTINCT unnest(timetable_changes.lecturer_ids || excluded.lecturer_ids))`,
      [courseId, sessionIds, lecturerIds, now],
    );
  }

  /** Takes those that rested, or waited long enough. */
  take(restedSince: Date, waitingSince: Date): Promise<RestedChange[]> {
    return this.db.rows<RestedChange>(
      `DELETE FROM timetable_changes WHERE course_id IN (SELECT course_id FROM timetable_changes
         WHERE last_at <= $1 OR first_at <= $2 ORDER BY last_at LIMIT 100 FOR UPDATE SKIP LOCKED)
       RETURNING course_id AS "courseId", cardinality(session_ids) AS count, lecturer_ids AS "lecturerIds"`,
      [restedSince, waitingSince],
    );
  }

  /** Lecturers who have an account. */
  lecturers(ids: readonly string[]): Promise<Recipient[]> {
    return this.db.rows<Recipient>(
      `SELECT a.id AS "accountId", a.email, a.locale FROM lecturers l JOIN accounts a ON a.id = l.account_id AND a.active
       WHERE l.id = ANY($1::uuid[]) ORDER BY a.id`,
      [ids],
    );
  }

  course(id: string): Promise<{ code: string; title: string } | null> {
    return this.db.row('SELECT code, title FROM courses WHERE id = $1', [id]);
  }
}
