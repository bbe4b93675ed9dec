import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole way of a nomination, and what each state means, said once for every query (see docs/adr/0030). */
export class WayOfANomination1790000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [MEANINGS, CONSTRAINTS, ROWS, READERS, STEPS_OF_PROGRAMS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

/**
 * The same as `rules/states.ts` of the nominations room says; a test compares them. Plain SQL, so that the planner puts
 * the list itself into a query, an index or a check.
 */
const MEANINGS = `
  -- Nobody has decided on it yet.
  CREATE FUNCTION is_undecided(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state IN ('submitted', 'returned')
  $$;
  -- The person goes, or is there.
  CREATE FUNCTION is_accepted(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state IN ('approved', 'decided', 'enrolled', 'studying')
  $$;
  -- It is on its way: the place that it holds can still be given back.
  CREATE FUNCTION holds_place(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state IN ('submitted', 'returned', 'approved', 'decided', 'enrolled', 'studying')
  $$;
  -- It has a seat and no place on the waitlist: the accepted, and those whose seat was used or went to waste.
  CREATE FUNCTION keeps_seat(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state IN ('approved', 'decided', 'enrolled', 'studying', 'completed', 'not-completed', 'no-show')
  $$;
  -- Its days are taken: nobody is nominated for two classes of whole days at once.
  CREATE FUNCTION blocks_days(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state IN ('submitted', 'returned', 'approved', 'decided', 'enrolled', 'studying', 'completed')
  $$;
  -- The person's hours are taken: nobody sits in two rooms at once.
  CREATE FUNCTION takes_time(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state IN ('approved', 'decided', 'enrolled', 'studying', 'completed')
  $$;
  -- It counts as a turn of study (lượt).
  CREATE FUNCTION is_trainee(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state IN ('approved', 'decided', 'enrolled', 'studying', 'completed', 'not-completed')
  $$;
  -- The person cannot be nominated for the same class anew.
  CREATE FUNCTION bars_nomination(p_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state NOT IN ('withdrawn', 'lapsed', 'replaced')
  $$;
`;

const CONSTRAINTS = `
  ALTER TABLE nominations DROP CONSTRAINT nomination_state_is_known, DROP CONSTRAINT nomination_place_fits_state,
    DROP CONSTRAINT official_in_one_class_at_a_time;
  ALTER TABLE nominations
    ADD CONSTRAINT nomination_state_is_known CHECK (state IN ('submitted', 'returned', 'approved', 'decided', 'enrolled',
      'studying', 'completed', 'not-completed', 'rejected', 'withdrawn', 'lapsed', 'replaced', 'no-show')),
    ADD CONSTRAINT nomination_place_fits_state CHECK (CASE WHEN is_undecided(state) THEN place IN ('seat', 'waitlist')
      WHEN keeps_seat(state) THEN place = 'seat' ELSE place = 'none' END),
    ADD CONSTRAINT official_in_one_class_at_a_time EXCLUDE USING gist (official_id WITH =, period WITH &&)
      WHERE (whole_days AND blocks_days(state));
  DROP INDEX nomination_once_per_course;
  CREATE UNIQUE INDEX nomination_once_per_course ON nominations (course_id, official_id) WHERE bars_nomination(state);

  DROP TRIGGER nomination_books_its_time ON nominations;
  DROP TRIGGER nomination_books_its_time_anew ON nominations;
  CREATE OR REPLACE FUNCTION book_nomination() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM trainee_bookings WHERE nomination_id = NEW.id;
    IF NOT takes_time(NEW.state) THEN
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
    WHEN (takes_time(NEW.state)) EXECUTE FUNCTION book_nomination();
  CREATE TRIGGER nomination_books_its_time_anew AFTER UPDATE ON nominations FOR EACH ROW
    WHEN (takes_time(NEW.state) <> takes_time(OLD.state) OR NEW.period <> OLD.period OR NEW.whole_days <> OLD.whole_days
      OR NEW.official_id <> OLD.official_id)
    EXECUTE FUNCTION book_nomination();
`;

/** Who was approved before these states were, is where the class has come to. */
const ROWS = `
  UPDATE nominations n SET state = CASE co.state WHEN 'running' THEN 'studying' ELSE 'enrolled' END
  FROM courses co WHERE co.id = n.course_id AND n.state = 'approved' AND co.state IN ('confirmed', 'running');
`;

const READERS = `
  CREATE OR REPLACE FUNCTION quota_bucket(p_quota uuid, p_place text, p_state text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_quota IS NULL OR p_place = 'none' THEN NULL WHEN is_undecided(p_state) THEN 'reserved' ELSE 'taken' END
  $$;

  CREATE OR REPLACE FUNCTION book_session() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM hold_timetable(NEW.course_id);
    DELETE FROM trainee_bookings WHERE session_id = NEW.id;
    IF NEW.state = 'planned' THEN
      INSERT INTO trainee_bookings (nomination_id, session_id, official_id, during)
        SELECT n.id, NEW.id, n.official_id, NEW.during FROM nominations n
        WHERE n.course_id = NEW.course_id AND NOT n.whole_days AND takes_time(n.state) ORDER BY n.official_id;
    END IF;
    RETURN NULL;
  END $$;

  -- As in 055.
  CREATE OR REPLACE FUNCTION units_of_class(p_course uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT above.id), '{}') FROM (
      SELECT co.unit_id AS id FROM courses co WHERE co.id = p_course
      UNION SELECT uc.unit_id FROM unit_calls uc
        WHERE uc.course_id = p_course AND coalesce(uc.answer, '') NOT IN ('none', 'carried-over')
      UNION SELECT unnest(ARRAY[n.unit_id, o.unit_id, o.cell_id]) FROM nominations n JOIN officials o ON o.id = n.official_id
        WHERE n.course_id = p_course AND blocks_days(n.state)
      UNION SELECT heir FROM plan_courses pc CROSS JOIN LATERAL standing_heirs(pc.unit_id) AS heir WHERE pc.course_id = p_course
    ) kept JOIN units u ON u.id = kept.id CROSS JOIN LATERAL unnest(u.path) AS above(id)
  $$;
`;

const STEPS_OF_PROGRAMS = `
  ALTER TABLE program_versions
    -- Cells propose people and a committee endorses them; without it a cell nominates by itself.
    ADD cell_step boolean NOT NULL DEFAULT false,
    -- Nobody is enrolled without a decision (quyết định cử đi học).
    ADD decision_step boolean NOT NULL DEFAULT false;

  -- As in 033, and the steps stay as they were too.
  CREATE OR REPLACE FUNCTION keep_used_program_versions() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    kept boolean;
  BEGIN
    IF TG_OP = 'DELETE' THEN
      kept := NOT program_version_is_used(OLD.program_id, OLD.valid);
    ELSE
      kept := NOT EXISTS (SELECT 1 FROM courses c WHERE c.program_id = OLD.program_id
          AND c.state IN ('confirmed', 'running', 'completed')
          AND (OLD.valid @> c.starts_on) <> (NEW.valid @> c.starts_on AND NEW.program_id = OLD.program_id))
        AND (NOT program_version_is_used(OLD.program_id, OLD.valid) OR (
          (OLD.level IS NULL OR NEW.level IS NOT DISTINCT FROM OLD.level)
          AND (OLD.mode IS NULL OR NEW.mode IS NOT DISTINCT FROM OLD.mode)
          AND (OLD.hours IS NULL OR NEW.hours IS NOT DISTINCT FROM OLD.hours)
          AND (OLD.days IS NULL OR NEW.days IS NOT DISTINCT FROM OLD.days)
          AND (OLD.school IS NULL OR NEW.school IS NOT DISTINCT FROM OLD.school)
          AND (OLD.minimum_size IS NULL OR NEW.minimum_size IS NOT DISTINCT FROM OLD.minimum_size)
          AND (OLD.maximum_size IS NULL OR NEW.maximum_size IS NOT DISTINCT FROM OLD.maximum_size)
          AND (OLD.certificate_kind IS NULL OR NEW.certificate_kind IS NOT DISTINCT FROM OLD.certificate_kind)
          AND (OLD.source IS NULL OR NEW.source IS NOT DISTINCT FROM OLD.source)
          AND (NEW.cell_step, NEW.decision_step) = (OLD.cell_step, OLD.decision_step)
          -- Nothing given is something said: whoever completed such a class was given nothing.
          AND (NEW.confers_llct_level, NEW.confers_management_level, NEW.confers_professional_level)
            IS NOT DISTINCT FROM (OLD.confers_llct_level, OLD.confers_management_level, OLD.confers_professional_level)));
    END IF;
    IF NOT kept THEN
      RAISE EXCEPTION 'Classes were held by this version'
        USING ERRCODE = '23514', CONSTRAINT = 'program_version_used_is_kept';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;
