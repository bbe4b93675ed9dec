import { inSubtree, unitRefSql } from '../units/index.js';

/** SQL of the local day of an instant. */
export const localDay = (instant: string): string => `timezone('Asia/Ho_Chi_Minh', ${instant})::date`;

/** SQL of the first instant of a day. @param day e.g. `$2::date`. */
export const dayBegins = (day: string): string => `timezone('Asia/Ho_Chi_Minh', (${day})::timestamp)`;

/** SQL of a class `co` as a session names it. */
export const SESSION_COURSE = `(SELECT jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title, 'state', co.state,
    'program', jsonb_build_object('id', program.id, 'name', program.name), 'unit', ${unitRefSql('holder')})
  FROM programs program, units holder WHERE program.id = co.program_id AND holder.id = co.unit_id)`;

/** SQL that is true for rows kept by a unit of the reader's subtree (`$1`) or by one above: what the reader may use. */
export const usableBy = (column: string): string =>
  `(${inSubtree(column, '$1')} OR ${column} IN (SELECT unnest(above.path) FROM units above WHERE above.id = $1::uuid))`;

/** The tables that the columns of a session come from. */
export const SESSION_TABLES = `course_sessions s JOIN courses co ON co.id = s.course_id
  LEFT JOIN rooms r ON r.id = s.room_id LEFT JOIN venues v ON v.id = r.venue_id LEFT JOIN lecturers l ON l.id = s.lecturer_id`;

/** Columns of a session but for its warnings; `$1` is the reader's unit. */
export const SESSION_COLUMNS = `s.id, s.course_id AS "courseId", ${SESSION_COURSE} AS course, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  CASE WHEN r.id IS NULL THEN NULL ELSE jsonb_build_object('id', r.id, 'name', r.name, 'venue', v.name, 'capacity', r.capacity) END AS room,
  CASE WHEN l.id IS NULL THEN NULL ELSE jsonb_build_object('id', l.id, 'fullName', l.full_name) END AS lecturer,
  s.subject, s.small_room_reason AS "smallRoomReason", s.version, co.capacity AS "courseCapacity", co.state AS "courseState",
  coalesce(cardinality(l.subjects), 0) = 0 OR s.subject IS NULL
    OR EXISTS (SELECT 1 FROM unnest(l.subjects) taught WHERE fold(taught) = fold(s.subject)) AS taught,
  (SELECT jsonb_build_object('name', b.name, 'unit', u.name) FROM blackouts b JOIN units u ON u.id = b.unit_id
    WHERE b.days @> ${localDay('s.starts_at')} AND ${usableBy('b.unit_id')}
      AND b.unit_id = ANY(units_of_class(co.id)) ORDER BY b.days, b.id LIMIT 1) AS blackout,
  ${inSubtree('co.unit_id', '$1')} AS owned`;
