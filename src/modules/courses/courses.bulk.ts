import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';

/** A class that was held, as an old list has it. */
export interface PastCourseFacts {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly programId: string;
  readonly unitId: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly trainees: number;
  readonly venue: string | null;
  readonly documentNumber: string | null;
}

/** A class with such a code, and what a list may do to it. */
export interface FoundCourse extends PastCourseFacts {
  /** Whether its holder stands in the scope. */
  readonly within: boolean;
  /** Whether it lives in this product, where its steps are taken one by one and not by a list. */
  readonly managed: boolean;
}

/** What changes of one class; what stays as it is is null. */
export type PastCourseChange = Pick<PastCourseFacts, 'id'> & {
  readonly [Field in Exclude<keyof PastCourseFacts, 'id' | 'unitId' | 'code'>]: PastCourseFacts[Field] | null;
};

/** Classes held before this product was used, by the hundred. */
@Injectable()
export class CoursesBulk {
  constructor(private readonly db: Database) {}

  /** The classes of those codes, wherever they stand. @param hold whether they stay so until the transaction ends */
  async find(codes: readonly string[], scope: string, hold = false): Promise<FoundCourse[]> {
    return this.db.rows<FoundCourse>(
      `SELECT co.id, co.code, co.title, co.program_id AS "programId", co.unit_id AS "unitId", co.starts_on AS "startsOn",
         co.ends_on AS "endsOn", coalesce(co.reported_trainees, co.seats_taken) AS trainees, co.venue,
         co.document_number AS "documentNumber", ${inSubtree('co.unit_id', '$2')} AS within, co.reported_trainees IS NULL AS managed
       FROM courses co WHERE co.code = ANY($1::text[]) ORDER BY co.id ${hold ? 'FOR UPDATE OF co' : ''}`,
      [codes, scope],
    );
  }

  /** Classes that are over, held by units of the scope, by their beginning. */
  async completed(scope: string): Promise<PastCourseFacts[]> {
    return this.db.rows<PastCourseFacts>(
      `SELECT co.id, co.code, co.title, co.program_id AS "programId", co.unit_id AS "unitId", co.starts_on AS "startsOn",
         co.ends_on AS "endsOn", coalesce(co.reported_trainees, co.seats_taken) AS trainees, co.venue,
         co.document_number AS "documentNumber"
       FROM courses co WHERE co.state = 'completed' AND ${inSubtree('co.unit_id', '$1')} ORDER BY co.starts_on, co.code`,
      [scope],
    );
  }

  /** Records classes held; as many seats as there were trainees. */
  async insert(courses: readonly PastCourseFacts[]): Promise<void> {
    if (courses.length === 0) return;
    await this.db.rows(
      `INSERT INTO courses (id, code, title, program_id, unit_id, starts_on, ends_on, venue, document_number, capacity, minimum, state,
         reported_trainees, version)
       SELECT id, code, title, "programId", "unitId", "startsOn", "endsOn", venue, "documentNumber", trainees, 0, 'completed', trainees, 1
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, code text, title text, "programId" uuid, "unitId" uuid, "startsOn" date,
         "endsOn" date, venue text, "documentNumber" text, trainees int)`,
      [JSON.stringify(courses)],
    );
  }

  async change(changes: readonly PastCourseChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.db.write(
      `UPDATE courses co SET title = coalesce(c.title, co.title), program_id = coalesce(c."programId", co.program_id),
         starts_on = coalesce(c."startsOn", co.starts_on), ends_on = coalesce(c."endsOn", co.ends_on),
         capacity = coalesce(c.trainees, co.capacity), reported_trainees = coalesce(c.trainees, co.reported_trainees),
         venue = coalesce(c.venue, co.venue), document_number = coalesce(c."documentNumber", co.document_number),
         version = co.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, title text, "programId" uuid, "startsOn" date, "endsOn" date,
         trainees int, venue text, "documentNumber" text)
       WHERE co.id = c.id`,
      [JSON.stringify(changes)],
    );
  }
}
