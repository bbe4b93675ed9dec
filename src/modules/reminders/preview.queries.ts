import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PEOPLE_OF_DUE } from './recipients.sql.js';
import { AUDIENCES, type Audience } from './reminder.types.js';
import { type Subject, subjectKey } from './subjects.queries.js';

/** Somebody whom reminders of a subject can reach, and at which level. */
export interface PersonOfSubject {
  /** `subjectKey` of what it is about. */
  readonly key: string;
  readonly level: Audience;
  readonly accountId: string;
  /** The name of the account. */
  readonly name: string;
}

/** Reads of what a policy would do. */
@Injectable()
export class PreviewQueries {
  constructor(private readonly db: Database) {}

  /** Everybody whom reminders of these subjects can reach, by the same rule by which they are sent. */
  people(subjects: readonly Subject[]): Promise<PersonOfSubject[]> {
    return this.db.rows<PersonOfSubject>(
      `WITH asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(key text, unit_id uuid, holder_id uuid, course_id uuid)),
       due AS (SELECT jsonb_build_array(key, level) AS id, unit_id, holder_id, course_id, ARRAY[level] AS audience
         FROM asked CROSS JOIN unnest($2::text[]) AS level)
       SELECT p.id->>0 AS key, p.id->>1 AS level, a.id AS "accountId", a.display_name AS name
       FROM (${PEOPLE_OF_DUE}) p JOIN accounts a ON a.id = p.account_id`,
      [
        JSON.stringify(
          subjects.map((subject) => ({
            key: subjectKey(subject),
            unit_id: subject.unitId,
            holder_id: subject.holderId,
            course_id: subject.courseId,
          })),
        ),
        AUDIENCES,
      ],
    );
  }

  /** Stages of a class that went, are on their way, or were taken out for good, as `subject day stage`. */
  async settledStages(courseId: string): Promise<ReadonlySet<string>> {
    const rows = await this.db.rows<{ key: string }>(
      `SELECT trigger || ' ' || subject_id || ' ' || unit_id || ' ' || to_char(deadline, 'YYYY-MM-DD') || ' ' || stage AS key FROM reminders
       WHERE course_id = $1 AND (state IN ('queued', 'sent')
         OR (state = 'dropped' AND dropped_because NOT IN ('policy-changed', 'deadline-moved', 'day-moved', 'settled')))`,
      [courseId],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
