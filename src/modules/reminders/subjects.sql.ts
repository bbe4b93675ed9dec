import { standing } from '../units/index.js';
import type { Trigger } from './reminder.types.js';

/** How subjects are asked for: by their ids, all that may become due around today, or those of one class. */
export type Asked = 'byId' | 'ahead' | 'ofCourse';

/** So many days around today are planned for; what lies farther is planned when it comes nearer. */
const DAYS_AHEAD = 100;

/** Every reading is given both, whether it asks for them or not: `$1` a list of ids, `$2` the day that is today. */
const GIVEN = '$1::uuid[] IS NOT NULL AND $2::date IS NOT NULL';

const within = (day: string): string => `${day} BETWEEN $2::date - ${DAYS_AHEAD} AND $2::date + ${DAYS_AHEAD}`;

const COURSE = `co.id AS "courseId", co.code AS "courseCode", co.title AS "courseTitle", co.program_id AS "programId", co.state`;
const UNIT = `u.id AS "unitId", u.name AS "unitName", u.code AS "unitCode", ${standing('u')} AS stands`;

const CALLS = `unit_calls uc JOIN courses co ON co.id = uc.course_id JOIN units u ON u.id = uc.unit_id`;
const CALL = `uc.id AS "subjectId", ${UNIT}, co.unit_id AS "holderId", ${COURSE}, uc.answer`;
const ASKED_CALLS: Record<Asked, string> = {
  byId: 'uc.id = ANY($1::uuid[])',
  ahead: `co.state = 'open' AND uc.answer IS NULL`,
  ofCourse: 'uc.course_id = ANY($1::uuid[])',
};

const calls = (asked: Asked): string => `
  SELECT ${CALL}, uc.deadline AS day, (uc.answer IS NULL)::int AS owed, jsonb_build_object('deadline', uc.deadline) AS facts
  FROM ${CALLS} WHERE ${GIVEN} AND ${ASKED_CALLS[asked]}`;

/** Seats of a class `co` that a called unit could still fill: free, kept for no other unit, wanted by nobody who waits. */
const FREE_SEATS = `CASE WHEN co.waitlisted > 0 THEN 0 ELSE co.capacity - co.seats_taken
  - (SELECT coalesce(sum(k.seats), 0)::int FROM unused_reservations(co.id) k WHERE k.unit_id <> uc.unit_id) END`;

/** Places of the program that the unit may take: those of the nearest row above it that has any. */
const FREE_PLACES = `CASE WHEN p.needs_quota THEN coalesce((SELECT q.free FROM quotas q
    WHERE q.program_id = co.program_id AND q.period = extract(year FROM co.starts_on) AND q.unit_id = ANY(u.path)
      AND (NOT q.is_reserve OR q.unit_id = uc.unit_id)
    ORDER BY q.places = 0, array_position(u.path, q.unit_id) DESC LIMIT 1), 0) ELSE co.capacity END`;

const freePlaces = (asked: Asked): string => `
  SELECT ${CALL}, uc.deadline AS day, free.places AS owed, jsonb_build_object('deadline', uc.deadline, 'places', free.places) AS facts
  FROM ${CALLS} JOIN programs p ON p.id = co.program_id
    CROSS JOIN LATERAL (SELECT greatest(0, least(${FREE_SEATS}, ${FREE_PLACES})) AS places) free
  WHERE ${GIVEN} AND ${asked === 'ahead' ? `co.state = 'open' AND uc.answer IS DISTINCT FROM 'none'` : ASKED_CALLS[asked]}`;

/** Each kind of paper as often as it is missing. */
const papers = (asked: Asked): string => `
  SELECT t.course_id AS "subjectId", ${UNIT}, co.unit_id AS "holderId", ${COURSE}, uc.answer, t.owed,
    coalesce(uc.deadline, co.deadline, co.starts_on) AS day,
    jsonb_build_object('deadline', coalesce(uc.deadline, co.deadline, co.starts_on), 'people', t.people, 'papers', t.papers) AS facts
  FROM (SELECT n.course_id, n.unit_id, count(*)::int AS owed, count(DISTINCT n.id)::int AS people, jsonb_agg(r.kind ORDER BY r.position) AS papers
      FROM nominations n JOIN courses co ON co.id = n.course_id CROSS JOIN LATERAL required_papers(co.program_id, co.starts_on) r
      WHERE n.place <> 'none' AND holds_place(n.state)
        AND ${asked === 'ahead' ? `co.state IN ('open', 'closed') AND ${within('co.starts_on')}` : 'n.course_id = ANY($1::uuid[])'}
        AND NOT EXISTS (SELECT FROM papers p WHERE p.nomination_id = n.id AND p.kind = r.kind)
      GROUP BY 1, 2) t
    JOIN courses co ON co.id = t.course_id JOIN units u ON u.id = t.unit_id
    LEFT JOIN unit_calls uc ON uc.course_id = t.course_id AND uc.unit_id = t.unit_id WHERE ${GIVEN}`;

const firstSession = (asked: Asked): string => `
  SELECT t.course_id AS "subjectId", ${UNIT}, co.unit_id AS "holderId", ${COURSE}, NULL AS answer, t.people AS owed, co.starts_on AS day,
    jsonb_build_object('starts', co.starts_on, 'at', first.starts_at, 'room', first.room, 'venue', coalesce(first.venue, co.venue),
      'bring', co.bring, 'people', t.people) AS facts
  FROM (SELECT n.course_id, n.unit_id, count(*)::int AS people FROM nominations n JOIN courses co ON co.id = n.course_id
      WHERE n.place = 'seat' AND is_accepted(n.state)
        AND ${asked === 'ahead' ? `co.starts_on BETWEEN $2::date AND $2::date + ${DAYS_AHEAD} AND co.state <> 'cancelled'` : 'n.course_id = ANY($1::uuid[])'}
      GROUP BY 1, 2) t
    JOIN courses co ON co.id = t.course_id JOIN units u ON u.id = t.unit_id
    LEFT JOIN LATERAL (SELECT s.starts_at, r.name AS room, v.name AS venue FROM course_sessions s
      LEFT JOIN rooms r ON r.id = s.room_id LEFT JOIN venues v ON v.id = r.venue_id
      WHERE s.course_id = co.id ORDER BY s.starts_at LIMIT 1) first ON true WHERE ${GIVEN}`;

