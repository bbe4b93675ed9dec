import { programRefSql } from '../programs/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';

/** SQL that is true for classes `co` whose holder stands in the reader's subtree (`$1`). */
const OWNED = inSubtree('co.unit_id', '$1');

/** SQL that is true for classes the reader may know of: their own, and from above all that left the draft. */
export const COURSE_IN_SCOPE = `(${OWNED} OR (co.state <> 'draft'
  AND co.unit_id IN (SELECT unnest(above.path) FROM units above WHERE above.id = $1::uuid)))`;

/** How a unit's part of a call stands on the day `$2`. */
export const CALL_STATUS = `CASE WHEN uc.answer = 'carried-over' THEN uc.answer WHEN uc.answer IS NOT NULL THEN CASE WHEN uc.late THEN 'late' ELSE 'answered' END
  WHEN uc.deadline < $2::date THEN 'silent' ELSE 'awaiting' END`;

/** Other classes of the same series, in order; drafts only for those who hold them. */
const SERIES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'startsOn', o.starts_on, 'state', o.state)
    ORDER BY o.starts_on, o.code), '[]') FROM courses o WHERE o.series_id = co.series_id AND o.id <> co.id
    AND (o.state <> 'draft' OR ${OWNED}))`;

/** Columns of `CourseView` but for its abilities; `$1` is the reader's unit, `$2` today. */
export const COURSE_COLUMNS = `co.id, co.code, co.title, co.program_id AS "programId", ${programRefSql('p', 'co.starts_on')} AS program,
  ${unitRefSql('holder')} AS unit, co.starts_on AS "startsOn", co.ends_on AS "endsOn", co.mode, co.venue, co.bring, ${SERIES} AS series,
  co.document_number AS "documentNumber", co.capacity, co.minimum, co.state, co.state_reason AS "stateReason", co.deadline,
  co.seats_taken AS "seatsTaken", co.waitlisted, coalesce(co.reported_trainees, co.seats_taken) AS trainees, tally.calls,
  co.version, ${OWNED} AS owned, tally.units > 0 AS called`;

/** The tables those columns come from; the tally counts only calls to units of the reader's subtree. */
export const COURSE_TABLES = `courses co JOIN programs p ON p.id = co.program_id JOIN units holder ON holder.id = co.unit_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS units, jsonb_build_object('units', count(*), 'answered', count(*) FILTER (WHERE s.status IN ('answered', 'late')),
      'late', count(*) FILTER (WHERE s.status = 'late'), 'awaiting', count(*) FILTER (WHERE s.status = 'awaiting'),
      'silent', count(*) FILTER (WHERE s.status = 'silent')) AS calls
    FROM (SELECT ${CALL_STATUS} AS status FROM unit_calls uc WHERE uc.course_id = co.id
      AND uc.answer IS DISTINCT FROM 'carried-over' AND ${inSubtree('uc.unit_id', '$1')}) s
  ) tally`;
