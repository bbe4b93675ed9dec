import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { COURSE_IN_SCOPE } from '../courses/index.js';
import { NAME_ORDER, officialInScope } from '../officials/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { Cell } from './attendance.types.js';
import type { ApologyView, AttendancePersonView, AttendedSession, SheetCourse } from './dto/attendance.view.js';

/** A session as its sheet needs it. */
export interface SessionRow {
  readonly id: string;
  readonly courseId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly subject: string | null;
  readonly version: number;
  readonly recordedAt: Date | null;
  readonly recordedBy: string | null;
}

export type PersonRow = Omit<AttendancePersonView, 'tally'> & {
  /** One for each cell. */
  readonly apologies: readonly (ApologyRow | null)[];
};

/** As JSON has it. */
export type ApologyRow = Omit<ApologyView, 'saidAt'> & { readonly saidAt: string };

/** What somebody is or was at, class by class. */
export interface AttendedRow {
  readonly nominationId: string;
  readonly course: SheetCourse;
  readonly minimum: number | null;
  readonly sessions: (Omit<AttendedSession, 'mark' | 'startsAt' | 'endsAt' | 'apology' | 'canApologise'> & {
    startsAt: string;
    endsAt: string;
    cell: Cell;
    apology: ApologyRow | null;
  })[];
  /** Whether the person goes, or studies in the class now. */
  readonly studying: boolean;
}

/** Whether a nomination `n` was on the list when a session `s` was held. */
const ON_LIST = 'on_list_during(n.state, n.submitted_at, n.replaces_id, n.decided_at) && s.during';

/** How a nomination `n` was at a session `s`, a mark `m` joined; a mark that stands is shown whatever became of the list. */
const CELL = `coalesce(m.mark, CASE WHEN ${ON_LIST} THEN 'open' ELSE 'off' END)`;
const MARKED = `LEFT JOIN attendance_marks m ON m.session_id = s.id AND m.nomination_id = n.id
  LEFT JOIN attendance_apologies ap ON ap.session_id = s.id AND ap.nomination_id = n.id`;

/** What was said of a nomination beforehand, or null. */
const APOLOGY = `CASE WHEN ap.reason IS NOT NULL THEN jsonb_build_object('reason', ap.reason, 'saidAt', ap.said_at,
  'by', (SELECT teller.display_name FROM accounts teller WHERE teller.id = ap.said_by)) END`;

/** Nominated by a unit of the reader's subtree, or a member of its cells. */
const IN_SCOPE = `(${inSubtree('n.unit_id', '$1')} OR ${inSubtree('o.cell_id', '$1')})`;

const SESSION = `s.id, s.course_id AS "courseId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.subject,
  coalesce(sheet.version, 0) AS version, sheet.recorded_at AS "recordedAt", a.display_name AS "recordedBy"`;
const SESSIONS = `course_sessions s JOIN courses co ON co.id = s.course_id
  LEFT JOIN attendance_sheets sheet ON sheet.session_id = s.id LEFT JOIN accounts a ON a.id = sheet.recorded_by`;

/** Reads of attendance. */
@Injectable()
export class AttendanceQueries {
  constructor(private readonly db: Database) {}

  /** Sessions that stand in a class's timetable, in order of time. */
  sessions(courseId: string): Promise<SessionRow[]> {
    return this.db.rows<SessionRow>(
      `SELECT ${SESSION} FROM ${SESSIONS} WHERE s.course_id = $1 AND s.state = 'planned' ORDER BY s.starts_at, s.id`,
      [courseId],
    );
  }

  /** One of them, of a class that the reader may know of, or null. */
  session(actor: Actor, id: string): Promise<SessionRow | null> {
    return this.db.row<SessionRow>(
      `SELECT ${SESSION} FROM ${SESSIONS} WHERE ${COURSE_IN_SCOPE} AND s.id = $2 AND s.state = 'planned'`,
      [actor.unitId, id],
    );
  }

  /** The reader's people of a class by given name, each with a cell for every session in order of time. */
  people(actor: Actor, courseId: string, sessionId: string | null = null): Promise<PersonRow[]> {
    return this.db.rows<PersonRow>(
      `SELECT n.id AS "nominationId", o.id AS "officialId", o.full_name AS "fullName", ${unitRefSql('u')} AS unit, held.cells,
         held.apologies
       FROM nominations n JOIN officials o ON o.id = n.official_id JOIN units u ON u.id = n.unit_id
         CROSS JOIN LATERAL (SELECT array_agg(${CELL} ORDER BY s.starts_at, s.id) AS cells,
             jsonb_agg(${APOLOGY} ORDER BY s.starts_at, s.id) AS apologies FROM course_sessions s ${MARKED}
           WHERE s.course_id = n.course_id AND s.state = 'planned' AND ($3::uuid IS NULL OR s.id = $3)) held
       WHERE n.course_id = $2 AND ${IN_SCOPE} AND EXISTS (SELECT FROM unnest(held.cells) cell WHERE cell <> 'off')
       ORDER BY ${NAME_ORDER}`,
      [actor.unitId, courseId, sessionId],
    );
  }

  /** Those of these that are nominations of the class at all. */
  async nominationsOf(courseId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'SELECT id FROM nominations WHERE course_id = $1 AND id = ANY($2::uuid[])',
      [courseId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the reader may know an official. */
  async knows(actor: Actor, officialId: string): Promise<boolean> {
    const row = await this.db.row(`SELECT 1 FROM officials o WHERE o.id = $2 AND ${officialInScope('o', '$1')}`, [
      actor.unitId,
      officialId,
    ]);
    return row !== null;
  }

  /** Everything that an official is or was at in classes that begin or began; the latest class first. */
  ofOfficial(officialId: string): Promise<AttendedRow[]> {
    return this.db.rows<AttendedRow>(
      `SELECT n.id AS "nominationId", jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title) AS course,
         v.minimum_attendance AS minimum, held.sessions, is_trainee(n.state) AND co.state <> 'completed' AS studying
       FROM nominations n JOIN courses co ON co.id = n.course_id
         LEFT JOIN program_versions v ON v.program_id = co.program_id AND v.valid @> co.starts_on
         CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
             'subject', s.subject, 'cell', ${CELL}, 'apology', ${APOLOGY}) ORDER BY s.starts_at, s.id) FILTER (WHERE ${CELL} <> 'off') AS sessions
           FROM course_sessions s ${MARKED} WHERE s.course_id = n.course_id AND s.state = 'planned') held
       WHERE n.official_id = $1 AND co.state IN ('confirmed', 'running', 'completed') AND held.sessions IS NOT NULL
       ORDER BY co.starts_on DESC, n.id DESC`,
      [officialId],
    );
  }
}