/** The day that an instant `at` lies in. */
const localDay = (at: string): string => `timezone('Asia/Ho_Chi_Minh', ${at})::date`;

const ASKED_SESSIONS: Record<Asked, string> = {
  byId: `EXISTS (SELECT FROM course_sessions asked WHERE asked.id = ANY($1::uuid[]) AND asked.course_id = s.course_id
    AND ${localDay('asked.starts_at')} = ${localDay('s.starts_at')})`,
  ahead: `s.starts_at >= timezone('Asia/Ho_Chi_Minh', ($2::date - ${DAYS_AHEAD})::timestamp)`,
  ofCourse: 's.course_id = ANY($1::uuid[])',
};

/** Days on which a class was taught, each under its first session: how many sheets of it lack somebody. */
const attendance = (asked: Asked): string => `
  WITH held AS MATERIALIZED (SELECT s.id, s.course_id, s.starts_at, s.during, ${localDay('s.starts_at')} AS day
      FROM course_sessions s JOIN courses c ON c.id = s.course_id
      WHERE s.state = 'planned' AND c.state IN ('running', 'completed')
        AND s.starts_at < timezone('Asia/Ho_Chi_Minh', ($2::date)::timestamp) AND ${ASKED_SESSIONS[asked]}),
    lacking AS (SELECT DISTINCT h.id FROM held h JOIN nominations n ON n.course_id = h.course_id
        AND on_list_during(n.state, n.submitted_at, n.replaces_id, n.decided_at) && h.during
      LEFT JOIN attendance_marks m ON m.session_id = h.id AND m.nomination_id = n.id WHERE m.mark IS NULL),
    taught AS (SELECT h.course_id, h.day, (array_agg(h.id ORDER BY h.starts_at, h.id))[1] AS first, count(l.id)::int AS owed
      FROM held h LEFT JOIN lacking l ON l.id = h.id GROUP BY 1, 2)
  SELECT t.first AS "subjectId", ${UNIT}, co.unit_id AS "holderId", ${COURSE}, NULL AS answer, t.owed, t.day,
    jsonb_build_object('held', t.day, 'sessions', t.owed) AS facts
  FROM taught t JOIN courses co ON co.id = t.course_id JOIN units u ON u.id = co.unit_id
  WHERE ${GIVEN} AND ${asked === 'byId' ? 't.first = ANY($1::uuid[])' : 't.owed > 0'}`;

const results = (asked: Asked): string => `
  SELECT co.id AS "subjectId", ${UNIT}, co.unit_id AS "holderId", ${COURSE}, NULL AS answer, t.people AS owed, co.ends_on AS day,
    jsonb_build_object('ended', co.ends_on, 'people', t.people) AS facts
  FROM courses co JOIN units u ON u.id = co.unit_id CROSS JOIN LATERAL (SELECT count(*)::int AS people FROM nominations n
    WHERE n.course_id = co.id AND n.place = 'seat' AND is_accepted(n.state)) t
  WHERE ${GIVEN} AND t.people > 0 AND ${
    asked === 'ahead'
      ? `co.ends_on BETWEEN $2::date - ${DAYS_AHEAD} AND $2::date AND co.state <> 'cancelled'`
      : 'co.id = ANY($1::uuid[])'
  }`;

/** Rows of units below the boards that gave the places; a board's own rest is its reserve, not unused. */
const quota = (asked: Asked): string => `
  SELECT q.id AS "subjectId", ${UNIT}, coalesce(granted.unit_id, u.path[1]) AS "holderId", NULL AS "courseId", NULL AS "courseCode",
    NULL AS "courseTitle", q.program_id AS "programId", NULL AS state, NULL AS answer, q.free + q.held AS owed, last.day,
    jsonb_build_object('program', p.name, 'places', q.free + q.held, 'until', last.day) AS facts
  FROM quotas q JOIN units u ON u.id = q.unit_id JOIN programs p ON p.id = q.program_id
    LEFT JOIN LATERAL (SELECT g.unit_id, g.use_by FROM quota_grants g WHERE g.program_id = q.program_id AND g.period = q.period
      AND g.unit_id = ANY(u.path) AND g.cut < g.places AND (g.use_by IS NULL OR g.use_by >= $2::date)
      ORDER BY g.use_by NULLS LAST, g.id LIMIT 1) granted ON true
    CROSS JOIN LATERAL (SELECT least(granted.use_by, make_date(q.period::int, 12, 31)) AS day) last
  WHERE ${GIVEN} AND NOT q.is_reserve AND q.parent_id IS NOT NULL AND ${
    asked === 'byId'
      ? 'q.id = ANY($1::uuid[])'
      : `q.free + q.held > 0 AND last.day BETWEEN $2::date AND $2::date + ${DAYS_AHEAD}`
  }`;

/** How the subjects of each trigger are read: what opens it, its day, what of it is still owed, and what is told about it. */
export const READINGS: Readonly<Record<Trigger, (asked: Asked) => string>> = {
  opening: calls,
  deadline: calls,
  'free-places': freePlaces,
  papers,
  'first-session': firstSession,
  attendance,
  results,
  quota,
};
