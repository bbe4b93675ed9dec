import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { COURSE_IN_SCOPE } from '../courses/index.js';
import type { SessionCourse } from './dto/session.view.js';
import { dayBegins, localDay, SESSION_COURSE } from './session.sql.js';
import type { ClashKind, Days, Span } from './timetable.types.js';

/** A session as somebody would lay it. */
export interface Candidate extends Span {
  readonly courseId: string;
  readonly roomId: string | null;
  readonly lecturerId: string | null;
  /** The session that would move; null for a new one. */
  readonly sessionId: string | null;
}

/** Something that a candidate runs into. */
export interface FoundClash {
  /** Place of the candidate in the list that was asked about. */
  n: number;
  kind: ClashKind;
  sessionId: string | null;
  course: SessionCourse | null;
  startsAt: Date | null;
  endsAt: Date | null;
  people: number;
  room: string | null;
  lecturer: string | null;
  fromDay: PlainDate | null;
  toDay: PlainDate | null;
}

/** A lecturer's limits, and what was laid for them near the candidates. */
export interface LecturerLoad {
  id: string;
  fullName: string;
  hoursPerWeek: number | null;
  hoursPerYear: number | null;
  taught: { day: PlainDate; hours: number; sessionId: string }[];
}

const WANTED = `wanted AS (SELECT w.*, tstzrange(w."startsAt", w."endsAt") AS during, ${localDay('w."startsAt"')} AS day
  FROM jsonb_to_recordset($2::jsonb) AS w(n int, "courseId" uuid, "roomId" uuid, "lecturerId" uuid, "sessionId" uuid,
    "startsAt" timestamptz, "endsAt" timestamptz))`;

/** Another session in the same room, by the same lecturer or of the same class. */
const SESSIONS_MET = `SELECT w.n, met.kind, s.id AS "sessionId", s.course_id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", 0 AS people,
    NULL::date AS "fromDay", NULL::date AS "toDay"
  FROM wanted w JOIN course_sessions s ON s.state = 'planned' AND s.during && w.during AND s.id IS DISTINCT FROM w."sessionId"
  CROSS JOIN LATERAL (VALUES ('class', s.course_id = w."courseId"), ('room', s.room_id = w."roomId"),
    ('lecturer', s.lecturer_id = w."lecturerId")) met(kind, is_met) WHERE met.is_met`;

/** What trainees of the class are taken by. */
const TRAINEES_MET = `SELECT w.n, 'trainees', b.session_id, other.course_id, lower(b.during), upper(b.during), count(*)::int, NULL, NULL
  FROM wanted w JOIN nominations mine ON mine.course_id = w."courseId" AND NOT mine.whole_days AND takes_time(mine.state)
  JOIN trainee_bookings b ON b.official_id = mine.official_id AND b.during && w.during AND b.nomination_id <> mine.id
  JOIN nominations other ON other.id = b.nomination_id GROUP BY w.n, b.session_id, other.course_id, b.during`;

const ABSENCES_MET = `SELECT w.n, 'absence', NULL::uuid, NULL::uuid, NULL::timestamptz, NULL::timestamptz, 0, lower(a.days), upper(a.days) - 1
  FROM wanted w JOIN lecturer_absences a ON a.lecturer_id = w."lecturerId" AND a.days @> w.day`;

const CLOSED_MET = `SELECT w.n, 'roomClosed', NULL, NULL, NULL, NULL, 0, NULL, NULL FROM wanted w JOIN rooms r ON r.id = w."roomId" AND r.closed
  UNION ALL SELECT w.n, 'lecturerGone', NULL, NULL, NULL, NULL, 0, NULL, NULL FROM wanted w JOIN lecturers l ON l.id = w."lecturerId" AND l.closed
  UNION ALL SELECT w.n, 'outsideClass', NULL, NULL, NULL, NULL, 0, co.starts_on, co.ends_on FROM wanted w JOIN courses co ON co.id = w."courseId"
    AND w.day NOT BETWEEN co.starts_on AND co.ends_on`;

