import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where and by whom classes are taught, and when: rooms, lecturers, sessions, days off; no two things at once. */
export class Timetable1790000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROOMS);
    await runner.query(LECTURERS);
    await runner.query(DAYS);
    await runner.query(SESSIONS);
    await runner.query(CHECKS);
    await runner.query(TRAINEES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const ROOMS = `
  CREATE TABLE venues (
    id uuid PRIMARY KEY,
    -- The board's unit that keeps it.
    unit_id uuid NOT NULL CONSTRAINT venue_unit_exists REFERENCES units,
    name text NOT NULL CONSTRAINT venue_name_is_given CHECK (btrim(name) <> ''),
    name_key text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
    address text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT venue_name_once_per_unit UNIQUE (unit_id, name_key)
  );
  CREATE TABLE rooms (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL CONSTRAINT room_venue_exists REFERENCES venues,
    name text NOT NULL CONSTRAINT room_name_is_given CHECK (btrim(name) <> ''),
    name_key text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
    capacity integer NOT NULL CONSTRAINT room_capacity_is_counted CHECK (capacity BETWEEN 1 AND 5000),
    equipment text[] NOT NULL DEFAULT '{}',
    -- No longer in use: nothing new is laid into it.
    closed boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT room_name_once_per_venue UNIQUE (venue_id, name_key)
  );
`;

const LECTURERS = `
  CREATE TABLE lecturers (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT lecturer_unit_exists REFERENCES units,
    full_name text NOT NULL CONSTRAINT lecturer_name_is_given CHECK (full_name = btrim(full_name) AND full_name <> ''),
    given_name text COLLATE vi NOT NULL GENERATED ALWAYS AS (regexp_replace(full_name, '^.*\\s', '')) STORED,
    name_key text NOT NULL GENERATED ALWAYS AS (fold(full_name)) STORED,
    kind text NOT NULL CONSTRAINT lecturer_kind_is_known CHECK (kind IN ('full-time', 'concurrent')),
    -- Where a concurrent lecturer works, or the department of a full-time one.
    organisation text,
    subjects text[] NOT NULL DEFAULT '{}',
    hours_per_week integer CONSTRAINT lecturer_weekly_hours_in_range CHECK (hours_per_week BETWEEN 1 AND 60),
    hours_per_year integer CONSTRAINT lecturer_yearly_hours_in_range CHECK (hours_per_year BETWEEN 1 AND 2000),
    -- The account under which the lecturer reads this product, if there is one.
    account_id uuid CONSTRAINT lecturer_account_exists REFERENCES accounts,
    closed boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT lecturer_once_per_account UNIQUE (account_id)
  );
  CREATE INDEX lecturers_by_unit ON lecturers (unit_id);
  CREATE TABLE lecturer_absences (
    id uuid PRIMARY KEY,
    lecturer_id uuid NOT NULL CONSTRAINT absence_lecturer_exists REFERENCES lecturers,
    days daterange NOT NULL CONSTRAINT absence_lasts_some_days CHECK (NOT isempty(days) AND lower(days) IS NOT NULL AND upper(days) IS NOT NULL),
    reason text,
    CONSTRAINT lecturer_one_absence_at_a_time EXCLUDE USING gist (lecturer_id WITH =, days WITH &&)
  );
`;

const DAYS = `
  -- Days on which a year differs from the rule, by decision of the Government: the same for everyone.
  CREATE TABLE calendar_days (
    id uuid PRIMARY KEY,
    day date NOT NULL CONSTRAINT calendar_day_once UNIQUE,
    kind text NOT NULL CONSTRAINT calendar_day_kind_is_known CHECK (kind IN ('holiday', 'swapped-off', 'swapped-workday')),
    name text NOT NULL CONSTRAINT calendar_day_name_is_given CHECK (btrim(name) <> ''),
    version integer NOT NULL DEFAULT 1
  );
  -- Times in which a unit's people cannot be called away: harvest, congress.
  CREATE TABLE blackouts (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT blackout_unit_exists REFERENCES units,
    days daterange NOT NULL CONSTRAINT blackout_lasts_some_days CHECK (NOT isempty(days) AND lower(days) IS NOT NULL AND upper(days) IS NOT NULL),
    kind text NOT NULL CONSTRAINT blackout_kind_is_known CHECK (kind IN ('harvest', 'congress', 'other')),
    name text NOT NULL CONSTRAINT blackout_name_is_given CHECK (btrim(name) <> ''),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT blackout_once_per_unit_and_days UNIQUE (unit_id, days, name)
  );
`;

const SESSIONS = `
  CREATE TABLE course_sessions (
    id uuid PRIMARY KEY,
    course_id uuid NOT NULL CONSTRAINT session_course_exists REFERENCES courses,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CONSTRAINT session_ends_after_it_starts CHECK (ends_at > starts_at),
    during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
    room_id uuid CONSTRAINT session_room_exists REFERENCES rooms,
    lecturer_id uuid CONSTRAINT session_lecturer_exists REFERENCES lecturers,
    subject text,
    -- Why a room smaller than the class was taken.
    small_room_reason text,
    state text NOT NULL DEFAULT 'planned' CONSTRAINT session_state_is_known CHECK (state IN ('planned', 'cancelled')),
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    CONSTRAINT session_lies_in_one_day CHECK (timezone('Asia/Ho_Chi_Minh', starts_at)::date
      = timezone('Asia/Ho_Chi_Minh', ends_at - interval '1 microsecond')::date),
    CONSTRAINT class_in_one_session_at_a_time EXCLUDE USING gist (course_id WITH =, during WITH &&) WHERE (state = 'planned'),
    CONSTRAINT room_in_one_session_at_a_time EXCLUDE USING gist (room_id WITH =, during WITH &&) WHERE (state = 'planned'),
    CONSTRAINT lecturer_in_one_session_at_a_time EXCLUDE USING gist (lecturer_id WITH =, during WITH &&) WHERE (state = 'planned')
  );
  CREATE INDEX course_sessions_by_course ON course_sessions (course_id, starts_at);
  CREATE INDEX course_sessions_by_lecturer ON course_sessions (lecturer_id, starts_at) WHERE state = 'planned';
  CREATE INDEX course_sessions_by_start ON course_sessions (starts_at);
`;

/** Reads the local day of an instant in Vietnam. */
const dayOf = (instant: string): string => `timezone('Asia/Ho_Chi_Minh', ${instant})::date`;

const CHECKS = `
  -- Refuses with the name of a rule, as a constraint would.
  CREATE FUNCTION refuse(p_rule text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '%', p_rule USING ERRCODE = '23514', CONSTRAINT = p_rule;
  END $$;

  -- Hours a lecturer teaches from one day up to another, but for one session.
  CREATE FUNCTION lecturer_hours(p_lecturer uuid, p_from date, p_until date, p_except uuid) RETURNS numeric LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(extract(epoch FROM ends_at - starts_at)) / 3600, 0) FROM course_sessions
    WHERE lecturer_id = p_lecturer AND state = 'planned' AND id <> p_except
      AND starts_at >= timezone('Asia/Ho_Chi_Minh', p_from::timestamp) AND starts_at < timezone('Asia/Ho_Chi_Minh', p_until::timestamp)
  $$;

  -- What concerns other tables. The lecturer's row is held, so that two sessions do not fill one week together.
  CREATE FUNCTION check_session() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    the_course courses;
    the_lecturer lecturers;
    the_day date := ${dayOf('NEW.starts_at')};
    own_hours numeric := extract(epoch FROM NEW.ends_at - NEW.starts_at) / 3600;
    monday date := date_trunc('week', the_day)::date;
    new_year date := date_trunc('year', the_day)::date;
  BEGIN
    IF NEW.state <> 'planned' THEN
      RETURN NEW;
    END IF;
    SELECT * INTO the_course FROM courses WHERE id = NEW.course_id FOR SHARE;
    IF the_course.state = 'cancelled' THEN
      PERFORM refuse('session_not_of_a_cancelled_class');
    END IF;
    IF the_day NOT BETWEEN the_course.starts_on AND the_course.ends_on THEN
      PERFORM refuse('session_within_class_days');
    END IF;
    IF EXISTS (SELECT 1 FROM rooms WHERE id = NEW.room_id AND closed) THEN
      PERFORM refuse('session_in_an_open_room');
    END IF;
    IF NEW.lecturer_id IS NULL THEN
      RETURN NEW;
    END IF;
    SELECT * INTO the_lecturer FROM lecturers WHERE id = NEW.lecturer_id FOR NO KEY UPDATE;
    IF the_lecturer.closed THEN
      PERFORM refuse('session_by_a_teaching_lecturer');
    END IF;
    IF EXISTS (SELECT 1 FROM lecturer_absences WHERE lecturer_id = NEW.lecturer_id AND days @> the_day) THEN
      PERFORM refuse('session_while_lecturer_is_there');
    END IF;
    IF lecturer_hours(NEW.lecturer_id, monday, monday + 7, NEW.id) + own_hours > the_lecturer.hours_per_week
      OR lecturer_hours(NEW.lecturer_id, new_year, (new_year + interval '1 year')::date, NEW.id) + own_hours > the_lecturer.hours_per_year THEN
      PERFORM refuse('session_within_lecturer_load');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER session_is_checked BEFORE INSERT OR UPDATE ON course_sessions FOR EACH ROW EXECUTE FUNCTION check_session();

  CREATE FUNCTION check_absence() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM lecturers WHERE id = NEW.lecturer_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM course_sessions WHERE lecturer_id = NEW.lecturer_id AND state = 'planned'
        AND ${dayOf('starts_at')} <@ NEW.days) THEN
      PERFORM refuse('lecturer_absent_without_sessions');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER absence_is_checked BEFORE INSERT OR UPDATE ON lecturer_absences FOR EACH ROW EXECUTE FUNCTION check_absence();

  -- A class that ends takes its sessions with it. Asked at the end of the statement, or of the transaction where class and
  -- sessions move together (SET CONSTRAINTS class_days_hold_its_sessions DEFERRED), nothing may lie outside its days.
  CREATE FUNCTION check_class_days() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM course_sessions s JOIN courses co ON co.id = s.course_id
        WHERE s.course_id = NEW.id AND s.state = 'planned' AND ${dayOf('s.starts_at')} NOT BETWEEN co.starts_on AND co.ends_on) THEN
      PERFORM refuse('class_days_hold_its_sessions');
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER class_days_hold_its_sessions AFTER UPDATE OF starts_on, ends_on ON courses
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION check_class_days();

  CREATE FUNCTION cancel_sessions_of_class() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE course_sessions SET state = 'cancelled', version = version + 1 WHERE course_id = NEW.id AND state = 'planned';
    RETURN NULL;
  END $$;
  CREATE TRIGGER class_cancelled_with_its_sessions AFTER UPDATE OF state ON courses FOR EACH ROW
    WHEN (NEW.state = 'cancelled' AND OLD.state <> 'cancelled') EXECUTE FUNCTION cancel_sessions_of_class();
`;

const TRAINEES = `
  -- Whether a class fills the days of those who study in it, or its sessions alone do.
  ALTER TABLE nominations ADD COLUMN whole_days boolean NOT NULL DEFAULT true;
  ALTER TABLE nominations DROP CONSTRAINT official_in_one_class_at_a_time;
  ALTER TABLE nominations ADD CONSTRAINT official_in_one_class_at_a_time EXCLUDE USING gist (official_id WITH =, period WITH &&)
    WHERE (whole_days AND state IN ('submitted', 'returned', 'approved', 'completed'));

  -- When those who were approved are taken: the whole of a class that fills their days, else each of its sessions. Kept by
  -- triggers alone.
  CREATE TABLE trainee_bookings (
    nomination_id uuid NOT NULL CONSTRAINT booking_nomination_exists REFERENCES nominations ON DELETE CASCADE,
    session_id uuid CONSTRAINT booking_session_exists REFERENCES course_sessions ON DELETE CASCADE,
    official_id uuid NOT NULL,
    during tstzrange NOT NULL,
    CONSTRAINT trainee_in_one_place_at_a_time EXCLUDE USING gist (official_id WITH =, during WITH &&)
  );
  CREATE INDEX trainee_bookings_by_nomination ON trainee_bookings (nomination_id);
  CREATE INDEX trainee_bookings_by_session ON trainee_bookings (session_id);

  CREATE FUNCTION whole_days_of(p_period daterange) RETURNS tstzrange LANGUAGE sql IMMUTABLE AS $$
    SELECT tstzrange(timezone('Asia/Ho_Chi_Minh', lower(p_period)::timestamp), timezone('Asia/Ho_Chi_Minh', upper(p_period)::timestamp))
  $$;

  -- A session laid and somebody approved at the same time must see each other: whoever comes second waits here.
  CREATE FUNCTION hold_timetable(p_course uuid) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('timetable ' || p_course, 0))
  $$;

  CREATE FUNCTION book_nomination() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM trainee_bookings WHERE nomination_id = NEW.id;
    IF NEW.state NOT IN ('approved', 'completed') THEN
      RETURN NULL;
    END IF;
    IF NEW.whole_days THEN
      INSERT INTO trainee_bookings (nomination_id, official_id, during) VALUES (NEW.id, NEW.official_id, whole_days_of(NEW.period));
    ELSE
      PERFORM hold_timetable(NEW.course_id);
      INSERT INTO trainee_bookings (nomination_id, session_id, official_id, during)
        SELECT NEW.id, s.id, NEW.official_id, s.during FROM course_sessions s WHERE s.course_id = NEW.course_id AND s.state = 'planned';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nomination_books_its_time AFTER INSERT ON nominations FOR EACH ROW
    WHEN (NEW.state IN ('approved', 'completed')) EXECUTE FUNCTION book_nomination();
  CREATE TRIGGER nomination_books_its_time_anew AFTER UPDATE ON nominations FOR EACH ROW
    WHEN ((NEW.state IN ('approved', 'completed')) <> (OLD.state IN ('approved', 'completed')) OR NEW.period <> OLD.period
      OR NEW.whole_days <> OLD.whole_days OR NEW.official_id <> OLD.official_id)
    EXECUTE FUNCTION book_nomination();

  CREATE FUNCTION book_session() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM hold_timetable(NEW.course_id);
    DELETE FROM trainee_bookings WHERE session_id = NEW.id;
    IF NEW.state = 'planned' THEN
      INSERT INTO trainee_bookings (nomination_id, session_id, official_id, during)
        SELECT n.id, NEW.id, n.official_id, NEW.during FROM nominations n
        WHERE n.course_id = NEW.course_id AND NOT n.whole_days AND n.state IN ('approved', 'completed') ORDER BY n.official_id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER session_books_its_trainees AFTER INSERT OR UPDATE OF starts_at, ends_at, state ON course_sessions
    FOR EACH ROW EXECUTE FUNCTION book_session();

  INSERT INTO trainee_bookings (nomination_id, official_id, during)
    SELECT id, official_id, whole_days_of(period) FROM nominations WHERE state IN ('approved', 'completed');
`;
