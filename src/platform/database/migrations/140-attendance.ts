import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was at each session of a class: one sheet per session, one mark per person (see docs/adr/0051). */
export class Attendance1790000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, LISTED, CHECKS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const TABLES = `
  CREATE TABLE attendance_sheets (
    session_id uuid CONSTRAINT attendance_sheet_once_per_session PRIMARY KEY
      CONSTRAINT attendance_session_exists REFERENCES course_sessions,
    -- 0 while nothing was recorded.
    version integer NOT NULL DEFAULT 0,
    recorded_at timestamptz,
    recorded_by uuid CONSTRAINT attendance_account_exists REFERENCES accounts,
    CONSTRAINT attendance_sheet_says_who CHECK (num_nonnulls(recorded_at, recorded_by) = CASE version WHEN 0 THEN 0 ELSE 2 END)
  );
  CREATE TABLE attendance_marks (
    session_id uuid NOT NULL CONSTRAINT attendance_mark_sheet_exists REFERENCES attendance_sheets,
    nomination_id uuid NOT NULL CONSTRAINT attendance_mark_nomination_exists REFERENCES nominations,
    mark text NOT NULL CONSTRAINT attendance_mark_is_known CHECK (mark IN ('present', 'late', 'excused', 'absent')),
    marked_at timestamptz NOT NULL,
    CONSTRAINT attendance_mark_once_per_person PRIMARY KEY (session_id, nomination_id)
  );
  CREATE INDEX attendance_marks_by_nomination ON attendance_marks (nomination_id);
`;

const LISTED = `
  -- When somebody is, or was, on the list of a class that runs; empty for who never was. Who takes another's seat is on it
  -- from that very day, who left until that moment, everybody else from the beginning, whenever it was written down.
  CREATE FUNCTION on_list_during(p_state text, p_submitted_at timestamptz, p_replaces_id uuid, p_decided_at timestamptz)
  RETURNS tstzrange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
      WHEN is_trainee(p_state) THEN tstzrange(joined.at, NULL)
      WHEN p_state IN ('withdrawn', 'replaced', 'no-show') THEN tstzrange(joined.at, greatest(p_decided_at, joined.at))
      ELSE 'empty'::tstzrange END
    FROM (SELECT CASE WHEN p_replaces_id IS NOT NULL THEN timezone('Asia/Ho_Chi_Minh',
      date_trunc('day', timezone('Asia/Ho_Chi_Minh', p_submitted_at))) END AS at) joined
  $$;
`;

const CHECKS = `
  -- The session is held still: one that is cancelled or moved at the same time waits, and then sees the marks.
  CREATE FUNCTION check_attendance_mark() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    the_session course_sessions;
    the_nomination nominations;
    course_state text;
  BEGIN
    SELECT * INTO the_session FROM course_sessions WHERE id = NEW.session_id FOR SHARE;
    SELECT * INTO the_nomination FROM nominations WHERE id = NEW.nomination_id;
    SELECT state INTO course_state FROM courses WHERE id = the_session.course_id;
    IF the_nomination.course_id IS DISTINCT FROM the_session.course_id THEN
      PERFORM refuse('attendance_of_own_class');
    END IF;
    IF course_state NOT IN ('running', 'completed') THEN
      PERFORM refuse('attendance_of_a_class_that_runs');
    END IF;
    IF the_session.state <> 'planned' THEN
      PERFORM refuse('attendance_of_a_session_that_is_held');
    END IF;
    IF NEW.marked_at < the_session.starts_at THEN
      PERFORM refuse('attendance_not_before_its_session');
    END IF;
    IF TG_OP = 'INSERT' AND NOT (on_list_during(the_nomination.state, the_nomination.submitted_at, the_nomination.replaces_id,
        the_nomination.decided_at) && the_session.during) THEN
      PERFORM refuse('attendance_of_people_on_the_list');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER attendance_mark_is_checked BEFORE INSERT OR UPDATE ON attendance_marks
    FOR EACH ROW EXECUTE FUNCTION check_attendance_mark();

  -- Marks are never lost by the way: a session that has some is not cancelled, and not moved to where they would be of the
  -- future. A class that is cancelled takes its sessions along, and keeps their marks.
  CREATE FUNCTION keep_marks_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    first_mark timestamptz;
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NEW; END IF;
    SELECT min(marked_at) INTO first_mark FROM attendance_marks WHERE session_id = OLD.id;
    IF first_mark IS NULL THEN RETURN NEW; END IF;
    IF NEW.state <> 'planned' THEN
      IF (SELECT state FROM courses WHERE id = OLD.course_id) <> 'cancelled' THEN
        PERFORM refuse('session_with_marks_stays');
      END IF;
    ELSIF NEW.starts_at > first_mark THEN
      PERFORM refuse('session_with_marks_has_begun');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER session_keeps_its_marks BEFORE UPDATE OF state, starts_at ON course_sessions FOR EACH ROW
    WHEN (NEW.state <> OLD.state OR NEW.starts_at <> OLD.starts_at) EXECUTE FUNCTION keep_marks_of_session();
`;