/** What stands in the way of sessions. */
@Injectable()
export class ClashesQueries {
  constructor(private readonly db: Database) {}

  /** Everything the candidates run into but for load, in their order; of other boards' classes only that they are there. */
  met(actor: Actor, candidates: readonly Candidate[]): Promise<FoundClash[]> {
    return this.db.rows<FoundClash>(
      `WITH ${WANTED}, met AS (${SESSIONS_MET} UNION ALL ${TRAINEES_MET} UNION ALL ${ABSENCES_MET} UNION ALL ${CLOSED_MET})
       SELECT m.n, m.kind, CASE WHEN seen.yes THEN m."sessionId" END AS "sessionId", CASE WHEN seen.yes THEN ${SESSION_COURSE} END AS course,
         m."startsAt", m."endsAt", m.people, m."fromDay", m."toDay", r.name AS room, l.full_name AS lecturer
       FROM met m JOIN wanted w ON w.n = m.n LEFT JOIN courses co ON co.id = m.course_id
       CROSS JOIN LATERAL (SELECT coalesce(${COURSE_IN_SCOPE}, false) AS yes) seen
       LEFT JOIN rooms r ON r.id = w."roomId" LEFT JOIN lecturers l ON l.id = w."lecturerId"
       ORDER BY m.n, m."startsAt", m.kind`,
      [actor.unitId, JSON.stringify(candidates.map((candidate, n) => ({ ...candidate, n })))],
    );
  }

  /** Limits of lecturers, and the hours laid for them in the calendar years of these days. */
  loads(lecturerIds: readonly string[], { from, to }: Days): Promise<LecturerLoad[]> {
    return this.db.rows<LecturerLoad>(
      `SELECT l.id, l.full_name AS "fullName", l.hours_per_week AS "hoursPerWeek", l.hours_per_year AS "hoursPerYear",
         coalesce(jsonb_agg(jsonb_build_object('day', ${localDay('s.starts_at')}, 'sessionId', s.id,
           'hours', extract(epoch FROM s.ends_at - s.starts_at) / 3600)) FILTER (WHERE s.id IS NOT NULL), '[]') AS taught
       FROM lecturers l LEFT JOIN course_sessions s ON s.lecturer_id = l.id AND s.state = 'planned'
         AND s.starts_at >= ${dayBegins(`date_trunc('year', $2::date)::date - 7`)}
         AND s.starts_at < ${dayBegins(`(date_trunc('year', $3::date) + interval '1 year')::date + 7`)}
       WHERE l.id = ANY($1::uuid[]) GROUP BY l.id`,
      [lecturerIds, from, to],
    );
  }

  /** Everything that a candidate's class, room, lecturer or trainees are taken by on these days. */
  async busy({ courseId, roomId, lecturerId, sessionId }: Candidate, { from, to }: Days): Promise<Span[]> {
    return this.db.rows<{ startsAt: Date; endsAt: Date }>(
      `WITH range AS (SELECT tstzrange(${dayBegins('$5::date')}, ${dayBegins('$6::date + 1')}) AS whole)
       SELECT s.starts_at AS "startsAt", s.ends_at AS "endsAt" FROM course_sessions s, range
       WHERE s.state = 'planned' AND s.during && range.whole AND s.id IS DISTINCT FROM $4::uuid
         AND (s.course_id = $1 OR s.room_id = $2::uuid OR s.lecturer_id = $3::uuid)
       UNION SELECT lower(b.during), upper(b.during) FROM range, nominations mine
         JOIN trainee_bookings b ON b.official_id = mine.official_id AND b.nomination_id <> mine.id
       WHERE mine.course_id = $1 AND NOT mine.whole_days AND takes_time(mine.state) AND b.during && range.whole
       UNION SELECT ${dayBegins('lower(a.days)')}, ${dayBegins('upper(a.days)')} FROM lecturer_absences a
       WHERE a.lecturer_id = $3::uuid AND a.days && daterange($5::date, $6::date, '[]')`,
      [courseId, roomId, lecturerId, sessionId, from, to],
    );
  }
}
